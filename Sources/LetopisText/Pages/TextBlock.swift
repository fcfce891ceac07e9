internal import LetopisFormats

/// A paragraph of a page, as it stands between two elements that begin or end one.
struct TextBlock: Sendable {
    /// Its text, white space joined, without any at the ends. A line feed stands for `br`.
    var text: [UInt8]
    /// How many characters of it are in links, and how many there are.
    var linked: Int
    var length: Int
    /// The element that it stands in, and its first node.
    var element: Int
    var node: Int
    /// The first link in it.
    var link: Link?
    /// Whether it looks like what stands under the linked title of another article: it follows one, or begins with one.
    var isTeaser: Bool

    /// A link: what it says and where it goes.
    struct Link: Hashable, Sendable {
        var text, address: String
    }

    /// Its text as a string.
    var string: String { String(decoding: text, as: UTF8.self) }
    /// Which part of it is links, from 0 to 100.
    var linkShare: Int { length > 0 ? linked * 100 / length : 0 }
    /// Whether it reads like a sentence or more: long, with few links, ended like one or very long.
    var isProse: Bool { length >= 60 && linkShare < 50 && (endsSentence || length >= 160) }
    /// What it counts when the article is looked for.
    var weight: Int { isProse && !isTeaser ? min(length - linked, 1000) : 0 }

    /// Whether it ends in `.`, `!`, `?`, `…`, `:`, or one of those before a closing quotation mark or bracket.
    var endsSentence: Bool {
        let closing: Set<Character> = ["»", "”", "\"", ")", "“", "’", "]"]
        // Sixteen bytes hold the last four characters; where they begin inside one, it is not among those.
        guard let last = String(decoding: text.suffix(16), as: UTF8.self).suffix(4).last(where: { !closing.contains($0) }) else {
            return false
        }
        return ".!?…:;".contains(last)
    }
}
