internal import ArgumentParser
internal import Letopis

/// `letopis explain`: why the record of each article is what it is.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show why the record is what it is: rules, lexicon lines, what nearly fired, how sources were resolved.",
        discussion: """
            Examples:
              letopis explain article.txt
              letopis explain --format json a.txt b.txt > reasons.jsonl

            For each statement that `letopis read` finds: its sentence with cue, source
            and content marked, the tree around the cue, the rule and the line of the
            word list, the rules tried before, and who the source could have been. Then
            each word of saying that nothing came of, and what it lacked.
            Docs/command-line.md defines the JSON.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "Articles, as text files; - is standard input, which is also read where none is named.", completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: "text for people, json for programs.")
    var format = Format.text

    @OptionGroup var article: ArticleOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let batch = Batch(inputs: try Input.gather(files, openingFolders: false), jobs: common.parallelism)
            let share = try common.locateShare()
            let reader = try settingUp { try Reader(share: share.path, language: common.lang) }
            try await batch.run {
                let desk = Desk(reader.scratch())
                return { input in
                    outcome(of: input) { bytes in
                        let explanation = reader.explain(article.article(of: bytes, common), scratch: &desk.scratch)
                        return .read(output(explanation, of: input, isOne: batch.inputs.count == 1), notices: explanation.record.notices)
                    }
                }
            }
        }
    }

    private func output(_ explanation: Explanation, of input: Input, isOne: Bool) -> [UInt8] {
        guard format == .text else { return ExplanationWire.json(explanation) + [10] }
        let text = ExplanationText.text(explanation, style: Console.style)
        return Array((isOne ? text : "── \(printable(input.path)) ──\n" + text + "\n").utf8)
    }
}
