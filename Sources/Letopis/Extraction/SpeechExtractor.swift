import LetopisText

/// Finds who said what in an analysed article. Immutable; one is enough for all tasks.
struct SpeechExtractor: Sendable {
    /// The cues and markers it knows.
    let lexicon: SpeechLexicon

    /// An extractor of a language's lexicon.
    init(lexicon: SpeechLexicon) { self.lexicon = lexicon }

    /// All statements, in text order. Time is linear in the article.
    func facts(in analysis: Analysis) -> [SpeechFact] { [] }

    /// The reporter's turns to what came before, in text order.
    func recalls(in analysis: Analysis) -> [RecallFact] { [] }

    /// Lines that point at other articles, in text order.
    func seeAlso(in analysis: Analysis) -> [SeeAlsoFact] { [] }
}
