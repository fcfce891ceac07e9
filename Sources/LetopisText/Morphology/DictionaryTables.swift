internal import LetopisNeural

/// What a dictionary pack holds. `Training/dictionary.py` writes it.
///
/// A class, so that handing a dictionary on costs one reference count, not one for each of its sections.
final class DictionaryTables: Sendable {
    let words: RecordAutomaton
    /// For each prefix of the paradigms, the endings of words with that prefix.
    let endings: [RecordAutomaton]
    let longestEnding: Int
    let probabilities: Automaton
    let paradigms: Paradigms
    let tags: Tagset
    let lookup: WordLookup
    let folds: WordLookup
    /// The ways to analyse a word; a group is tried where those before it found nothing.
    let units: [[AnalysisUnit]]
    let initials: Set<[UInt8]>
    let particles: [[UInt8]]
    let adverbs: [AdverbPattern]
    /// The prefixes that leave the inflection as it is, longest first.
    let knownPrefixes: [[UInt8]]

    init(_ pack: Pack) throws(PackError) {
        words = try RecordAutomaton("words", in: pack)
        paradigms = try Paradigms(pack)
        tags = try Tagset(pack)
        var endings: [RecordAutomaton] = []
        for i in paradigms.prefixes.indices { endings.append(try RecordAutomaton("endings.\(i)", in: pack)) }
        self.endings = endings
        longestEnding = min(16, Int(try pack.array("endings.longest", of: UInt32.self, rank: 1).0.at(0) ?? 0))
        probabilities = Automaton(units: try pack.array("probabilities.units", of: UInt32.self, rank: 1).0)
        lookup = WordLookup(substitutes: try LetterPair.all("substitutes", in: pack))
        folds = WordLookup(substitutes: try LetterPair.all("folds", in: pack))
        units = try AnalysisUnit.groups(in: pack)
        initials = Set(try pack.lines("initials").map { Array($0.utf8) })
        particles = try pack.lines("particles").map { Array($0.utf8) }
        let tags = self.tags
        adverbs = try pack.lines("adverbs").compactMap { AdverbPattern($0, tags) }
        let prefixes = try pack.lines("prefixes").map { Array($0.utf8) }.filter { !$0.isEmpty }
        // Of two of a length the first in the pack goes first: an unstable sort must not decide.
        knownPrefixes = prefixes.enumerated().sorted { a, b in
            let (first, second) = (UTF8Text.count(a.element), UTF8Text.count(b.element))
            return first != second ? first > second : a.offset < b.offset
        }.map(\.element)
    }

    /// A tag by its number.
    func tag(_ id: UInt16) -> Tag {
        let reading = tags.reading(id)
        return Tag(id: id, grammemes: tags.grammemes(id), upos: reading.upos, feats: reading.feats)
    }

    /// `word` read as a form of a paradigm; nil where the pack has no such form.
    func parse(_ word: [UInt8], _ paradigm: UInt16, _ index: Int, score: Double) -> Parse? {
        guard let form = paradigms.form(paradigm, index) else { return nil }
        var normal = word
        if index > 0 {
            guard let first = paradigms.form(paradigm, 0) else { return nil }
            let stem = paradigms.stem(of: word, as: form)
            normal.removeAll(keepingCapacity: true)
            paradigms.append(first, stem: word[stem], to: &normal)
        }
        let stem = Stem(kind: .paradigm(paradigm, index: index))
        return Parse(tag: tag(form.tag), score: score, form: word, normal: normal, stem: stem)
    }
}

/// A prefix that makes an adverb of a form of an adjective: «по-западному».
struct AdverbPattern: Sendable {
    let prefix: [UInt8]
    let form: Grammemes

    /// Reads `по- ADJF sing datv`.
    init?(_ line: String, _ tags: Tagset) {
        let words = line.split(separator: " ")
        guard words.count > 1, let form = tags.set(words.dropFirst()) else { return nil }
        prefix = Array(words[0].utf8)
        self.form = form
    }
}

/// A way to analyse a word. The raw value stands in the pack.
enum AnalysisUnit: String, Sendable {
    case dictionary
    case nameInitial = "initial.name"
    case patronymicInitial = "initial.patronymic"
    case number
    case punctuation
    case roman
    case latin
    case particle
    case adverb
    case compound
    case knownPrefix = "prefix"
    case anyPrefix = "guess.prefix"
    case ending = "guess.ending"
    case unknown

    static func groups(in pack: Pack) throws(PackError) -> [[AnalysisUnit]] {
        var groups: [[AnalysisUnit]] = []
        for line in try pack.lines("units") {
            let names = line.split(separator: " ").map(String.init)
            let group = names.compactMap(AnalysisUnit.init(rawValue:))
            guard group.count == names.count else { throw PackError(path: pack.path, .section("section units: \(line)")) }
            groups.append(group)
        }
        return groups
    }
}
