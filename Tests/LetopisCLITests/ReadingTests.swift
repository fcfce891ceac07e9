internal import Foundation
internal import Testing

/// Reading files: what goes to which stream, in which order, with which status. Needs the models.
@Suite(.enabled(if: Program.canRead)) struct ReadingTests {
    static let sentence = "Министр Анна Лебедева заявила, что мост откроют в мае."

    /// Runs a command over files of these texts, and over names that may not exist, in a folder of its own.
    func run(_ arguments: [String], texts: [String: String] = [:], input: String = "", environment: [String: String] = [:]) throws
        -> Program.Run
    {
        let scratch = try Scratch()
        for (name, text) in texts { try scratch.write(name, text) }
        return try Program.run(arguments, input: input, in: scratch.folder, environment: environment)
    }

    private func objects(_ run: Program.Run) throws -> [[String: Any]] {
        try run.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    @Test func oneObjectALine() throws {
        let run = try run(
            ["read", "--format", "json", "--outlet", "Вестник", "--published", "2024-03-05", "a.txt"],
            texts: ["a.txt": Self.sentence + "\n\nКонец.\n"])
        #expect(run.status == 0, "\(run.errors)")
        let article = try #require(try objects(run).first?["article"] as? [String: Any])
        #expect(run.lines.count == 1)
        #expect(article["outlet"] as? String == "Вестник")
        #expect(article["published"] as? String == "2024-03-05")
        #expect((article["text"] as? String)?.contains(Self.sentence) == true)
    }

    @Test(arguments: ["page.html", "page", "-"]) func aPageIsReadAsItsArticle(name: String) throws {
        let page = """
            <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><meta property="og:site_name" content="Вестник"><title>Мост - Вестник</title>
            <meta property="article:published_time" content="2024-03-05T09:30:00+03:00"></head><body><nav><a href="/">Главная</a></nav><h1>Мост</h1>
            <p>\(Self.sentence)</p><div class="comments"><p>Сергей Белов заявил, что это неправда.</p></div></body></html>
            """
        let arguments = ["read", "--format", "json", "--outlet", "Голос", name]
        let run = try run(arguments, texts: name == "-" ? [:] : [name: page], input: name == "-" ? page : "")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let record = try #require(try objects(run).first)
        let article = try #require(record["article"] as? [String: Any])
        #expect(article["text"] as? String == Self.sentence)
        #expect(article["title"] as? String == "Мост" && article["published"] as? String == "2024-03-05T09:30:00+03:00")
        #expect(article["outlet"] as? String == "Голос")
        #expect((record["statements"] as? [Any])?.count == 1)
    }

    @Test func aTextIsNoPage() throws {
        let run = try run(["read", "--format", "json", "a.txt"], texts: ["a.txt": "<html><body><p>" + Self.sentence])
        #expect((try objects(run).first?["article"] as? [String: Any])?["text"] as? String == "<html><body><p>" + Self.sentence)
    }

    @Test func oneMissingFileStopsNothing() throws {
        for command in ["read", "explain", "analyse"] {
            let files = ["a.txt", "missing.txt", "b.txt"]
            let run = try run(
                [command, "--format", "json"] + files, texts: ["a.txt": Self.sentence, "b.txt": "Дождь прошёл. " + Self.sentence])
            #expect(run.status == 2)
            #expect(run.lines.count == 2)
            #expect(run.errors == "letopis: missing.txt: No such file or directory\n")
        }
    }

    @Test func aFolderIsNoArticle() throws {
        let run = try run(["read", "--format", "json", "inner", "a.txt"], texts: ["a.txt": Self.sentence, "inner/b.txt": Self.sentence])
        #expect(run.status == 2)
        #expect(run.lines.count == 1)
        #expect(run.errors == "letopis: inner: is a folder; name the files in it\n")
    }

    @Test func aFolderOfTextsIsOpened() throws {
        let texts = ["in/b.txt": Self.sentence, "in/a.txt": Self.sentence, "in/note.md": "no", "c.txt": Self.sentence]
        let run = try run(["analyse", "--format", "json", "in", "c.txt"], texts: texts)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try objects(run).map { $0["id"] as? String } == ["a", "b", "c"])
    }

    @Test func standardInput() throws {
        for arguments in [["analyse", "--format", "json"], ["analyse", "--format", "json", "-"]] {
            let run = try run(arguments, input: Self.sentence)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try objects(run).first?["id"] as? String == "stdin")
        }
    }

    @Test func outputKeepsTheOrderOfTheInputs() throws {
        let names = (10..<60).map { "\($0).txt" }
        let texts = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { ($1, String(repeating: Self.sentence + " ", count: 1 + (50 - $0) % 7)) })
        let serial = try run(["analyse", "--format", "json", "--jobs", "1"] + names.reversed(), texts: texts)
        let parallel = try run(["analyse", "--format", "json", "--jobs", "5"] + names.reversed(), texts: texts)
        #expect(try objects(serial).map { $0["id"] as? String } == names.reversed().map { String($0.dropLast(4)) })
        #expect(serial.output == parallel.output)
    }

    @Test func recordsDoNotDependOnWhatIsReadBesideThem() throws {
        let example = Program.checkout.appendingPathComponent("Docs/examples/talks.txt").path
        let texts = ["a.txt": Self.sentence, "b.txt": "Дождь прошёл. " + Self.sentence]
        let together = try run(["read", "--format", "json", "--jobs", "3", "a.txt", example, "b.txt", example], texts: texts)
        let alone = try run(["read", "--format", "json", example])
        #expect(alone.status == 0 && together.status == 0, "\(alone.errors)\(together.errors)")
        #expect(together.lines.count == 4 && together.lines[1] == together.lines[3])
        #expect(alone.lines == [together.lines[1]])
    }

    @Test func theExampleHoldsOneOfEverything() throws {
        let example = Program.checkout.appendingPathComponent("Docs/examples/talks.txt").path
        let record = try #require(try objects(try run(["read", "--format", "json", "--published", "2025-12-16", example])).first)
        let statements = try #require(record["statements"] as? [[String: Any]])
        #expect(Set(statements.compactMap { $0["kind"] as? String }) == ["direct", "indirect", "mixed"])
        let text = try #require((record["article"] as? [String: Any])?["text"] as? String)
        for span in spans(in: record) { #expect(0 <= span.start && span.start <= span.end && span.end <= text.unicodeScalars.count) }
        for list in ["actors", "statements", "recalls", "seeAlso"] { #expect((record[list] as? [Any])?.isEmpty == false, "no \(list)") }
    }

    /// Every span anywhere in a JSON value.
    private func spans(in value: Any) -> [(start: Int, end: Int)] {
        guard let object = value as? [String: Any] else { return (value as? [Any])?.flatMap(spans) ?? [] }
        let own = (object["start"] as? Int).flatMap { start in (object["end"] as? Int).map { (start, $0) } }
        return (own.map { [$0] } ?? []) + object.values.flatMap(spans)
    }

    @Test func explainAndReadSpeakOfTheSameStatements() throws {
        let example = Program.checkout.appendingPathComponent("Docs/examples/talks.txt").path
        let read = try #require(try objects(try run(["read", "--format", "json", example])).first)
        let explained = try #require(try objects(try run(["explain", "--format", "json", example])).first)
        let statements = { (object: [String: Any]) in (object["statements"] as? [[String: Any]]) ?? [] }
        #expect(read["statements"] != nil && statements(explained).count == statements(read).count)
        for (reasons, statement) in zip(statements(explained), statements(read)) {
            #expect(reasons["id"] as? String == statement["id"] as? String)
            #expect(reasons["cue"] as? [String: Int] == statement["cue"] as? [String: Int])
        }
        let text = try run(["explain", "--outlet", "Вестник", "a.txt", "a.txt"], texts: ["a.txt": Self.sentence])
        #expect(text.status == 0 && text.output.contains("source[Министр Анна Лебедева] cue[заявила]"), "\(text.output)\(text.errors)")
        #expect(!text.output.contains("\u{1B}"))
    }

    @Test func aLanguageThatIsNotThere() throws {
        for command in ["read", "explain", "analyse"] {
            let run = try run([command, "--lang", "xx", "a.txt"], texts: ["a.txt": Self.sentence])
            #expect(run.status == 78)
            #expect(run.errors == "letopis: no word lists for the language xx; there are: ru\n")
        }
    }

    @Test func conlluHasTenColumns() throws {
        let run = try run(["analyse", "--format", "conllu", "a.txt"], texts: ["a.txt": Self.sentence])
        let rows = run.lines.filter { !$0.hasPrefix("#") }
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 10 })
    }

    @Test func bytesThatAreNoTextAreBadData() throws {
        let scratch = try Scratch()
        try scratch.write("picture.bin", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13] + [UInt8](repeating: 0, count: 500))
        try scratch.write("a.txt", Self.sentence)
        let alone = try Program.run(["read", "--format", "json", "picture.bin"], in: scratch.folder)
        #expect(alone.status == 65)
        #expect(alone.errors.hasPrefix("letopis: picture.bin: "))
        let beside = try Program.run(["read", "--format", "json", "picture.bin", "a.txt"], in: scratch.folder)
        #expect(beside.status == 0)
    }

    @Test func colourIsForTerminalsOnly() throws {
        let piped = try run(["read", "a.txt"], texts: ["a.txt": Self.sentence])
        #expect(piped.status == 0, "\(piped.errors)")
        #expect(!piped.output.isEmpty && !piped.output.contains("\u{1B}"))
        let terminal = "/usr/bin/script"
        guard FileManager.default.isExecutableFile(atPath: terminal) else {
            return print("colour on a terminal is not tried: no \(terminal)")
        }
        let scratch = try Scratch()
        let command = "'\(Program.folder.path)/letopis' read '\(try scratch.write("a.txt", Self.sentence))'"
        let coloured = try Program.run(["-qec", command, "/dev/null"], program: terminal)
        let plain = try Program.run(["-qec", command, "/dev/null"], environment: ["NO_COLOR": "1"], program: terminal)
        #expect(coloured.output.contains("\u{1B}["))
        #expect(!plain.output.isEmpty && !plain.output.contains("\u{1B}["))
    }

    @Test func aReaderThatGoesAwayIsNoError() throws {
        let scratch = try Scratch()
        let files = try (0..<40).map { try scratch.write("\($0).txt", String(repeating: Self.sentence + " ", count: 40)) }
        let command = "'\(Program.folder.path)/letopis' analyse --format json \(files.joined(separator: " ")) | head -c 100 >/dev/null"
        let run = try Program.run(["-c", command], program: "/bin/sh")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test func outputThatCannotBeWrittenIsAnError() throws {
        let scratch = try Scratch()
        let file = try scratch.write("a.txt", Self.sentence)
        let run = try Program.run(["-c", "'\(Program.folder.path)/letopis' analyse \(file) >/dev/full"], program: "/bin/sh")
        #expect(run.status == 74)
        #expect(run.errors == "letopis: standard output: No space left on device\n")
    }
}
