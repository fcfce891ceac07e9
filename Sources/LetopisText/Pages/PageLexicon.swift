/// The words that pages and feeds use around articles: names of months and zones, «Читайте также», «Подписывайтесь».
///
/// They lie in `Share/lexicon/pages.txt`, for all languages together: a page says seldom, and late, what language it is in.
public struct PageLexicon: Sendable {
    /// What a phrase does in a page. The raw value stands in the lexicon.
    enum Kind: String, Sendable, CaseIterable {
        /// Begins a paragraph that points to other articles.
        case seeAlso = "see-also"
        /// Begins a paragraph that is none of the article's: whose photo it is, where to subscribe.
        case aside
        /// Stands before the author's name.
        case byline
        /// The name of a month; its value is 1 to 12.
        case month
        /// The name of a time zone; its value is minutes from UTC.
        case zone
    }
    /// Months and zones by name.
    private(set) var values: [String: (kind: Kind, value: Int)] = [:]
    /// The phrases of the other kinds, in lower case, by their first letters.
    private var phrases: [Kind: [Character: [String]]] = [:]

    /// No words: only markup and dates in digits or English count.
    public static let none = PageLexicon()

    /// The words of the share folder at `share`. Throws where they are missing or damaged.
    public static func load(from share: String) throws(TextError) -> PageLexicon {
        try PageLexicon(lexicon: LexiconFile.bytes(share + "/lexicon/pages.txt"))
    }

    /// The words of a lexicon: a line is a phrase in lower case, a bar, its kind, and for months and zones a bar and a value. Sorted.
    public init(lexicon: [UInt8]) throws(TextError) {
        var previous = ""
        let lines = lexicon.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            do throws(TextError.Kind) {
                let fields = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self).split(separator: "|").map(trimmed)
                guard let phrase = fields.first, !phrase.isEmpty else { continue }
                if phrase == previous { throw .duplicate(phrase) }
                guard previous.unicodeScalars.lexicographicallyPrecedes(phrase.unicodeScalars) else { throw .unsorted(phrase) }
                previous = phrase
                try add(phrase, fields)
            } catch { throw TextError(lexicon: "pages.txt", line: number + 1, error) }
        }
    }

    private init() {}

    private mutating func add(_ phrase: String, _ fields: [String]) throws(TextError.Kind) {
        guard fields.count > 1, let kind = Kind(rawValue: fields[1]) else {
            throw .malformed("a phrase, a bar and one of \(Kind.allCases.map(\.rawValue).joined(separator: ", ")) are wanted")
        }
        guard kind == .month || kind == .zone else {
            return phrases[kind, default: [:]][phrase.first ?? " ", default: []].append(phrase)
        }
        guard fields.count == 3, let value = Int(fields[2]) else { throw .malformed("a number is wanted after the second bar") }
        values[phrase] = (kind, value)
    }

    /// Whether a text begins with a phrase of a kind, as a whole word.
    func begins(_ text: String, _ kind: Kind) -> Bool { phrase(beginning: text, kind) != nil }

    /// The phrase of a kind that a text begins with, in any case.
    func phrase(beginning text: String, _ kind: Kind) -> String? {
        guard let first = text.first?.lowercased().first, let candidates = phrases[kind]?[first] else { return nil }
        let head = String(text.prefix(64)).lowercased()
        return candidates.filter { phrase in
            guard head.hasPrefix(phrase) else { return false }
            return head.dropFirst(phrase.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
        }.max { $0.count < $1.count }
    }
}

/// Without white space at both ends.
func trimmed(_ text: some StringProtocol) -> String {
    let space: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !space($0) }), let last = scalars.lastIndex(where: { !space($0) }) else { return "" }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars[first...last])
    return String(kept)
}
