/// What a noun can stand for, or says of an actor that has it in its name: each a word of `description-nouns.txt`.
struct NounClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    private static let order = [
        "state", "government", "court", "parliament", "company", "bank", "outlet", "team", "culture", "academic", "medical", "religious",
        "party", "union", "fund", "army", "group", "country", "region", "writing", "new", "lead", "through", "cites", "functional", "named",
        "issued", "office",
    ]
    /// By their names in the lexicon.
    static let names = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, NounClasses(rawValue: 1 << UInt32($0))) })
    /// Kinds of bodies.
    static let bodies = NounClasses(rawValue: 1 << 19 - 1)
    static let outlet = NounClasses(rawValue: 1 << 6)
    /// Of countries, and of what the news treats as one.
    static let country = NounClasses(rawValue: 1 << 17)
    /// What one says things in: «сообщение».
    static let writing = NounClasses(rawValue: 1 << 19)
    /// Brings in somebody else: «другой».
    static let new = NounClasses(rawValue: 1 << 20)
    /// The first of a body: «директор».
    static let lead = NounClasses(rawValue: 1 << 21)
    /// Is a part of what is named behind it, or speaks for it: «пресс-служба».
    static let through = NounClasses(rawValue: 1 << 22)
    /// A verb that outlets are the subject of.
    static let cites = NounClasses(rawValue: 1 << 23)
    /// A body that needs no other word to be known by: «полиция».
    static let functional = NounClasses(rawValue: 1 << 24)
    /// Only in names: «ведомость» of «Ведомости».
    static let named = NounClasses(rawValue: 1 << 25)
    /// A writing of bodies, not of people: «пресс-релиз».
    static let issued = NounClasses(rawValue: 1 << 26)
    /// A post whose holder everybody knows by name: «президент».
    static let office = NounClasses(rawValue: 1 << 27)
}

/// Nouns by which an article goes on to speak of an actor that it has named, read from `description-nouns.txt`. Immutable.
struct DescriptionNouns: Sendable {
    private var classes = WordMap<NounClasses>()
    private var firstParts: [(bytes: [UInt8], classes: NounClasses)] = []
    private var lastParts: [(bytes: [UInt8], classes: NounClasses)] = []
    /// A name has at least so many bytes besides a part of it that tells what it is: two letters.
    private static let leastRest = 4

    /// Reads the file's bytes: `lemma | what it can stand for`.
    init(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "description-nouns.txt", fields: 2) {
            var found: NounClasses = []
            for word in line.fields[1].split(separator: " ") {
                guard let one = NounClasses.names[String(word)] else {
                    throw LexiconError(file: "description-nouns.txt", line: line.number, kind: .unknown(String(word)))
                }
                found.insert(one)
            }
            let lemma = folded(Array(line.fields[0].utf8)[...])
            switch UInt8(ascii: "-") {
            case lemma.last: firstParts.append((Array(lemma.dropLast()), found))
            case lemma.first: lastParts.append((Array(lemma.dropFirst()), found))
            default: classes.set(lemma, found)
            }
        }
    }

    /// What a lemma can stand for.
    func classes(of lemma: ArraySlice<UInt8>) -> NounClasses {
        let found = classes[lemma] ?? []
        return found.contains(.named) ? [] : found
    }

    /// What a word of a name says of its bearer: «мин» of «Минздрав», too, or «банк» of «Волгобанк».
    func classes(ofName lemma: ArraySlice<UInt8>) -> NounClasses {
        if let known = classes[lemma] { return known.intersection(.bodies) }
        func isPart(_ part: [UInt8], _ ends: Bool) -> Bool { ends && lemma.count >= part.count + Self.leastRest }
        let last = lastParts.first { isPart($0.bytes, lemma.suffix($0.bytes.count).elementsEqual($0.bytes)) }
        let part = last ?? firstParts.first { isPart($0.bytes, lemma.starts(with: $0.bytes)) }
        return part?.classes.intersection(.bodies) ?? []
    }
}
