/// Posts and occupations, read from `posts.txt`. Immutable.
struct PostLexicon: Sendable {
    /// What is known of a post besides its name.
    struct Traits: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        /// Stands in for another post, which belongs to its title: «заместитель министра».
        static let deputy = Traits(rawValue: 1)
        /// Speaks or acts for whoever holds the post named after it: «пресс-секретарь президента».
        static let proxy = Traits(rawValue: 2)
        /// Held no more: «экс-».
        static let former = Traits(rawValue: 4)
        /// Their names in the lexicon.
        static let names: [String: Traits] = ["deputy": .deputy, "former": .former, "proxy": .proxy]
    }
    /// A post.
    struct Entry: Sendable {
        /// Its lemmas, folded, a space between them.
        var name: String
        /// The name of the post that it is another word for, or its own.
        var family: String
        var traits: Traits
        /// By what other common names its holder may be called: «дипломат» of an ambassador.
        var wider: [String] = []
    }
    private(set) var entries: [Entry] = []
    /// Six Cyrillic letters: shorter words end many others by chance.
    private static let shortestLastPart = 12
    private var byName: [[UInt8]: Int] = [:]
    private var table = PhraseTable<Int>()
    private var prefixes: [(bytes: [UInt8], traits: Traits)] = []

    /// Reads the file's bytes: `lemmas | the same post by its common name | traits | what else its holder is called`.
    init(_ text: [UInt8]) throws(LexiconError) {
        let lines = try lexiconLines(text, file: "posts.txt", fields: 4)
        for line in lines {
            var traits: Traits = []
            for word in line.fields[2].split(separator: " ") {
                guard let trait = Traits.names[String(word)] else {
                    throw LexiconError(file: "posts.txt", line: line.number, kind: .unknown(String(word)))
                }
                traits.insert(trait)
            }
            add(line.fields[0], family: line.fields[1], traits)
        }
        for line in lines where !line.fields[3].isEmpty { try widen(line) }
        for i in entries.indices where entries[i].wider.isEmpty {
            entries[i].wider = byName[folded(Array(entries[i].family.utf8)[...])].map { entries[$0].wider } ?? []
        }
    }

    private mutating func widen(_ line: LexiconLine) throws(LexiconError) {
        guard let entry = byName[folded(Array(line.fields[0].utf8)[...])] else { return }
        for name in Spellings.list(line.fields[3]) {
            guard let wider = byName[folded(Array(name.utf8)[...])] else {
                throw LexiconError(file: "posts.txt", line: line.number, kind: .unknown(name))
            }
            entries[entry].wider.append(entries[wider].family)
        }
    }

    /// Whether a post may begin with a word: a look before what follows is gathered.
    func begins(with word: ArraySlice<UInt8>) -> Bool {
        !table.phrases(from: word).isEmpty || prefixes.contains { word.starts(with: $0.bytes) }
    }

    /// The post that begins with the lemma of a noun: the longest whose other lemmas follow, adjectives between them left out.
    func post(of lemma: ArraySlice<UInt8>, followedBy next: (Int) -> ArraySlice<UInt8>?) -> (entry: Entry, words: Int)? {
        for phrase in table.phrases(from: lemma) {
            let rest = phrase.words.dropFirst().enumerated()
            if rest.allSatisfy({ place, word in next(place)?.elementsEqual(word) == true }) {
                return (entries[phrase.value], phrase.words.count)
            }
        }
        for prefix in prefixes where lemma.starts(with: prefix.bytes) && lemma.count > prefix.bytes.count {
            guard var found = post(of: lemma.dropFirst(prefix.bytes.count), followedBy: next) else { continue }
            found.entry.traits.formUnion(prefix.traits)
            return found
        }
        return nil
    }

    /// The post of a noun that ends in one, «кинорежиссер», which is a post of its own, or is made of two, «режиссер-постановщик».
    func post(ofCompound lemma: ArraySlice<UInt8>) -> Entry? {
        let parts = lemma.split(separator: UInt8(ascii: "-"))
        if parts.count > 1, let number = [parts[0], parts[parts.count - 1]].lazy.compactMap({ byName[Array($0)] }).first {
            var entry = entries[number]
            entry.name = String(decoding: lemma, as: UTF8.self)
            return entry
        }
        for length in stride(from: PostLexicon.shortestLastPart, to: lemma.count - 2, by: 2) {
            guard let number = byName[Array(lemma.suffix(length))], entries[number].name.utf8.count == length else { continue }
            let name = String(decoding: lemma, as: UTF8.self)
            return Entry(name: name, family: name, traits: entries[number].traits, wider: entries[number].wider + [entries[number].family])
        }
        return nil
    }

    /// The post that an adjective and a noun make together: «генеральный секретарь».
    func post(adjective: ArraySlice<UInt8>, noun: ArraySlice<UInt8>) -> Entry? {
        byName[Array(adjective) + [32] + Array(noun)].map { entries[$0] }
    }

    private mutating func add(_ name: String, family: String, _ traits: Traits) {
        if name.hasSuffix("-") { return prefixes.append((folded(Array(name.utf8)[...]), traits)) }
        entries.append(Entry(name: name, family: family.isEmpty ? name : family, traits: traits))
        table.add(foldedWords(name), entries.count - 1)
        byName[folded(Array(name.utf8)[...])] = entries.count - 1
    }
}
