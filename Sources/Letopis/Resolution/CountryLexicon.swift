internal import LetopisText

/// Countries, read from `countries.txt`: their names, the adjectives made of them, capitals and inhabitants. Immutable.
struct CountryLexicon: Sendable {
    /// A country's names as a reader is shown them, the common one first.
    struct Country: Sendable {
        var names: [String]
        var capital: String
    }
    private(set) var countries: [Country] = []
    private var spellings: Spellings
    private var adjectives = WordMap<Int>()
    private var inhabitants = WordMap<Int>()
    private var capitals = WordMap<Int>()
    private var firstParts = WordMap<Int>()

    /// Reads the file's bytes: `names; of; it | adjectives | capital | inhabitants`.
    init(_ text: [UInt8], endings: NameEndings) throws(LexiconError) {
        spellings = Spellings(endings: endings)
        for line in try lexiconLines(text, file: "countries.txt", fields: 4) {
            let names = Spellings.list(line.fields[0]), number = countries.count
            countries.append(Country(names: names, capital: line.fields[2]))
            spellings.add(names, entry: number)
            capitals.set(folded(Array(line.fields[2].utf8)[...]), number)
            for word in Spellings.list(line.fields[1]) { adjectives.set(folded(Array(word.utf8)[...]), number) }
            for word in Spellings.list(line.fields[3]) { inhabitants.set(folded(Array(word.utf8)[...]), number) }
        }
    }

    /// Reads the bytes of `compounds.txt`: `first part | adjective`.
    mutating func addFirstParts(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "compounds.txt", fields: 2) {
            guard let country = adjectives[folded(Array(line.fields[1].utf8)[...])[...]] else {
                throw LexiconError(file: "compounds.txt", line: line.number, kind: .unknown(line.fields[1]))
            }
            firstParts.set(folded(Array(line.fields[0].utf8)[...]), country)
        }
    }

    /// The country whose name begins at a token.
    func country(at i: Int, in discourse: Discourse) -> Spellings.Found? { spellings.name(at: i, in: discourse) }

    /// The country that an adjective's lemma is made of: «американский».
    func country(ofAdjective lemma: ArraySlice<UInt8>) -> Int? { adjectives[lemma] }

    /// The country whose capital a name in the nominative is.
    func country(ofCapital name: String) -> Int? { capitals[folded(Array(name.utf8)[...])[...]] }

    /// The country of the first part of a double adjective: «американо» of «американо-российский».
    func country(ofFirstPart part: ArraySlice<UInt8>) -> Int? { firstParts[part] }

    /// The country whose inhabitant a lemma names: «американец».
    func country(ofInhabitant lemma: ArraySlice<UInt8>) -> Int? { inhabitants[lemma] }
}

/// Bodies that the news knows by several names, read from `bodies.txt`: «Европейская комиссия», «Еврокомиссия», «ЕК». Immutable.
struct BodyLexicon: Sendable {
    /// The names of each body, the fullest first.
    private(set) var bodies: [[String]] = []
    private var spellings: Spellings

    /// Reads the file's bytes: `names; of; it`.
    init(_ text: [UInt8], endings: NameEndings) throws(LexiconError) {
        spellings = Spellings(endings: endings)
        for line in try lexiconLines(text, file: "bodies.txt", fields: 1) {
            let names = Spellings.list(line.fields[0])
            spellings.add(names, entry: bodies.count)
            bodies.append(names)
        }
    }

    /// The body whose name begins at a token.
    func body(at i: Int, in discourse: Discourse) -> Spellings.Found? { spellings.name(at: i, in: discourse) }
}
