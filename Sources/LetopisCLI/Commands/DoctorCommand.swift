internal import ArgumentParser
internal import Letopis

/// `letopis doctor`: whether everything that reading needs is there and whole.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say whether everything that is needed is there: share folder, models, word lists, linear algebra.",
        discussion: """
            Every model pack is read whole, and its SHA-256 compared with the manifest's.
            The exit status is 78 where something is missing or damaged; the output then
            says what to do.
            """)

    @Flag(help: "One JSON object instead of text.")
    var json = false

    @Option(help: "The folder with models and word lists.", completion: .directory)
    var share: String?

    func run() async throws {
        try await Console.run {
            let findings = Findings(share: share)
            var out = JSONWriter()
            findings.write(to: &out)
            out.endLine()
            try Console.emit(json ? out.bytes : Array(findings.text.utf8))
            if !findings.complaints.isEmpty { throw CommandError.unwell }
        }
    }
}
