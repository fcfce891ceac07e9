internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// `letopis worker`: reads documents that `ingest` and `reread` send it, so that a document that ends a reader ends nothing else.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Read documents that come in messages on standard input, and answer on standard output.",
        discussion: "Started by letopis itself. The messages are no promise: they change with the program.",
        shouldDisplay: false)

    @Option(help: "What the readings are signed with.")
    var name = ""

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let share = try common.locateShare()
            let reader = try settingUp { try Reader(share: share.path, language: common.lang) }
            let dictionary = try settingUp { try MorphologicalDictionary(pack: share.models(common.lang) + "/dictionary.pack") }
            let bench = Bench(reader, WordForms(dictionary), try share.pageLexicon(), name: name, language: common.lang)
            let input = Descriptor(number: 0)
            var received: [UInt8] = []
            try Console.emit(Answer.ready.frame.bytes)
            while true {
                while let frame = try Frame.take(from: &received) {
                    guard let retrievals = frame.retrievals else { throw CommandError.setUp("That is no message to a reader.") }
                    try Console.emit(bench.answers(retrievals).flatMap(\.frame.bytes))
                }
                let bytes = (try? input.read(atMost: 1 << 18)) ?? []
                guard !bytes.isEmpty else { return }
                received += bytes
            }
        }
    }
}

/// Where documents are read together and prepared for an archive.
final class Bench {
    private let reader: Reader
    private let desk: Desk
    private let preparation: Preparation
    private let lexicon: PageLexicon
    private let name, language: String

    init(_ reader: Reader, _ forms: WordForms, _ lexicon: PageLexicon, name: String, language: String) {
        self.reader = reader
        self.lexicon = lexicon
        self.name = name
        self.language = language
        desk = Desk(reader.scratch())
        preparation = Preparation(forms)
    }

    /// What documents are read as, in their order.
    func answers(_ retrievals: [Retrieval]) -> [Answer] {
        let readings = readings(retrievals)
        return zip(retrievals, readings).map { retrieval, reading in
            switch reading {
            case .success(let reading): .read(preparation.prepared(reading, from: retrieval.bytes).fields)
            case .failure(let refusal): .refused(refusal.reason)
            }
        }
    }

    /// The readings of documents, in their order, or why they are not read.
    func readings(_ retrievals: [Retrieval]) -> [Result<Reading, Refusal>] {
        let articles = retrievals.map { retrieval in
            Result { () throws(Refusal) in try DocumentReading(retrieval).article(language: language, lexicon) }
        }
        return workedTogether(articles) { articles in
            reader.readWithAnalysis(articles, scratch: &desk.scratch).map { record, analysis in
                Reading(record: record, words: Reading.words(of: analysis), reader: name)
            }
        }
    }
}
