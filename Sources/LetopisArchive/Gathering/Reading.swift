public import Letopis
public import LetopisText

/// An article as it was read: what `Archive.settle` files.
public struct Reading: Sendable {
    /// A word of the text and the form in which the dictionary has it.
    public struct Word: Hashable, Sendable {
        /// Where it stands.
        public var span: SourceSpan
        /// Its lemma: `сказал` → `сказать`.
        public var lemma: String

        /// A word, and its lemma.
        public init(span: SourceSpan, lemma: String) {
            self.span = span
            self.lemma = lemma
        }
    }
    /// The record, with the article in it.
    public var record: Record
    /// The words, in text order: what makes an article found by any form of a word.
    public var words: [Word]
    /// The reader that read it, for `letopis reread`: a program's version and the like.
    public var reader: String

    /// A record with the words of its text.
    public init(record: Record, words: [Word], reader: String) {
        self.record = record
        self.words = words
        self.reader = reader
    }
}
