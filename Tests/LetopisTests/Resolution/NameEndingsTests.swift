@testable import Letopis
@testable import LetopisText
import Testing

struct NameEndingsTests {
    private let endings: NameEndings

    init() throws { endings = try NameEndings(LexiconFile.bytes(TestShare.folder + "/lexicon/ru/name-endings.txt")) }

    /// Whether a form could be of a nominative.
    private func check(_ form: String, _ nominative: String, _ expected: Bool, gender: Gender? = nil, in wanted: Case? = nil) {
        let found = endings.nominatives(of: Array(form.utf8)[...], gender: gender, in: wanted).map { String(decoding: $0, as: UTF8.self) }
        #expect(found.contains(nominative) == expected, "\(form) → \(found)")
    }

    @Test func formsLeadToTheirNominatives() {
        check("Петровым", "петров", true)
        check("Белинского", "белинский", true)
        check("Дмитрия", "дмитрий", true)
        check("Павла", "павел", true)
        check("Игорем", "игорь", true)
        check("Обаме", "обама", true)
        check("Крупской", "крупская", true)
        check("Чапека", "чапек", true)
        check("Италией", "италия", true)
        check("Льва", "лев", true)
        check("Рош", "рош", true)
    }

    @Test func doubleNamesChangeInBothParts() {
        check("Римского-Корсакова", "римский-корсаков", true)
        check("Касымом-Жомартом", "касым-жомарт", true)
        check("Жан-Полем", "жан-поль", true)
        check("Нур-Султан", "нур-султан", true)
    }

    /// The words of people's names as sentences have them; of these a few may fail.
    @Test func namesInSentencesLeadToTheirNominatives() throws {
        let text = String(
            decoding: try LexiconFile.bytes(TestShare.folder + "/../Tests/LetopisTests/Goldens/nominatives.tsv"), as: UTF8.self)
        var words = 0, misses: [String] = []
        for row in text.split(separator: "\n") where row.hasPrefix("PER\t") {
            let fields = row.split(separator: "\t"), nominatives = fields[1].split(separator: " ")
            let forms = fields[2].split(separator: " + ").compactMap { $0.split(separator: "/").first }
            guard forms.count == nominatives.count else { continue }
            for (form, nominative) in zip(forms, nominatives) where form.first?.isLetter == true {
                words += 1
                let found = endings.nominatives(of: Array(form.utf8)[...], gender: nil)
                if !found.contains(folded(Array(nominative.utf8)[...])) { misses.append("\(form) → \(nominative)") }
            }
        }
        #expect(words > 300)
        #expect(misses.count * 100 <= words, "\(misses)")
    }

    @Test func whatCannotBeIsNotFound() {
        check("Петровым", "петрова", false)
        check("Белинская", "белинский", false)
        check("Иванова", "иванов", true)
        check("Иванова", "иванов", false, gender: .feminine)
        check("Шеварднадзе", "шеварднадз", true)
        check("Шеварднадзе", "шеварднадз", false, in: .genitive)
        check("Барнье", "барньа", false)
        check("Ом", "", false)
        check("", "а", false)
    }

    @Test func brokenLinesAreRefused() {
        for text in ["а any | ы и у", "а | ы и у ой е", "а some | ы и у ой е", "а any | ы е у ой е\nа any | ы е у ой е"] {
            #expect(throws: LexiconError.self) { _ = try NameEndings(Array(text.utf8)) }
        }
    }
}
