/// Cuts an article's text into tokens and sentences, as razdel 0.5.0 does (Kukushkin, 2018; the segmentation that the
/// models of the Natasha project were trained on): «В г. Твери 0,4 млн жителей.» is one sentence, `В|г|.|Твери|0,4|млн|жителей|.`
///
/// Guaranteed, whatever the text: linear time, no allocation for a token; tokens in order, not overlapping, covering every
/// character that is not white space; sentences likewise; every token in exactly one sentence, since tokens hold no white space and
/// sentences end before it. The same text gives the same result.
///
/// Not done: no sentence ends where no white space follows, as at «Да.Нет»; and at a headline without a full stop only where it is asked
/// for by `LineEnds.endSentences`, which is not razdel's way.
public struct Segmenter: Sendable {
    private let classes = CharacterClasses()
    private let abbreviations: Abbreviations

    /// A segmenter that knows the abbreviations of a lexicon, such as `Share/lexicon/ru/abbreviations.txt`, given as its bytes.
    ///
    /// Empty bytes are a lexicon without entries. Throws `TextError`, with the line, where a line is malformed, stands there twice,
    /// or is out of order.
    public init(abbreviations lexicon: [UInt8]) throws {
        abbreviations = try Abbreviations(lexicon: lexicon)
    }

    /// Puts the tokens and the sentences of a text in place of what the two arrays hold; their memory is used again.
    ///
    /// The text is to be valid UTF-8, as `Article.utf8` is. Of other bytes only the guarantees above hold.
    public func segment(_ text: [UInt8], lines: LineEnds = .areSpace, into tokens: inout [Token], sentences: inout [Sentence]) {
        tokens.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        let source = SourceText(utf8: text, classes: classes)
        Tokenizer(text: source).append(to: &tokens)
        SentenceSplitter(text: source, abbreviations: abbreviations, lines: lines == .endSentences ? Lines(source) : nil)
            .append(to: &sentences, tokens: tokens)
    }
}

/// What the end of a line means.
public enum LineEnds: Sendable {
    /// What any white space means, as to razdel.
    case areSpace
    /// That the sentence ends too, if the next line does not plainly go on with it: headlines, headings, items of lists and quotations set
    /// apart are sentences of their own. In a text that is wrapped to a width, only blank lines end sentences.
    case endSentences
}
