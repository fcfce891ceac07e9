internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// `letopis copies`: a large archive out of few articles, for `Benchmarks/archive`. What lies in it says nothing about anything.
struct CopiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copies",
        abstract: "File articles many times, each time with other words, names, days and outlets.",
        discussion: "For Benchmarks/archive. The articles are read once; copies go the way of all others from there on.",
        shouldDisplay: false)

    @Argument(help: "JSON lines with the articles.", completion: .file())
    var file: String

    @Option(help: "How many articles there are to be.")
    var articles = 100_000

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let share = try common.locateShare(), lexicon = try share.pageLexicon()
            let reader = try settingUp { try Reader(share: share.path, language: common.lang) }
            let dictionary = try settingUp { try MorphologicalDictionary(pack: share.models(common.lang) + "/dictionary.pack") }
            let lines = PushedPieces(linesOf: try SourceFile(file))
            let bench = Bench(reader, WordForms(dictionary), lexicon, name: "copies", language: common.lang)
            var readings: [Reading] = []
            while case .document(let retrieval, _) = try lines.next() {
                readings += bench.readings([retrieval]).compactMap { try? $0.get() }
            }
            guard !readings.isEmpty else { throw CommandError.noneIsText }
            try await file(CopyDesk(readings, WordForms(dictionary)))
        }
    }

    /// Files copies, a batch at a time; the next one is made meanwhile.
    private func file(_ desk: CopyDesk) async throws {
        let open = try archive.open(.writing), progress = Progress()
        var next = Task { [articles] in await desk.batch(0..<min(articles, CopyDesk.atOnce)) }
        var done = 0
        while done < articles {
            let batch = await next.value, begin = done + batch.count
            next = Task { [articles] in await desk.batch(begin..<min(articles, begin + CopyDesk.atOnce)) }
            let kept = try open.keep(batch.map(\.0))
            try open.settle(zip(kept, batch).map { ($0.id, $1.1) })
            done += batch.count
            progress.show(done, of: articles, "articles")
        }
        progress.clear()
    }
}

/// Makes copies of readings.
actor CopyDesk {
    private let readings: [Reading]
    private let words: CopyWords
    private let preparation: Preparation

    static let atOnce = 256

    init(_ readings: [Reading], _ forms: WordForms) {
        self.readings = readings
        words = CopyWords(readings)
        preparation = Preparation(forms)
    }

    /// Copies by their numbers, each as a document and as what it was read as.
    func batch(_ numbers: Range<Int>) -> [(Retrieval, PreparedReading)] {
        numbers.map { number in
            let copy = words.copy(of: readings[number % readings.count], number), article = copy.record.article
            var json = JSONWriter()
            json.object { json in
                json.field("url", article.url)
                json.field("outlet", article.outlet)
                json.field("published", article.published)
                json.field("title", article.title)
                json.key("text")
                json.string(utf8: article.utf8[...])
            }
            var retrieval = Retrieval(
                bytes: json.bytes, origin: "/copies.jsonl#\(SourceDigest.of(json.bytes))", retrieved: "2026-01-01T00:00:00Z")
            retrieval.mediaType = MediaType.json
            return (retrieval, preparation.prepared(copy, from: json.bytes))
        }
    }
}
