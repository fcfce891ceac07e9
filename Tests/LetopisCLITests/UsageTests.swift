internal import Foundation
internal import Testing

/// The command line itself: statuses, help, and what is said of a line that is wrong.
@Suite struct UsageTests {
    /// Runs the program and holds its status and what stands in its output and on standard error.
    func check(
        _ arguments: [String], status: Int32, output: [String] = [], errors: [String] = [], environment: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let run = try Program.run(arguments, environment: environment)
        #expect(run.status == status && !run.wasKilled, "\(run.errors)", sourceLocation: sourceLocation)
        for text in output { #expect(run.output.contains(text), sourceLocation: sourceLocation) }
        for text in errors { #expect(run.errors.contains(text), sourceLocation: sourceLocation) }
        if status == 0 { #expect(run.errors.isEmpty, sourceLocation: sourceLocation) }
        if status == 64 { #expect(run.output.isEmpty, sourceLocation: sourceLocation) }
    }

    @Test func helpIsData() throws {
        try check([], status: 0, output: ["Examples:", "letopis read article.txt", "Exit status:", "doctor"])
        try check(["--help"], status: 0, output: ["SUBCOMMANDS"])
        try check(["help", "read"], status: 0, output: ["--published", "Docs/record.md"])
        for command in ["read", "explain", "analyse", "analyze", "doctor"] {
            try check([command, "--help"], status: 0, output: ["USAGE: letopis "])
        }
    }

    @Test func versionIsData() throws {
        try check(["--version"], status: 0, output: ["0."])
    }

    @Test func completionsAreData() throws {
        try check(["--generate-completion-script", "bash"], status: 0, output: ["analyse", "--published"])
    }

    @Test func mistypedCommandsAreGuessed() throws {
        try check(["raed", "x.txt"], status: 64, errors: ["letopis: there is no command `raed`. Did you mean `letopis read`?\n"])
        try check(["analys"], status: 64, errors: ["Did you mean `letopis analyse`?"])
        try check(["docotr"], status: 64, errors: ["Did you mean `letopis doctor`?"])
        try check(
            ["serve"], status: 64, errors: ["there is no command `serve`. There are read, explain, analyse, "])
        try check(["\u{1B}[2J"], status: 64, errors: ["`\\u{1B}[2J`"])
    }

    @Test func wrongOptionsAreNamed() throws {
        try check(["read", "--formt", "json"], status: 64, errors: ["--format"])
        try check(["read", "--format", "conllu", "x.txt"], status: 64, errors: ["conllu", "json"])
        try check(["explain", "--format", "conllu", "x.txt"], status: 64, errors: ["conllu", "json"])
        try check(["analyse", "--format", "xml"], status: 64, errors: ["xml"])
        try check(["analyse", "--outlet", "X"], status: 64, errors: ["--outlet"])
        try check(["read", "--jobs", "0", "x.txt"], status: 64, errors: ["--jobs is a number from 1 to 1024, not 0"])
        try check(["doctor", "more"], status: 64, errors: ["more"])
    }

    @Test(arguments: ["yesterday", "16.12.2025", "2025-13-01", "2025-12-32", "2025-12-16 09:00", "", "2025"]) func wrongDates(
        _ date: String
    ) throws {
        for command in ["read", "explain"] {
            try check([command, "--published", date, "x.txt"], status: 64, errors: ["--published takes a date"])
        }
    }

    @Test func aShareFolderThatIsNotThere() throws {
        for command in [["read", "-"], ["explain", "-"], ["analyse", "-"], ["doctor"]] {
            let run = try Program.run(command + ["--share", "no/such"], input: "Текст.")
            #expect(run.status == 78)
            #expect((run.output + run.errors).contains("looked for no/such (--share)"))
        }
        try check(
            ["read", "x.txt"], status: 78, errors: ["no/such (LETOPIS_SHARE)", "make models"], environment: ["LETOPIS_SHARE": "no/such"])
    }

    @Test func anEmptyShareFolder() throws {
        let scratch = try Scratch()
        try check(["doctor", "--share", scratch.folder.path], status: 78, output: ["To do:", "make models", "No word lists"])
        try check(["analyse", "--share", scratch.folder.path, "x.txt"], status: 78, errors: ["letopis: ", "letopis doctor"])
    }
}
