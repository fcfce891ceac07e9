internal import Foundation
internal import Testing

/// Killed a hundred times while it brings articles in: nothing that was reported is missing, nothing is there twice, and what comes of it is what
/// comes of one run that nobody disturbs. `Evaluation/kill` does the same a thousand times.
@Suite(.enabled(if: Program.canRead)) struct KillTests {
    static let articles = 600, kills = 100

    @Test func whatIsReportedSurvives() throws {
        let scratch = try Scratch()
        let lines = (0..<Self.articles).map(Self.line)
        try scratch.write("news.jsonl", lines.joined(separator: "\n"))
        try scratch.write("backwards.jsonl", lines.reversed().joined(separator: "\n"))
        var draws = Draws(seed: 20_251_216), reported: Set<String> = []
        for kill in 0..<Self.kills {
            // One in four only once it has reported something, so that there is something to miss.
            let patience = 10_000 + Int(draws.next() % 150_000)
            reported.formUnion(try killed(after: patience, whenReporting: kill % 4 == 3, in: scratch))
            if kill % 10 == 9 { try check(scratch, holds: reported) }
        }
        #expect(reported.count > 10, "every run was killed before it reported anything: the test tests nothing")
        let last = try Program.run(["ingest", "--archive", "a.letopis", "news.jsonl"], in: scratch.folder)
        #expect(last.status == 0, "\(last.errors)")
        try check(scratch, holds: Set((0..<Self.articles).map { "https://example.org/\($0)" }))
        let other = try Program.run(["ingest", "--archive", "b.letopis", "backwards.jsonl"], in: scratch.folder)
        #expect(other.status == 0, "\(other.errors)")
        #expect(try records("a.letopis", scratch) == records("b.letopis", scratch))
    }

    /// The archive is whole, has every article once, and among them those that were reported.
    private func check(_ scratch: Scratch, holds reported: Set<String>) throws {
        let verdict = try Program.run(["check", "--json", "--archive", "a.letopis"], in: scratch.folder)
        #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
        let urls = try records("a.letopis", scratch).map { record -> String in
            let article = try (JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])?["article"] as? [String: Any]
            return article?["url"] as? String ?? ""
        }
        #expect(Set(urls).count == urls.count, "an article is there twice")
        #expect(reported.isSubset(of: urls), "missing: \(reported.subtracting(urls).sorted())")
    }

    private func records(_ archive: String, _ scratch: Scratch) throws -> [String] {
        try Program.run(["export", "--archive", archive], in: scratch.folder).lines.map(String.init).sorted()
    }

    /// Starts the program, kills it after so many microseconds, and gives the addresses of the articles that it reported as stored.
    private func killed(after microseconds: Int, whenReporting: Bool, in scratch: Scratch) throws -> Set<String> {
        let sign = whenReporting ? "\"new\"" : nil
        try Program.killed(
            ["ingest", "--format", "json", "--archive", "a.letopis", "news.jsonl"], after: microseconds, whenSaying: sign, in: scratch)
        // A line that was cut off by the kill reports nothing.
        let whole = scratch.text("out").components(separatedBy: "\n").dropLast()
        return Set(
            try whole.compactMap { line in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                let number = (object?["name"] as? String)?.split(separator: ":").last.flatMap { Int($0) }
                return object?["outcome"] as? String == "failed" ? nil : number.map { "https://example.org/\($0 - 1)" }
            })
    }

    private static func line(_ number: Int) -> String {
        #"{"url": "https://example.org/\#(number)", "published": "2025-06-14", "text": "Мэр Анна Белова заявила, что мост номер \#(number) откроют."}"#
    }
}

/// The same numbers in every run (SplitMix64).
struct Draws {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
