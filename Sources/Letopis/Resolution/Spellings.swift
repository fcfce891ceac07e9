internal import LetopisText

/// Names written in several ways, found in an article in any case form.
struct Spellings: Sendable {
    /// A name found: which entry's, which of its names, how many tokens long.
    struct Found: Sendable { var entry: Int, name: Int, length: Int }
    private struct Spelling: Sendable {
        var words: [[UInt8]]
        var entry: Int
        var name: Int
    }
    private var spellings = WordMap<[Spelling]>()
    private let endings: NameEndings
    /// Two Cyrillic letters: names are looked up by how they begin, since their ends change.
    private static let key = 4

    init(endings: NameEndings) { self.endings = endings }

    /// Adds the names of an entry.
    mutating func add(_ names: [String], entry: Int) {
        for (place, name) in names.enumerated() {
            let words = foldedWords(name)
            guard let first = words.first else { continue }
            let key = Array(first.prefix(Spellings.key)), spelling = Spelling(words: words, entry: entry, name: place)
            spellings.set(key, (spellings[key[...]] ?? []) + [spelling])
        }
    }

    /// The longest name that begins at a token. A word stands in the form given or in another case of it.
    func name(at i: Int, in discourse: Discourse) -> Found? {
        let first = discourse.folded(i)
        var best: Found?
        for spelling in spellings[first.prefix(Spellings.key)] ?? [] where spelling.words.count > best?.length ?? 0 {
            let end = i + spelling.words.count
            guard end <= discourse.tokens.count, (i..<end).allSatisfy({ isForm($0, of: spelling.words[$0 - i], discourse) }) else {
                continue
            }
            best = Found(entry: spelling.entry, name: spelling.name, length: spelling.words.count)
        }
        return best
    }

    private func isForm(_ i: Int, of word: [UInt8], _ discourse: Discourse) -> Bool {
        discourse.lemma(i).elementsEqual(word) || endings.couldBe(discourse.folded(i), of: word)
    }

    /// The parts of a field between semicolons.
    static func list(_ field: String) -> [String] {
        field.utf8.split(separator: 0x3B).map { part in
            let end = part.lastIndex { $0 != 0x20 }.map(part.index(after:)) ?? part.startIndex
            return String(Substring(part[..<end].drop { $0 == 0x20 }))
        }
    }
}
