internal import Foundation
internal import Testing

/// Reading again what is in an archive: with other word lists for pages another text is found in the same bytes. Needs the models.
@Suite(.enabled(if: Program.canRead)) struct RereadTests {
    static let last = "Follow us: all networks, every day of the year."

    /// A page of which the checkout's word lists leave the last paragraph out.
    static func page(_ number: Int) -> String {
        let said = "Министр Анна Лебедева заявила, что мост номер \(number) откроют в мае. Подрядчик Олег Ким сообщил, что денег хватит."
        let end = number % 3 == 0 ? "<p>Прораб Иван Соколов сообщил, что рабочие трудятся в три смены.</p>" : "<p>\(last)</p>"
        return "<html><body><article><h1>Мост \(number)</h1><p>\(said)</p>\(end)</article></body></html>"
    }

    /// A folder of pages, and a share folder of which the word lists know nothing of their last paragraphs.
    private func scratch(pages: Int) throws -> Scratch {
        let scratch = try Scratch(), share = Program.checkout.appendingPathComponent("Share"), files = FileManager.default
        for number in 0..<pages { try scratch.write("in/\(number).html", Self.page(number)) }
        let words = try String(contentsOf: share.appendingPathComponent("lexicon/pages.txt"), encoding: .utf8)
        let fewer = words.components(separatedBy: "\n").filter { !$0.hasPrefix("follow us |") }.joined(separator: "\n")
        try #require(fewer != words)
        try scratch.write("share/lexicon/pages.txt", fewer)
        for name in ["models", "lexicon/ru"] {
            try files.createSymbolicLink(
                at: scratch.folder.appendingPathComponent("share/\(name)"), withDestinationURL: share.appendingPathComponent(name))
        }
        return scratch
    }

    private func run(_ arguments: [String], in scratch: Scratch, archive: String = "a.letopis") throws -> Program.Run {
        try Program.run(arguments + ["--archive", archive], in: scratch.folder)
    }

    private func objects(_ run: Program.Run) throws -> [[String: Any]] {
        try run.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    @Test func aBetterExtractorReachesWhatIsStored() throws {
        let scratch = try scratch(pages: 3)
        #expect(try run(["ingest", "--share", "share", "in"], in: scratch).output.hasPrefix("3 read: 3 new"))
        let before = try objects(try run(["search", "kind:statement", "-f", "json"], in: scratch))
        let told = try run(["reread"], in: scratch)
        #expect(told.status == 0 && told.lines.count == 3, "\(told.output)\(told.errors)")
        #expect(told.lines.dropLast().allSatisfy { $0.contains(".html: revised, ") && $0.hasSuffix(": the text is another; 2 kept") })
        #expect(told.lines.last == "3 read again, 2 revised: 7 kept, 0 added, 0 removed, 0 altered, 0 failed")
        #expect(try run(["reread"], in: scratch).output.hasPrefix("0 read again, 0 revised"))
        #expect(try run(["search", "Follow"], in: scratch).status == 1)
        let after = try objects(try run(["search", "kind:statement", "-f", "json"], in: scratch))
        #expect(after.map { $0["id"] as? String } == before.map { $0["id"] as? String } && after.count == 7)
        _ = try run(["ingest", "in"], in: scratch, archive: "b.letopis")
        #expect(try run(["export"], in: scratch).lines.sorted() == run(["export"], in: scratch, archive: "b.letopis").lines.sorted())
        #expect(try run(["check"], in: scratch).output.hasSuffix("All is well.\n"))
        let article = try #require(after.first?["article"] as? String)
        let shown = try objects(try run(["show", "--revisions", "-f", "json", article], in: scratch))
        #expect(shown.map { $0["superseded"] as? Bool } == (shown.count == 1 ? [false] : [true, false]))
    }

    /// What each document was read as is told for programs, and a document that cannot be read keeps its record.
    @Test func eachDocumentIsToldOf() throws {
        let scratch = try scratch(pages: 4)
        _ = try run(["ingest", "--share", "share", "in"], in: scratch)
        let told = try objects(try run(["reread", "--all", "-f", "json"], in: scratch))
        let outcomes = told.map { "\(URL(fileURLWithPath: $0["name"] as? String ?? "").lastPathComponent) \($0["outcome"] ?? "")" }
        #expect(outcomes.sorted() == ["0.html unchanged", "1.html revised", "2.html revised", "3.html unchanged"])
        #expect(
            told.allSatisfy { $0["article"] is String && ($0["outcome"] as? String == "revised") == ($0["textChanged"] as? Bool == true) })
    }

    /// Killed again and again, at any moment: each run goes on where the one before was ended, and the last one leaves what one run leaves.
    @Test func aRunThatIsKilledGoesOn() throws {
        let scratch = try scratch(pages: 120)
        #expect(try run(["ingest", "--share", "share", "in"], in: scratch).status == 0)
        _ = try run(["backup", "b.letopis"], in: scratch)
        #expect(try run(["reread"], in: scratch, archive: "b.letopis").output.contains("120 read again, 80 revised"))
        var draws = Draws(seed: 20_251_217), reported = 0
        for kill in 0..<12 {
            reported += try killed(after: 10_000 + Int(draws.next() % 60_000), whenReporting: kill % 2 == 0, in: scratch)
            if kill % 4 == 3 { #expect(try run(["check"], in: scratch).status == 0) }
        }
        let last = try run(["reread"], in: scratch)
        let left = try #require(last.lines.last?.split(separator: " ").first.flatMap { Int($0) })
        #expect(last.status == 0 && reported > 0 && left <= 120 - reported, "\(reported) reported, \(left) left")
        #expect(try run(["export"], in: scratch).lines.sorted() == run(["export"], in: scratch, archive: "b.letopis").lines.sorted())
        #expect(try run(["check"], in: scratch).output.hasSuffix("All is well.\n"))
    }

    /// Starts the program, kills it after so many microseconds, and gives how many documents it reported.
    private func killed(after microseconds: Int, whenReporting: Bool, in scratch: Scratch) throws -> Int {
        let sign = whenReporting ? "\n" : nil
        try Program.killed(["reread", "--format", "json", "--archive", "a.letopis"], after: microseconds, whenSaying: sign, in: scratch)
        return scratch.text("out").components(separatedBy: "\n").count - 1
    }
}
