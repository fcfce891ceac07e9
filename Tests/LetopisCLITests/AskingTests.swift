internal import Foundation
internal import Testing

/// Asking an archive: what is found, in which form, with which status. Needs the models.
@Suite(.enabled(if: Program.canRead)) struct AskingTests {
    let scratch: Scratch

    /// An archive of three articles, one of which would like to command a terminal and a spreadsheet.
    init() throws {
        scratch = try Scratch()
        let lines = [
            #"{"url": "u1", "outlet": "Вестник", "published": "2025-06-14", "title": "Мост", "text": "Мэр Анна Белова заявила, что мост откроют в мае."}"#,
            #"{"url": "u2", "outlet": "Курьер", "published": "2025-07-01", "title": "=1+1", "text": "Подрядчик Олег Ким сообщил, что мосты закроют."}"#,
            #"{"url": "u3", "published": "2024-05-05", "title": "\u001b[2JДождь", "text": "Погода \u001b[31mясная\u0007, в мае дожди."}"#,
        ]
        try scratch.write("news.jsonl", lines.joined(separator: "\n"))
        let run = try run(["ingest", "news.jsonl"])
        guard run.status == 0 else { throw CocoaError(.fileReadUnknown, userInfo: ["why": run.errors]) }
    }

    func run(_ arguments: [String]) throws -> Program.Run {
        try Program.run(arguments, in: scratch.folder, environment: ["LETOPIS_ARCHIVE": "a.letopis"])
    }

    /// Asks, and holds the addresses that are found.
    func check(_ arguments: [String], _ urls: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let run = try run(arguments + ["--format", "json"])
        let found = try run.lines.map { try (JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["url"] as? String }
        #expect(found == urls, "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.status == (urls.isEmpty ? 1 : 0), sourceLocation: sourceLocation)
    }

    @Test func questions() throws {
        try check(["search", "мостам"], ["u2", "u1"])
        try check(["search", "мост", "-откроют"], ["u2"])
        try check(["search", "-мост"], ["u3"])
        try check(["search", "speaker:Беловой"], ["u1"])
        try check(["search", "speaker:\"Анна Белова\"", "откроет"], ["u1"])
        try check(["search", "\"мосты закроют\""], ["u2"])
        try check(["search", "трактор"], [])
        try check(["search", "дождь", "date:2024"], ["u3"])
        try check(["timeline", "мост"], ["u1", "u2"])
        try check(["timeline", "--newest-first", "мост"], ["u2", "u1"])
        try check(["timeline", "outlet:Курьер"], ["u2"])
    }

    /// For people an article is shown by the sentence that answers, wherever that stands.
    @Test func theSentenceThatAnswersIsShown() throws {
        let scratch = try Scratch(), filler = String(repeating: "Погода ясная, и ничего не случилось. ", count: 20)
        try scratch.write("long.txt", filler + "Мэр Анна Белова заявила, что новый мост откроют в мае. " + filler)
        _ = try Program.run(["ingest", "--archive", "a.letopis", "long.txt"], in: scratch.folder)
        let found = try Program.run(["search", "--archive", "a.letopis", "мосты"], in: scratch.folder).output
        #expect(found.contains("\n  Мэр Анна Белова заявила, что новый мост откроют в мае.\n"), "\(found)")
        #expect(try Program.run(["search", "--archive", "a.letopis"], in: scratch.folder).output.contains("\n  Погода ясная, и ничего"))
    }

    @Test func pages() throws {
        let first = try run(["search", "--limit", "1"])
        #expect(first.errors.hasPrefix("letopis: there is more: --after "))
        let cursor = first.errors.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) } ?? ""
        try check(["search", "--limit", "1", "--after", cursor], ["u1"])
        #expect(try run(["search", "--limit", "3"]).errors.isEmpty)
    }

    @Test func nothingFoundAndWrongQuestions() throws {
        let nothing = try run(["search", "трактор"])
        #expect(nothing.status == 1 && nothing.output.isEmpty && nothing.errors == "letopis: nothing found\n")
        let wrong = try run(["search", "speakr:Белова"])
        #expect(wrong.status == 64 && wrong.errors.contains("there is no filter `speakr:`; there are speaker:, about:"))
        #expect(try run(["timeline", "date:июнь"]).status == 64)
        #expect(try run(["search", "--limit", "0", "x"]).status == 64)
        let missing = try run(["search", "--archive", "no.letopis", "мост"])
        #expect(missing.status == 66 && missing.errors.contains("no.letopis: cannot be opened"))
        #expect(try run(["show", "ffff"]).status == 1)
        #expect(try run(["search", "--archive", "news.jsonl", "мост"]).errors.contains("is no archive of letopis"))
    }

    @Test func nothingStoredCommandsATerminalOrASpreadsheet() throws {
        var outputs = [try run(["search", "дожди"]).output, try run(["timeline"]).output, try run(["quarantine", "list"]).output]
        let objects = try run(["search", "--format", "json"]).lines
        for line in objects {
            let id = try #require((try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["id"] as? String)
            outputs += try [[], ["--text"], ["--revisions"], ["--format", "json"]].map { try run(["show", id] + $0).output }
        }
        for form in ["records", "annotations"] { outputs.append(try run(["export", "--form", form]).output) }
        for output in outputs { #expect(!output.contains("\u{1B}") && !output.contains("\u{7}"), "\(output.debugDescription)") }
        #expect(outputs[0].contains("\\u{1B}"))
        let table = try run(["search", "--format", "csv", "мост"]).output
        #expect(table.hasPrefix("id,sort,kind,date,who,words,article,title,outlet,published,url,cursor\r\n"))
        #expect(table.contains(",'=1+1,Курьер,"))
        #expect(try run(["export", "--form", "statements"]).output.contains(",'=1+1,u2\r\n"))
    }

    @Test func showing() throws {
        let found = try run(["search", "--format", "json", "speaker:Ким"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
        let statement = try #require(object["id"] as? String), article = try #require(object["article"] as? String)
        #expect(object["words"] as? String == "мосты закроют" && statement.hasPrefix(article + ".s"))
        #expect(try run(["show", statement]).output.contains("words      мосты закроют\n"))
        #expect(try run(["show", statement, "--format", "json"]).output.contains("\"words\":\"мосты закроют\""))
        #expect(try run(["show", String(article.prefix(6)), "--text"]).output == "Подрядчик Олег Ким сообщил, что мосты закроют.\n")
        #expect(try run(["show", article]).output.contains(statement))
        #expect(try run(["show", article, "--format", "json"]).lines.count == 1)
        #expect(try run(["show", article + ".s000000"]).status == 1)
    }

    @Test func backups() throws {
        #expect(try run(["backup", "copy.letopis"]).status == 0)
        #expect(try run(["backup", "copy.letopis"]).status == 73)
        #expect(try run(["export", "--archive", "copy.letopis"]).output == run(["export"]).output)
        let check = try run(["check", "--json", "--archive", "copy.letopis"])
        #expect(check.status == 0 && check.output.hasPrefix(#"{"documents":3,"articles":3,"revisions":3,"#))
    }
}
