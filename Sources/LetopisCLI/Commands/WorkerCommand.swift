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
            let lexicon = try share.pageLexicon()
            let desk = Desk(reader.scratch()), input = Descriptor(number: 0)
            let dictionary = try settingUp { try MorphologicalDictionary(pack: share.models(common.lang) + "/dictionary.pack") }
            let preparation = Preparation(WordForms(dictionary))
            var received: [UInt8] = []
            try Console.emit(Answer.ready.frame.bytes)
            while true {
                while let frame = try Frame.take(from: &received) {
                    guard let retrieval = frame.retrieval else { throw CommandError.setUp("That is no message to a reader.") }
                    let answer: Answer
                    do throws(DocumentReading.Refusal) {
                        let reading = try DocumentReading(retrieval)
                            .reading(reader, desk, name: name, language: common.lang, lexicon: lexicon)
                        answer = .read([preparation.prepared(reading, from: retrieval.bytes).fields])
                    } catch { answer = .refused(error.reason) }
                    try Console.emit(answer.frame.bytes)
                }
                let bytes = (try? input.read(atMost: 1 << 18)) ?? []
                guard !bytes.isEmpty else { return }
                received += bytes
            }
        }
    }
}
