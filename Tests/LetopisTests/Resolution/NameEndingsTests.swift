@testable import Letopis
@testable import LetopisText
import Testing

struct NameEndingsTests {
    private let endings: Letopis.NameEndings

    init() throws { endings = try Letopis.NameEndings(LexiconFile.bytes(TestShare.folder + "/lexicon/ru/name-endings.txt")) }

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
        check("Рош", "рош", true)
    }

    @Test func whatCannotBeIsNotFound() {
        check("Петровым", "петрова", false)
        check("Белинская", "белинский", false)
        check("Иванова", "иванов", true)
        check("Иванова", "иванов", false, gender: .feminine)
        check("Шеварднадзе", "шеварднадз", true)
        check("Шеварднадзе", "шеварднадз", false, in: .genitive)
        check("Ом", "", false)
        check("", "а", false)
    }

    @Test func brokenLinesAreRefused() {
        for text in ["а any | ы и у", "а | ы и у ой е", "а some | ы и у ой е", "а any | ы е у ой е\nа any | ы е у ой е"] {
            #expect(throws: LexiconError.self) { _ = try Letopis.NameEndings(Array(text.utf8)) }
        }
    }
}
