internal import ArgumentParser
internal import Letopis
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
            let batch = Batch(inputs: try Input.gather(files, openingFolders: true), jobs: common.parallelism)
            let share = try common.locateShare()
            let analyser = try Analyser.load(from: share, language: common.lang), lexicon = try share.pageLexicon()
            try await batch.run {
                let desk = Desk(analyser.scratch())
                return { loaded in
                    let articles = loaded.map { $0.input.article($0.bytes, charset: common.charset, lexicon: lexicon) }
                    let analyses = analyser.analyse(articles, lines: lines ? .endSentences : .areSpace, scratch: &desk.scratch)
                    return zip(loaded, analyses).map { .read(output($1, id: $0.input.id), notices: $1.notices) }
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
