internal import Foundation
internal import Testing

/// The pages of `Docs` name every command and every option that the program has: the program itself says which.
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
        let folder = Program.checkout.appendingPathComponent("Docs")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        let page = try names.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }.joined()
        let missing = words.filter { word in !page.contains("`\(word)") && !page.contains("letopis \(word)") }
        #expect(missing.isEmpty, "no page of Docs says anything of \(missing.sorted())")
    }
}
