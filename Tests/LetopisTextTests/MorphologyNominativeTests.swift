import Foundation
import Testing

@testable import LetopisText

@Suite struct MorphologyNominativeTests {
    /// Russian nominatives; nil where the dictionary has not been made, which the tests say.
    static let russian: Nominative? = {
        guard let dictionary = RussianDictionary.shared else { return nil }
        let path = MorphologyGolden.root + "/Share/lexicon/ru/declensions.txt"
        do { return try Nominative(dictionary: dictionary, endings: [UInt8](Data(contentsOf: URL(filePath: path)))) } catch {
            Issue.record("\(error)")
            return nil
        }
    }()

    /// A golden's words: `Стива//PROPN/Case=Gen + Виткоффа/ /PROPN/Case=Gen`.
    static func words(_ notation: String) throws -> [PhraseWord] {
        try notation.components(separatedBy: " + ").map { word in
            let fields = word.components(separatedBy: "/")
            try #require(fields.count == 4, "\(word)")
            let upos = try #require(PartOfSpeech(rawValue: fields[2])), feats = try #require(Features(conllu: fields[3]))
            return PhraseWord(fields[0], upos: upos, feats: feats, gap: fields[1])
        }
    }

    /// Phrases as a tagger reads them in sentences, mistakes of the tagger included; of these a few may fail.
    @Test func phrasesAreInTheNominative() throws {
        guard let nominative = MorphologyNominativeTests.russian else { return }
        let rows = try MorphologyGolden.rows("nominatives.tsv", columns: 3)
        var misses: [String] = []
        for row in rows {
            let words = try MorphologyNominativeTests.words(row[2])
            let found = Name.Kind(rawValue: row[0]).map { nominative.name(words, kind: $0) } ?? nominative.phrase(words)
            if found != row[1] { misses.append("\(words.text) → \(found), not \(row[1])") }
        }
        #expect(rows.count >= 380)
        #expect(misses.count * 100 <= rows.count * 3, "\(misses)")
    }

    /// A nominative stays as it is, and giving it again changes nothing.
    @Test func nominativesStay() throws {
        guard let nominative = MorphologyNominativeTests.russian else { return }
        var persons = 0
        var changed: [String] = []
        for row in try MorphologyGolden.rows("nominatives.tsv", columns: 3) {
            guard let kind = Name.Kind(rawValue: row[0]), kind == .person else { continue }
            let tag = try #require(Features(conllu: row[2].contains("Gender=Fem") ? "Case=Nom|Gender=Fem" : "Case=Nom|Gender=Masc"))
            let words = row[1].split(separator: " ").map { PhraseWord(String($0), upos: .properNoun, feats: tag) }
            persons += 1
            if nominative.name(words, kind: kind) != row[1] { changed.append(row[1]) }
        }
        // The tagger takes a few men for women.
        #expect(persons > 200 && changed.count * 100 <= persons * 2, "\(changed)")
    }

    @Test func surnamesOfOnePersonShareACandidate() throws {
        guard let nominative = MorphologyNominativeTests.russian else { return }
        func same(_ a: String, _ b: String) -> Bool { !Set(nominative.candidates(of: a)).isDisjoint(with: nominative.candidates(of: b)) }
        for (a, b) in [
            ("Зеленского", "Зеленский"), ("Зеленским", "Зеленский"), ("Зеленскому", "Зеленского"), ("Ширяевой", "Ширяева"),
            ("Масанделе", "Масандела"), ("Масанделой", "Масанделы"), ("Хендрикссону", "Хендрикссон"), ("Кравца", "Кравец"),
            ("Салтыкова-Щедрина", "Салтыковым-Щедриным"), ("Меркель", "Меркель"), ("ПУТИНЫМ", "ПУТИНА"), ("Бхутто", "Бхутто"),
        ] { #expect(same(a, b), "\(a) \(nominative.candidates(of: a)), \(b) \(nominative.candidates(of: b))") }
        for (a, b) in [("Зеленского", "Зеленко"), ("Ширяевой", "Ширяев"), ("Иванову", "Петрову"), ("Масанделе", "Масанда")] {
            #expect(!same(a, b), "\(a) \(nominative.candidates(of: a)), \(b) \(nominative.candidates(of: b))")
        }
        #expect(nominative.candidates(of: "") == [""])
        #expect(nominative.candidates(of: "Fox") == ["Fox"])
    }

    @Test func lettersKeepTheirCase() {
        func give(_ form: String, _ word: String) -> String {
            LetterCase.give(Array(form.utf8), as: word) { Array(String(decoding: $0, as: UTF8.self).replacing("ё", with: "е").utf8) }
        }
        #expect(give("путин", "Путиным") == "Путин")
        #expect(give("зеленский", "ЗЕЛЕНСКОГО") == "ЗЕЛЕНСКИЙ")
        #expect(give("макдональд", "МакДональда") == "МакДональд")
        #expect(give("пётр", "Петром") == "Петр")
        #expect(give("пётр", "Пётром") == "Пётр")
        #expect(give("орёл", "Орла") == "Орел")
        #expect(give("он", "Его") == "Он")
        #expect(give("", "") == "")
    }

    /// Checks that a file of endings is refused at `line`.
    private func check(refused text: String, at line: Int, place: SourceLocation = #_sourceLocation) {
        do {
            _ = try NameEndings(Array(text.utf8), file: "endings")
            Issue.record("not refused", sourceLocation: place)
        } catch {
            #expect(error.line == line && error.file == "endings", sourceLocation: place)
        }
    }

    @Test func malformedEndingsAreRefused() throws {
        check(refused: "word де\nword де\n", at: 2)
        check(refused: "# comment\n\nverb де\n", at: 3)
        check(refused: "word\n", at: 1)
        check(refused: "fixed neut * о\n", at: 1)
        check(refused: "decline masc * - а у а ом\n", at: 1)
        check(refused: "decline masc * / а у а ом е\n", at: 1)
        let endings = try NameEndings(Array("# comment\r\n\nword де\nfixed both о -\ndecline masc * - а у а ом/ем е".utf8), file: "endings")
        #expect(endings.words.count == 1 && endings.patterns.count == 2)
    }

    /// Whatever the words and their tags are, there is an answer.
    @Test func anyWordsArePutIntoTheNominative() throws {
        guard let nominative = MorphologyNominativeTests.russian else { return }
        var numbers = MorphologyHostileTests.Numbers(state: 7)
        let pieces = try MorphologyGolden.rows("nominatives.tsv", columns: 3).map { $0[1] } + ["", "-", "--", "а-", "-а-а-а-а-а-а-а-а-а-а-а", "🙂", "Å"]
        for _ in 0..<300 {
            let words = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
                var feats = Features()
                for feature in Feature.all { feats[feature] = UInt8.random(in: 0...15, using: &numbers) }
                let upos = PartOfSpeech.allCases.randomElement(using: &numbers)!
                return PhraseWord(pieces.randomElement(using: &numbers)!, upos: upos, feats: feats)
            }
            for kind in Name.Kind.allCases { #expect(nominative.name(words, kind: kind, head: Int.random(in: -2...8, using: &numbers)).isEmpty == words.text.isEmpty) }
            if let word = words.first { #expect(!nominative.candidates(of: word.text).isEmpty) }
        }
    }
}
