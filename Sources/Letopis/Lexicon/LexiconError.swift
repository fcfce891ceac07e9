/// A lexicon file that cannot be used: which file, which line, what is wrong with it.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// The line has too few or too many fields.
        case fields
        /// The same word stands in an earlier line.
        case duplicate(String)
        /// The line should stand before the one above it.
        case unsorted(String)
        /// A frame, an act, a class or a kind that there is not.
        case unknown(String)
        /// An entry without an example that it must find, or without one that it must not.
        case noExample(String)
    }
    /// The file's name: `cues.txt`.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// What is wrong with it.
    public var kind: Kind

    /// One sentence for people: `cues.txt:12: "сказать" is there twice`.
    public var description: String { "\(file):\(line): \(wording)" }

    private var wording: String {
        switch kind {
        case .fields: "a line has the fields that the head of the file names, with | between them"
        case .duplicate(let word): "\"\(word)\" is there twice"
        case .unsorted(let word): "\"\(word)\" is out of order; lines are sorted by their first field"
        case .unknown(let word): "\"\(word)\" is not known here"
        case .noExample(let word): "\"\(word)\" needs an example after # + and one after # -"
        }
    }
}
