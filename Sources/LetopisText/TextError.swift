/// Why a lexicon of this room was refused: which one, which line, what is wrong with it.
///
/// Reading text never throws; loading does, since a broken lexicon is a broken installation.
public struct TextError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Error, Hashable, Sendable {
        /// The file is not there or cannot be read.
        case unreadable
        /// The line is not written as the lexicon's lines are.
        case malformed(String)
        /// The entry stands in the lexicon already.
        case duplicate(String)
        /// The entry stands after one that sorts behind it.
        case unsorted(String)
    }
    /// The lexicon, by its usual file name.
    public let lexicon: String
    /// The line, counted from 1; 0 for the whole file.
    public let line: Int
    /// What is wrong with it.
    public let kind: Kind

    /// An error in a line of a lexicon.
    public init(lexicon: String, line: Int, _ kind: Kind) {
        self.lexicon = lexicon
        self.line = line
        self.kind = kind
    }

    /// What, where, and what to do.
    public var description: String {
        if kind == .unreadable { return "\(lexicon) cannot be read: the folder Share that this program reads is not whole." }
        let what =
            switch kind {
            case .unreadable: "cannot be read"
            case .malformed(let why): "is malformed: \(why)"
            case .duplicate(let entry): "says “\(entry)” again: keep one of the two"
            case .unsorted(let entry): "has “\(entry)” out of order: sort the file by bytes (LC_ALL=C sort)"
            }
        return "\(lexicon), line \(line) \(what)."
    }
}
