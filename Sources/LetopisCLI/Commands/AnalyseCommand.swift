internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// `letopis analyse`: the language analysis alone.
struct AnalyseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse",
        abstract: "Analyse the language of texts: sentences, tokens, parts of speech, features, tree, lemmas, names.",
        discussion: """
            Examples:
              letopis analyse article.txt
              letopis analyse --format conllu article.txt > article.conllu
              letopis analyse --format json texts/ > analyses.jsonl

            A folder stands for the .txt files in it. With --format json there is one
            object a line for each text, in the order given; offsets count Unicode
            code points. Tags and relations are those of Universal Dependencies.
            """,
        aliases: ["analyze"])

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, conllu }

    @Argument(help: "Texts, pages of HTML, or folders of texts; - is standard input, also read where none is named.", completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: "text for people, json for programs, conllu for treebank tools.")
    var format = Format.text

    @Flag(help: "End sentences at headlines and paragraphs without a full stop too, as `letopis read` does.")
    var lines = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let files = SourceFiles(naming: try Input.gather(files, openingFolders: true).map(\.path))
            let share = try common.locateShare()
            let analyser = try Analyser.load(from: share, language: common.lang), lexicon = try share.pageLexicon()
            let stream = DocumentStream(files, form: nil, known: nil, charset: common.charset, lexicon: lexicon)
            try await Batch(stream, jobs: common.parallelism).run {
                let desk = Desk(analyser.scratch())
                return { documents in
                    Unread.outcomes(of: documents, lexicon) { unread in
                        let analyses = analyser.analyse(
                            unread.map(\.article), lines: lines ? .endSentences : .areSpace, scratch: &desk.scratch)
                        return zip(unread, analyses).map { .read(output($1, id: documentID($0.name)), notices: $1.notices) }
                    }
                }
            }
        }
    }

    private func output(_ analysis: Analysis, id: String) -> [UInt8] {
        switch format {
        case .text: return Array(AnalysisText.text(analysis, style: Console.style).utf8)
        case .conllu: return ConlluWire.text(analysis, id: id)
        case .json:
            var json = JSONWriter()
            AnalysisWire.write(analysis, id: id, to: &json)
            json.endLine()
            return json.bytes
        }
    }
}
