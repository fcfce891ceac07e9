/// What speaks for or against an actor as the one a description stands for. The raw value stands in `description-weights.txt` and in JSON.
public enum DescriptionClue: String, Sendable, CaseIterable {
    /// Holds of everybody who comes into question.
    case any = "comes into question"
    case sameNoun = "has the noun in a name or post"
    case samePost = "has this post"
    case widerPost = "is also called so by a post"
    case narrowerPost = "has a post that the noun makes more precise"
    case leads = "is the first of a body too"
    case proxy = "speaks for others too"
    case anyPost = "has some post"
    case otherPost = "has other posts only"
    case noPost = "has no post"
    case sameClass = "is of this class"
    case otherClass = "is of another class"
    case unknownClass = "is of no known class"
    case sameComplement = "goes with the same complement"
    case openComplement = "has no complement"
    case newComplement = "goes with another complement"
    case sameCountry = "is of this country"
    case otherCountry = "is of another country"
    case newWord = "the description has a new word"
    case otherGender = "is a woman where the noun is a man's"
    case lastSpeaker = "spoke last"
    case spoke = "spoke before"
    case onlySpeaker = "is the only one of its kind who spoke"
    case here = "is named in the sentence"
    case near = "is named one sentence back"
    case far = "is named two or three sentences back"
    case farther = "is named further back"
    case ahead = "is not named before"
    case subject = "is the subject where last named"
    case opening = "is named in the beginning"
    case onlyOne = "is the only one of its kind"
    case mostNamed = "is named most"
    case nameless = "has no name"
    case bare = "the noun stands alone"
    case this = "the noun has a pronoun of pointing"
    case goesOn = "the verb goes on"
    case functional = "the noun needs no other word"
    case heard = "the noun has stood for somebody without a name"
}

/// How much each clue counts, and how sure a choice must be, read from `description-weights.txt`. Immutable.
struct DescriptionWeights: Sendable {
    /// By kind of description and clue.
    private var weights: [Description.Kind: [DescriptionClue: Int]] = [:]
    /// The least score of the one chosen, and how far the next one must stay behind. Of a kind without them nobody is chosen.
    private var least: [Description.Kind: Int] = [:]
    private var margin: [Description.Kind: Int] = [:]

    /// Reads the file's bytes: `kind of description, clue | hundredths`.
    init(_ text: [UInt8]) throws(LexiconError) {
        let file = "description-weights.txt"
        for line in try lexiconLines(text, file: file, fields: 2) {
            let kinds = Description.Kind.allCases
            guard let kind = kinds.first(where: { line.fields[0].hasPrefix($0.rawValue + ": ") }), let value = Int(line.fields[1])
            else { throw LexiconError(file: file, line: line.number, kind: .fields) }
            switch String(line.fields[0].dropFirst(kind.rawValue.count + 2)) {
            case "least": least[kind] = value
            case "margin": margin[kind] = value
            case let name:
                guard let clue = DescriptionClue(rawValue: name) else {
                    throw LexiconError(file: file, line: line.number, kind: .unknown(name))
                }
                weights[kind, default: [:]][clue] = value
            }
        }
    }

    /// The sum of what clues count.
    func score(_ found: [DescriptionClue], for kind: Description.Kind) -> Int {
        let counted = weights[kind] ?? [:]
        return found.reduce(0) { $0 + (counted[$1] ?? 0) }
    }

    /// The place of the best of some scores; nil where it is not good enough, or where the next one is almost as good.
    func choice(among scores: [Int], for kind: Description.Kind) -> Int? {
        guard let least = least[kind], let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= least else {
            return nil
        }
        let next = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
        return scores[best] - next >= margin[kind, default: 0] ? best : nil
    }
}
