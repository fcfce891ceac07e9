/// An article's name in every archive: sixteen hexadecimal digits of the SHA-256 of its address, or of its origin where it has none.
public struct ArticleID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits.
    public let description: String

    /// The id of digits that are known to be one.
    init(_ digits: String) { description = digits }

    /// By digits.
    public static func < (a: ArticleID, b: ArticleID) -> Bool { a.description < b.description }
}

/// The name of a statement, a meeting or a position in every archive: `3f9a0c1b22de4455.s1f2e3d`.
///
/// It is made of the article's id and the characters around the word that the entry hangs on (the cue, the word that names the meeting, the
/// issue). So it stays when the article is read again by a newer reader, and when another part of the article changes.
public struct EntryID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// What an entry is. The raw value stands in its id.
    public enum Sort: String, Sendable, CaseIterable {
        case statement = "s"
        case meeting = "m"
        case position = "p"
    }
    /// The article.
    public let article: ArticleID
    /// What it is.
    public let sort: Sort
    /// Six hexadecimal digits.
    public let digits: String

    /// As it is written.
    public var description: String { "\(article).\(sort.rawValue)\(digits)" }
    /// By what is written.
    public static func < (a: EntryID, b: EntryID) -> Bool { a.description < b.description }
}
