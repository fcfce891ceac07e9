public import LetopisText

/// Reads articles: who said what, through what; who they are; what was reported before.
///
/// Immutable, shared by all tasks; each task brings its own scratch. Reading never fails: bad input gives fewer facts and a notice, a text in
/// another language none. The same article gives the same record, byte for byte, whatever was read before.
///
///     let reader = try Reader(share: "Share")
///     var scratch = reader.scratch()
///     let record = reader.read(Article("«Мы готовы», — сказал министр Олег Лунин."), scratch: &scratch)
public struct Reader: Sendable {
    private let language: String
    private let letters: Letters
    private let analyser: Analyser
    private let speech: SpeechExtractor
    private let meetings: MeetingExtractor
    private let positions: PositionExtractor
    private let dates: DateFinder
    private let builder: RecordBuilder

    /// Loads a language's models (`models/ru`) and lexicons (`lexicon/ru`) from the folder `Share`. Throws `PackError`, `TextError` or
    /// `LexiconError` where one is missing or malformed, with the file and what is wrong.
    public init(share folder: String, language: String = "ru") throws {
        let models = "\(folder)/models/\(language)", lexicon = "\(folder)/lexicon/\(language)"
        self.language = language
        letters = try Letters(LexiconFile.bytes(lexicon + "/letters.txt"))
        analyser = try Analyser(models: models, abbreviations: LexiconFile.bytes(lexicon + "/abbreviations.txt"))
        speech = SpeechExtractor(lexicon: try SpeechLexicon(folder: lexicon))
        positions = PositionExtractor(lexicon: try PositionLexicon(LexiconFile.bytes(lexicon + "/positions.txt")), speech: speech.lexicon)
        meetings = try MeetingExtractor(folder: lexicon, words: speech.lexicon)
        dates = DateFinder(lexicon: try DateLexicon(LexiconFile.bytes(lexicon + "/dates.txt")))
        let actors = try ActorLexicon(folder: lexicon)
        builder = RecordBuilder(
            resolver: Resolver(lexicon: actors, nominative: Nominative(dictionary: analyser.dictionary, endings: actors.endings)))
    }

    /// Working memory for one task; it grows to the longest article and is used again.
    public func scratch() -> Analyser.Scratch { analyser.scratch() }

    /// The record of an article.
    public func read(_ article: Article, scratch: inout Analyser.Scratch) -> Record {
        readWithAnalysis([article], scratch: &scratch)[0].record
    }

    /// The records of articles, each as if it were alone, and the language analyses that they come from. Several short articles take less time
    /// together.
    public func readWithAnalysis(_ articles: [Article], scratch: inout Analyser.Scratch) -> [(record: Record, analysis: Analysis)] {
        analyse(articles, scratch: &scratch).map { (record(of: $0), $0) }
    }

    /// The language analyses alone, sentences ended by line ends too. An article of no stated language is taken to be in the reader's.
    public func analyse(_ articles: [Article], scratch: inout Analyser.Scratch) -> [Analysis] {
        let articles = articles.map { article in
            var article = article
            if article.language == nil { article.language = language }
            return article
        }
        return analyser.analyse(articles, lines: .endSentences, scratch: &scratch)
    }

    private func record(of analysis: Analysis) -> Record {
        guard letters.suit(analysis.article.utf8) else { return strange(analysis) }
        let text = speech.text(analysis), facts = speech.facts(in: text), positions = positions.facts(in: text)
        let recalls = speech.recalls(in: text), seeAlso = speech.seeAlso(in: text)
        let dates = dates.dates(in: analysis), meetings = meetings.facts(in: text, dates: dates)
        return builder.record(
            of: analysis, facts: facts, meetings: meetings, positions: positions, dates: dates, recalls: recalls, seeAlso: seeAlso)
    }

    /// The record of an article in another language, which says nothing.
    private func strange(_ analysis: Analysis) -> Record {
        var article = analysis.article
        if article.language == language { article.language = nil }
        var record = Record(article: article, id: article.digest)
        let words =
            "The text is written with letters of another language than the one that is read here (\(language)); nothing was read of it."
        record.notices = analysis.notices + [Notice(.language, words)]
        return record
    }
}

extension SpeechLexicon {
    /// The lexicon in a folder such as `Share/lexicon/ru`.
    init(folder: String) throws {
        func bytes(_ name: String) throws -> [UInt8] { try LexiconFile.bytes("\(folder)/\(name).txt") }
        try self.init(
            cues: bytes("cues"), groups: bytes("groups"), words: bytes("words"), channels: bytes("channels"), hedges: bytes("hedges"),
            markers: bytes("markers"))
    }
}

extension ActorLexicon {
    /// The lexicon in a folder such as `Share/lexicon/ru`.
    init(folder: String) throws {
        func bytes(_ name: String) throws -> [UInt8] { try LexiconFile.bytes("\(folder)/\(name).txt") }
        try self.init(
            endings: bytes("name-endings"), posts: bytes("posts"), words: bytes("role-words"), countries: bytes("countries"),
            compounds: bytes("compounds"), seats: bytes("seats"), bodies: bytes("bodies"),
            nouns: bytes("description-nouns"), weights: bytes("description-weights"))
    }
}

extension MeetingExtractor {
    /// The lexicon in a folder such as `Share/lexicon/ru`.
    init(folder: String, words: SpeechLexicon) throws {
        func bytes(_ name: String) throws -> [UInt8] { try LexiconFile.bytes("\(folder)/\(name).txt") }
        lexicon = try MeetingLexicon(meetings: bytes("meetings"), words: bytes("meeting-words"))
        self.words = words
    }
}

extension Reader {
    /// Why the record of an article is what it is. The record in it is the one that `read` gives; it costs somewhat more than two readings.
    public func explain(_ article: Article, scratch: inout Analyser.Scratch) -> Explanation {
        let (record, analysis) = readWithAnalysis([article], scratch: &scratch)[0]
        return Explainer(speech: speech, resolver: builder.resolver).explanation(of: record, analysis)
    }
}
