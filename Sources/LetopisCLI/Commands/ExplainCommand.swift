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

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        try await reading.run { reader, unread, desk, headings in
            unread.map { unread in
                let explanation = reader.explain(unread.article, scratch: &desk.scratch)
                return .read(output(explanation, of: unread.name, headings: headings), notices: explanation.record.notices)
            }
        }
    }

    private func output(_ explanation: Explanation, of name: String, headings: Bool) -> [UInt8] {
        guard reading.format == .text else { return ExplanationWire.json(explanation) + [10] }
        let text = ExplanationText.text(explanation, style: Console.style)
        return Array((headings ? "── \(printable(name)) ──\n" + text + "\n" : text).utf8)
    }
}
