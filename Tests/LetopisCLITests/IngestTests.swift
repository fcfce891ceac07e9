internal import Dispatch
internal import Foundation
internal import Testing

/// Bringing articles in: what is told, with which status, and that one bad document stops nothing. Needs the models.
@Suite(.enabled(if: Program.canRead)) struct IngestTests {
    static let sentence = "Министр Анна Лебедева заявила, что мост откроют в мае."

    /// Runs `ingest` in a scratch folder with an archive of its own.
    func ingest(_ arguments: [String], in scratch: Scratch, input: String = "") throws -> Program.Run {
        try Program.run(["ingest", "--archive", "a.letopis"] + arguments, input: input, in: scratch.folder)
    }

    func objects(_ run: Program.Run) throws -> [[String: Any]] {
        try run.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    @Test func filesFoldersAndLines() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", Self.sentence)
        try scratch.write("in/deep/b.txt", "Дождь прошёл. " + Self.sentence)
        try scratch.write("in/note.md", "no")
        try scratch.write(
            "in/page.html", "<html><body><article><h1>Мост</h1><p>\(Self.sentence) \(Self.sentence)</p></article></body></html>")
        try scratch.write(
            "in/news.jsonl", #"{"text": "\#(Self.sentence) Раз.", "title": "Мост"}"# + "\n\n" + #"{"text": "\#(Self.sentence) Два."}"#)
        let first = try ingest(["in"], in: scratch)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output == "5 read: 5 new, 0 unchanged, 0 revised, 0 failed\n")
        #expect(try ingest(["in"], in: scratch).output == "5 read: 0 new, 5 unchanged, 0 revised, 0 failed\n")
        let found = try Program.run(["search", "мосты", "--archive", "a.letopis", "--format", "json"], in: scratch.folder)
        #expect(found.lines.count == 5)
    }

    @Test func aChangedFileIsARevision() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", Self.sentence)
        _ = try ingest(["a.txt"], in: scratch)
        try scratch.write("a.txt", "Дополнено. " + Self.sentence + " Подрядчик Олег Ким сообщил, что денег хватит.")
        let run = try ingest(["a.txt"], in: scratch)
        #expect(
            run.output.contains("a.txt: revised, ") && run.output.contains("the text is another; 1 added"), "\(run.output)\(run.errors)")
        #expect(run.output.hasSuffix("1 read: 0 new, 0 unchanged, 1 revised, 0 failed\n"))
        let id = try #require(try Program.run(["search", "-f", "json", "--archive", "a.letopis"], in: scratch.folder).lines.first)
        let article = try #require(try JSONSerialization.jsonObject(with: Data(id.utf8)) as? [String: Any])["article"] as? String
        let shown = try Program.run(["show", "--revisions", "--archive", "a.letopis", article ?? ""], in: scratch.folder)
        #expect(shown.lines.count == 2 && shown.output.contains("1 added"))
    }

    @Test func oneBadDocumentStopsNothing() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", Self.sentence)
        try scratch.write("b.txt", (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
        try scratch.write("empty.txt", "")
        try scratch.write(
            "news.jsonl", "{\"text\": \"\(Self.sentence) Раз.\"}\nno json\n{\"title\": \"no text\"}\n{\"text\": \"\(Self.sentence) Два.\"}")
        let run = try ingest(["a.txt", "b.txt", "missing.txt", "empty.txt", "news.jsonl"], in: scratch)
        #expect(run.status == 2)
        #expect(run.output == "8 read: 3 new, 0 unchanged, 0 revised, 5 failed\n", "\(run.errors)")
        #expect(run.errors.contains("letopis: missing.txt: No such file or directory\n"))
        #expect(run.errors.contains("letopis: news.jsonl:2: is no JSON object"))
        let aside = try Program.run(["quarantine", "list", "--format", "json", "--archive", "a.letopis"], in: scratch.folder)
        #expect(aside.status == 0 && aside.lines.count == 4)
        let again = try Program.run(["quarantine", "retry", "--archive", "a.letopis"], in: scratch.folder)
        #expect(again.status == 2 && again.output == "4 read: 0 new, 0 unchanged, 0 revised, 4 failed\n")
        let second = try ingest(["a.txt", "empty.txt"], in: scratch)
        #expect(second.errors.contains("is in quarantine") && second.output == "2 read: 0 new, 1 unchanged, 0 revised, 1 failed\n")
    }

    /// A reader that is killed, or stalls, takes one document with it. One that is killed while it still loads takes none, and is tried again.
    @Test(arguments: [SIGKILL, SIGSTOP]) func aDocumentThatEndsItsReader(_ signal: Int32) throws {
        for patience in [400_000, 1_000_000, 3_000_000, 9_000_000, 20_000_000] {
            let scratch = try Scratch()
            try scratch.write("1.txt", String(repeating: Self.sentence + "\n", count: 6_000))
            for number in 2..<6 { try scratch.write("\(number).txt", Self.sentence + " Номер \(number).") }
            let status = try ingest(in: scratch, ending: signal, after: UInt32(patience))
            guard status == 2 else {
                #expect(status == 0 || status == 78, "\(scratch.text("err"))")
                continue
            }
            #expect(scratch.text("out") == "5 read: 4 new, 0 unchanged, 0 revised, 1 failed\n", "\(scratch.text("err"))")
            let reason = signal == SIGKILL ? "the reader was ended by signal 9" : "reading took longer than 20 seconds"
            return #expect(scratch.text("err").contains("1.txt: \(reason)"))
        }
        Issue.record("the reader was never met while it read the long document")
    }

    /// Brings in what is in a folder with one reader, which gets a signal after so many microseconds; gives the exit status.
    private func ingest(in scratch: Scratch, ending signal: Int32, after patience: UInt32) throws -> Int32 {
        let process = try Program.started(["ingest", "--archive", "a.letopis", "--jobs", "1", "--time-limit", "20", "."], in: scratch)
        var reader: pid_t?
        for _ in 0..<500 where reader == nil && process.isRunning {
            usleep(20_000)
            reader = Self.child(of: process.processIdentifier)
        }
        usleep(patience)
        if let reader, process.isRunning { kill(reader, signal) }
        // One that was stopped while it loaded goes on, so that nobody waits for it for ever.
        if let reader, signal == SIGSTOP { DispatchQueue.global().asyncAfter(deadline: .now() + 25) { kill(reader, SIGCONT) } }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// A process whose parent is this one.
    private static func child(of parent: pid_t) -> pid_t? {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []
        let lists = threads.compactMap { FileManager.default.contents(atPath: "/proc/\(parent)/task/\($0)/children") }
        return lists.lazy.flatMap { String(decoding: $0, as: UTF8.self).split(separator: " ") }.first.flatMap { pid_t($0) }
    }

    @Test func whatAnEarlierRunKeptIsRead() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", Self.sentence)
        let first = try Program.run(
            ["ingest", "--archive", "a.letopis", "--share", "nowhere", "a.txt"], in: scratch.folder)
        #expect(first.status == 78)
        #expect(try ingest(["-"], in: scratch, input: Self.sentence).status == 0)
        #expect(try ingest(["-"], in: scratch, input: Self.sentence).output.contains("1 unchanged"))
    }

    @Test func reading() throws {
        let scratch = try Scratch(), example = Program.checkout.appendingPathComponent("Docs/examples/talks.txt").path
        let about = ["--outlet", "RegioNews", "--published", "2025-12-16"]
        _ = try ingest(about + [example], in: scratch)
        let read = try Program.run(["read", "--format", "json"] + about + [example])
        let exported = try Program.run(["export", "--archive", "a.letopis"], in: scratch.folder)
        #expect(exported.lines == read.lines, "what is exported is what `read` says")
        #expect(try Program.run(["check", "--archive", "a.letopis"], in: scratch.folder).output.hasSuffix("All is well.\n"))
        let again = try Program.run(["reread", "--all", "--archive", "a.letopis"], in: scratch.folder)
        #expect(
            again.status == 0 && again.output.contains("1 read again") && again.output.contains(" 0 added, 0 removed, 0 altered, 0 failed"))
        #expect(try Program.run(["reread", "--archive", "a.letopis"], in: scratch.folder).output.hasPrefix("0 read again"))
        #expect(try Program.run(["export", "--archive", "a.letopis"], in: scratch.folder).output == exported.output)
    }
}
