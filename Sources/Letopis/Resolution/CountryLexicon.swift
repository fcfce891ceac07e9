internal import LetopisText

/// Countries, read from `countries.txt`: their names, the adjectives made of them, capitals and inhabitants. Immutable.
struct CountryLexicon: Sendable {
    /// A country's names as a reader is shown them, the common one first.
    struct Country: Sendable {
        var names: [String]
        var capital: String
    }
    private struct Spelling: Sendable {
        var words: [[UInt8]]
        var country: Int
        /// Its place in `Country.names`.
        var name: Int
    }
    private(set) var countries: [Country] = []
    private var spellings: [[UInt8]: [Spelling]] = [:]
    private var adjectives: [[UInt8]: Int] = [:]
    private var inhabitants: [[UInt8]: Int] = [:]
    private let endings: NameEndings
    /// Two Cyrillic letters: names are looked up by how they begin, since their ends change.
    private static let key = 4

    /// Reads the file's bytes: `names; of; it | adjectives | capital | inhabitants`.
    init(_ text: [UInt8], endings: NameEndings) throws(LexiconError) {
        self.endings = endings
        for line in try lexiconLines(text, file: "countries.txt", fields: 4) {
            let names = CountryLexicon.list(line.fields[0]), number = countries.count
            countries.append(Country(names: names, capital: line.fields[2]))
            for (place, name) in names.enumerated() { add(name, country: number, name: place) }
            for word in CountryLexicon.list(line.fields[1]) { adjectives[folded(Array(word.utf8)[...])] = number }
            for word in CountryLexicon.list(line.fields[3]) { inhabitants[folded(Array(word.utf8)[...])] = number }
        }
    }

    /// The country whose name begins at a token, and how many tokens the name has.
    func country(at i: Int, in discourse: Discourse) -> (country: Int, name: Int, length: Int)? {
        let first = folded(discourse.form(i))
        var best: (country: Int, name: Int, length: Int)?
        for spelling in spellings[Array(first.prefix(CountryLexicon.key))] ?? [] where spelling.words.count > best?.length ?? 0 {
            let end = i + spelling.words.count
            guard end <= discourse.tokens.count, (i..<end).allSatisfy({ endings.couldBe(discourse.form($0), of: spelling.words[$0 - i]) }) else { continue }
            best = (spelling.country, spelling.name, spelling.words.count)
        }
        return best
    }

    /// The country that an adjective's lemma is made of: «американский».
    func country(ofAdjective lemma: ArraySlice<UInt8>) -> Int? { adjectives[Array(lemma)] }

    /// The country whose inhabitant a lemma names: «американец».
    func country(ofInhabitant lemma: ArraySlice<UInt8>) -> Int? { inhabitants[Array(lemma)] }

    private mutating func add(_ name: String, country: Int, name place: Int) {
        let words = foldedWords(name)
        guard let first = words.first else { return }
        spellings[Array(first.prefix(CountryLexicon.key)), default: []].append(Spelling(words: words, country: country, name: place))
    }

    private static func list(_ field: String) -> [String] {
        field.split(separator: ";").map { part in String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    }
}
