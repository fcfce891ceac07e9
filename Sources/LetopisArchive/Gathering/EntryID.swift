/// An article's name in every archive: sixteen hexadecimal digits of the SHA-256 of its address, or of its origin where it has none.
public struct ArticleID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits.
    public let description: String

    /// The id of digits that are known to be one.
    init(_ digits: String) { description = digits }

    /// The id that begins with these 64 bits, and that the tables have as a number.
    init(_ number: Int64) {
        let digits = String(UInt64(bitPattern: number), radix: 16)
        description = String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// As the tables have it.
    var number: Int64 { Int64(bitPattern: UInt64(description, radix: 16) ?? 0) }

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

        /// What it is called in questions.
        var name: String { "\(self)" }

        /// The table of the words that entries of this sort are found by.
        var table: String { "\(name)_words" }
    }
    /// The article.
    public let article: ArticleID
    /// What it is.
    public let sort: Sort
    /// Six hexadecimal digits.
    public let digits: String

    /// The id of an entry of an article.
    init(_ article: ArticleID, _ code: EntryCode) {
        (self.article, sort) = (article, code.sort)
        let digits = String(code.digits, radix: 16)
        self.digits = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// As it is written.
    public var description: String { "\(article).\(sort.rawValue)\(digits)" }
    /// By what is written.
    public static func < (a: EntryID, b: EntryID) -> Bool { a.description < b.description }
}

/// What tells an entry from the others of its article: its sort and its digits.
struct EntryCode: Hashable {
    let sort: EntryID.Sort
    /// Twenty-four bits.
    let digits: Int

    init(_ sort: EntryID.Sort, digits: Int) { (self.sort, self.digits) = (sort, digits) }

    /// The code of a number; nil of one that is none.
    init?(number: Int64) {
        guard number >= 0, number >> 24 < EntryID.Sort.allCases.count else { return nil }
        self.init(EntryID.Sort.allCases[Int(number >> 24)], digits: Int(number & 0xFF_FFFF))
    }

    /// As the tables have it.
    var number: Int64 { Int64(EntryID.Sort.allCases.firstIndex(of: sort) ?? 0) << 24 | Int64(digits) }
}
