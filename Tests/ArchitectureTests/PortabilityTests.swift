internal import Testing

/// The checkout builds anywhere: no path of somebody's machine, no registry by name in the scripts, no network in the tests.
@Suite struct PortabilityTests {
    static let homes = ["/home/", "/root/", "/Users/", "/opt/", "/mnt/", "/srv/"]

    @Test func scriptsNameNoMachineAndNoRegistry() {
        let folders = [".ci", "Training", "Evaluation", "Benchmarks"]
        let scripts = ["Makefile"] + folders.flatMap { Checkout.files(under: $0, ending: "") }.filter { !$0.hasSuffix(".md") }
        expectNone(scripts.flatMap { Self.foreign($0, Checkout.text($0), also: ["http" + "://", "https" + "://"]) })
        #expect(Self.foreign("a", "cd " + "/home" + "/me\nok", also: []).map(\.line) == [1])
    }

    @Test func sourcesAndDocsNameNoMachine() {
        let docs = Checkout.files(under: "Docs", ending: ".md") + ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"]
        expectNone((docs + Checkout.sources.map(\.path)).flatMap { Self.foreign($0, Checkout.text($0), also: []) })
    }

    static func foreign(_ path: String, _ text: String, also words: [String]) -> [Problem] {
        zip(text.split(separator: "\n", omittingEmptySubsequences: false), 1...).compactMap { line, number in
            guard let word = (homes + words).first(where: line.contains) else { return nil }
            return Problem(
                file: path, line: number,
                what: "\(word) ties the checkout to one machine or host: use a path from the checkout or a setting")
        }
    }
}
