/// The abbreviations that a full stop may follow without ending the sentence.
struct Abbreviations: Sendable {
    /// How an abbreviation stands in a sentence.
    enum Kind: String, Sendable, CaseIterable {
        /// Before what it belongs to: the sentence goes on, whatever follows. «им. Вахтангова»
        case head
        /// After what it belongs to: the sentence goes on where digits or a sign follow. «50 руб. (без скидки)»
        case tail
        /// The first letters of a name: the sentence goes on. «Дж. Байден»
        case initial
    }
    private var words: [AbbreviationKey: Kind] = [:]
    private var pairs: [Pair: Kind] = [:]

    private struct Pair: Hashable, Sendable {
        var first, second: AbbreviationKey
    }

    /// How a word stands, where it is an abbreviation.
    func kind(_ word: AbbreviationKey) -> Kind? { words[word] }

    /// How a pair of words stands, each with its full stop, where it is an abbreviation: «т. е.»
    func pair(_ first: AbbreviationKey, _ second: AbbreviationKey) -> Kind? { pairs[Pair(first: first, second: second)] }

    /// Adds an entry of one or two words.
    private mutating func add(_ keys: [AbbreviationKey], _ kind: Kind) {
        if keys.count == 2 { pairs[Pair(first: keys[0], second: keys[1])] = kind } else { words[keys[0]] = kind }
    }
}

/// Reading the lexicon: a line is an entry, a tab, its kind, a tab, `#` and an example sentence. Empty lines and lines that begin with
/// `#` say nothing.
extension Abbreviations {
    private static let name = "abbreviations.txt"

    init(lexicon: [UInt8]) throws {
        var previous: String?
        let lines = lexicon.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty && line.first != 0x23 {
            do throws(TextError.Kind) {
                let entry = try AbbreviationLine(line)
                try entry.follows(previous)
                add(entry.keys, entry.kind)
                previous = entry.text
            } catch { throw TextError(lexicon: Self.name, line: number + 1, error) }
        }
    }
}

/// One line of the lexicon.
private struct AbbreviationLine {
    let text: String
    let keys: [AbbreviationKey]
    let kind: Abbreviations.Kind

    init(_ line: ArraySlice<UInt8>) throws(TextError.Kind) {
        guard let valid = String(validating: line, as: UTF8.self) else { throw .malformed("it is not UTF-8") }
        let fields = valid.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 3 else { throw .malformed("an entry, its kind and an example, with tabs between, are wanted") }
        guard fields[2].hasPrefix("# ") else { throw .malformed("the example is to follow “# ”") }
        guard let kind = Abbreviations.Kind(rawValue: String(fields[1])) else { throw .malformed("“\(fields[1])” is no kind") }
        text = String(fields[0])
        self.kind = kind
        keys = try text.split(separator: " ", omittingEmptySubsequences: false).map(AbbreviationLine.key)
        if keys.count > 2 { throw .malformed("an entry has at most two words") }
    }

    /// Refuses an entry that stands there already, or belongs before the previous one.
    func follows(_ previous: String?) throws(TextError.Kind) {
        guard let previous else { return }
        if previous == text { throw .duplicate(text) }
        if text.unicodeScalars.lexicographicallyPrecedes(previous.unicodeScalars) { throw .unsorted(text) }
    }

    private static func key(_ word: Substring) throws(TextError.Kind) -> AbbreviationKey {
        var key = AbbreviationKey()
        for letter in word.unicodeScalars {
            guard letter.properties.isLowercase, key.append(letter.value) else {
                throw .malformed("“\(word)” is not up to ten letters in lower case")
            }
        }
        guard !word.isEmpty else { throw .malformed("the entry is empty, or has two spaces") }
        return key
    }
}
