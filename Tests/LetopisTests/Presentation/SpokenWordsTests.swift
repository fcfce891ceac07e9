@testable import Letopis
@testable import LetopisText
import Testing

struct SpokenWordsTests {
    /// How the words of a statement are set: quoted ones in `[]`, hedges in `{}`.
    private func check(_ text: String, _ content: [String], _ kind: SpeechKind, hedges: [String] = [], _ expected: String) {
        var written = WrittenRecord(text)
        var statement = Statement(id: .init(1), kind: kind, cue: SourceSpan(0, 0), content: content.map { written.span($0) })
        written.rewind()
        statement.hedges = hedges.map { written.span($0) }
        var marked = "", last = Ink.plain
        for piece in SpokenWords(statement, in: written.record.article).pieces + [Piece("", .plain)] {
            if piece.ink != last {
                marked += last == .quoted ? "]" : last == .hedge ? "}" : ""
                marked += piece.ink == .quoted ? "[" : piece.ink == .hedge ? "{" : ""
            }
            last = piece.ink
            marked += piece.text
        }
        #expect(marked == expected)
    }

    @Test func verbatimWordsStandInMarks() {
        check("«Да», — сказал он. «Нет»", ["Да", "Нет"], .direct, "[«Да»] … [«Нет»]")
        check("он сказал, что придёт", ["придёт"], .indirect, "придёт")
        check("он зовёт «всех» и „ждёт“", ["зовёт «всех» и „ждёт“"], .mixed, "зовёт [«всех»] и [„ждёт“]")
        check("он «рад», но \"занят\" делом", ["рад", "но \"занят\" делом"], .mixed, "[«рад»] … но [\"занят\"] делом")
        check("фильм «Дом «Весна»» снят", ["фильм «Дом «Весна»» снят"], .indirect, "фильм [«Дом «Весна»»] снят")
    }

    @Test func marksWithoutTheirOthersQuoteNothing() {
        check("он зовёт «всех и ждёт", ["зовёт «всех и ждёт"], .mixed, "зовёт «всех и ждёт")
        check("зовёт» всех", ["зовёт» всех"], .mixed, "зовёт» всех")
        check("«рад» и «горд»", ["рад» и «горд"], .mixed, "рад» и «горд")
    }

    @Test func hedgesAreSeen() {
        check(
            "что вроде бы всё\nякобы готово", ["вроде бы всё\nякобы готово"], .indirect, hedges: ["вроде бы", "якобы"],
            "{вроде бы} всё {якобы} готово")
        check("«Мы, может, придём»", ["Мы, может, придём"], .direct, hedges: ["может"], "[«Мы, ]{может}[, придём»]")
        check("якобы ушёл", ["ушёл"], .indirect, hedges: ["якобы"], "ушёл")
    }
}
