/// The words that pages and feeds use around articles: names of months and zones, «Читайте также», «Подписывайтесь».
///
/// They lie in `Share/lexicon/pages.txt`, for all languages together: a page says seldom, and late, what language it is in.
public struct PageLexicon: Sendable {
    /// No words: only markup and dates in digits or English count.
    public static let none = PageLexicon()

    /// The words of the share folder at `share`. Throws where they are missing or damaged.
    public static func load(from share: String) throws(TextError) -> PageLexicon {
        try PageLexicon(lexicon: LexiconFile.bytes(share + "/lexicon/pages.txt"))
    }

    /// The words of a lexicon: a line is a phrase, a bar, its kind, and for some kinds a bar and a value.
    public init(lexicon: [UInt8]) throws(TextError) {}

    private init() {}
}
