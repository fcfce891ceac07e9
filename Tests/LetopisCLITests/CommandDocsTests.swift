internal import Foundation
internal import Testing

/// `Docs/command-line.md` names every command and every option that the program has: the program itself says which.
@Suite struct CommandDocsTests {
    private struct Dump: Decodable { var command: Command }
    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { var kind, name: String }
            var names: [Name]?
            var shouldDisplay: Bool
        }
        var commandName: String
        var arguments: [Argument]?
        var subcommands: [Command]?

        /// The commands below this one, and their options as they are typed.
        var words: Set<String> {
            let names = (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
            let options = names.filter { $0.kind == "long" }.map { "--\($0.name)" }
            return (subcommands ?? []).reduce(into: Set(options + [commandName])) { $0.formUnion($1.words) }
        }
    }

    @Test func everyCommandAndOptionIsDescribed() throws {
        let run = try Program.run(["--experimental-dump-help"])
        let words = try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8)).command.words
        #expect(words.isSuperset(of: ["read", "analyse", "doctor", "--format", "--published", "--json", "--share", "--version"]))
        let page = try String(contentsOf: Program.checkout.appendingPathComponent("Docs/command-line.md"), encoding: .utf8)
        let missing = words.filter { word in !page.contains("`\(word)") && !page.contains("letopis \(word)") }
        #expect(missing.isEmpty, "Docs/command-line.md says nothing of \(missing.sorted())")
    }
}
