@testable import Letopis
import Foundation
import Testing

/// The folder of a language's lexicon in the checkout.
let russianLexicon = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Share/lexicon/ru")
    .standardizedFileURL

/// The lexicon of the checkout, with the text of one file replaced.
func speechLexicon(_ file: String? = nil, _ text: String = "") throws -> SpeechLexicon {
    let read = { (name: String) throws -> [UInt8] in
        name == file ? Array(text.utf8) : Array(try Data(contentsOf: russianLexicon.appendingPathComponent(name)))
    }
    return try SpeechLexicon(
        cues: read("cues.txt"), groups: read("groups.txt"), words: read("words.txt"), channels: read("channels.txt"),
        hedges: read("hedges.txt"), markers: read("markers.txt"))
}

/// Reading this text for a file fails with these words.
private func check(_ file: String, _ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var message = "no error"
    do { _ = try speechLexicon(file, text) } catch { message = "\(error)" }
    #expect(message == expected, sourceLocation: sourceLocation)
}

@Suite struct LexiconSpeechTests {
    @Test func filesOfTheCheckout() throws {
        let lexicon = try speechLexicon()
        #expect(lexicon.cues.count > 300)
        #expect(lexicon.groups.count > 25)
        #expect(lexicon.cues(ofLemma: Array("сказать".utf8)[...]).count == 1)
        #expect(lexicon.cues(ofLemma: Array("плавать".utf8)[...]).isEmpty)
        #expect(lexicon.classes(of: Array("который".utf8)[...]).contains(.relative))
    }

    @Test func malformedLines() {
        let examples = " # + Он да. # - Он нет."
        check("cues.txt", "сказать | clause\n", "cues.txt:1: a line has the fields that the head of the file names, with | between them")
        check("cues.txt", "сказать | clause | say\n", "cues.txt:1: \"сказать\" needs an example after # + and one after # -")
        check("cues.txt", "# head\nсказать | clause | sing\(examples)\n", "cues.txt:2: \"sing\" is not known here")
        check("cues.txt", "сказать | clauses | say\(examples)\n", "cues.txt:1: \"clauses\" is not known here")
        check(
            "cues.txt", "я | clause | say\(examples)\nа | clause | say\(examples)\n",
            "cues.txt:2: \"а\" is out of order; lines are sorted by their first field")
        check("cues.txt", "а | clause | say\(examples)\nа | quote | say\(examples)\n", "cues.txt:2: \"а\" is there twice")
        check("cues.txt", "а/б | clause | say\(examples)\nб | quote | say\(examples)\n", "cues.txt:2: \"б\" is there twice")
        check("groups.txt", "по словам | nom | say\n", "groups.txt:1: \"nom\" is not known here")
        check("words.txt", "verbs | идти\n", "words.txt:1: \"verbs\" is not known here")
        check("channels.txt", "smoke | костёр\n", "channels.txt:1: \"smoke\" is not known here")
        check("markers.txt", "потом | later\n", "markers.txt:1: \"later\" is not known here")
    }

    @Test func foldingKeepsLength() {
        let folds = { (text: String) in String(decoding: folded(Array(text.utf8)[...]), as: UTF8.self) }
        #expect(folds("ЁЖИК Пётр QUOTE Їжак Ґанок") == "ежик петр quote їжак ґанок")
        #expect(folds("«—» 5 %") == "«—» 5 %")
    }
}
