/// One way to read a part of a person's name: in which case and gender it stands, and its nominative.
struct NameReading {
    var `case`: Case
    /// Nil for either.
    var gender: Gender?
    /// In lower case.
    var nominative: [UInt8]
    /// How much speaks for it.
    var weight: Double
    /// Whether other cases have other forms.
    var declines: Bool
}

/// Reads parts of persons' names.
struct NameReader: Sendable {
    private let dictionary: MorphologicalDictionary
    private let endings: NameEndings
    private let nominative, singular, masculine, feminine, personal, fixed: Grammemes

    /// How much speaks for a reading: that the dictionary has it as a name, as an adjective, as a living being, as any noun; that it has the
    /// ending of a declension (the longer the ending, the more), or none but the last letter of names that do not decline: as these any
    /// word can be read.
    enum Weight {
        static let name = 3.0
        static let adjective = 2.5
        static let living = 2.4
        static let pattern = 2.0
        static let endingByte = 0.05
        static let noun = 1.8
        static let fixed = 1.0
        /// What a name of the dictionary loses that has one form for all cases: «Анне» is rather a form of Анна.
        static let fixedLoss = 0.8
    }

    init(_ dictionary: MorphologicalDictionary, _ endings: NameEndings) {
        self.dictionary = dictionary
        self.endings = endings
        func set(_ names: String...) -> Grammemes {
            names.reduce(Grammemes()) { $0.union(dictionary.grammemes($1) ?? Grammemes()) }
        }
        (nominative, singular, masculine, feminine) = (set("nomn"), set("sing"), set("masc"), set("femn"))
        (personal, fixed) = (set("Name", "Surn", "Patr"), set("Fixd"))
    }

    /// The readings of a part of a name, in lower case; none for what never declines, or is not of this language.
    func readings(of word: [UInt8]) -> [NameReading] {
        endings.words.contains(word) ? [] : known(word) + patterned(word)
    }

    /// The readings of a name by its ending.
    func patterned(_ word: [UInt8]) -> [NameReading] {
        endings.patterns.flatMap { pattern in
            NamePattern.cases.compactMap { wordCase in
                guard let (form, ending) = pattern.nominative(of: word, in: wordCase) else { return nil }
                let weight = pattern.isFixed && ending == 0 ? Weight.fixed : Weight.pattern + Weight.endingByte * Double(ending)
                return NameReading(
                    case: wordCase, gender: pattern.gender, nominative: form, weight: weight, declines: !pattern.isFixed)
            }
        }
    }

    /// The readings of a name that the dictionary has.
    func known(_ word: [UInt8]) -> [NameReading] {
        guard dictionary.contains(String(decoding: word, as: UTF8.self)) else { return [] }
        return dictionary.parses(of: word[...]).compactMap { parse in
            let feats = parse.tag.feats
            guard let wordCase = feats.case, feats.number != .plural, let weight = weight(of: parse), let form = nominative(of: parse) else {
                return nil
            }
            let declines = !parse.tag.grammemes.overlaps(fixed)
            return NameReading(
                case: wordCase, gender: feats.gender, nominative: form, weight: declines ? weight : weight - Weight.fixedLoss, declines: declines)
        }
    }

    private func weight(of parse: Parse) -> Double? {
        switch parse.tag.upos {
        case .adjective: return parse.tag.feats.gender == .neuter ? nil : Weight.adjective
        case .noun: break
        default: return nil
        }
        if parse.tag.grammemes.overlaps(personal) { return Weight.name }
        return parse.tag.feats.animacy == .animate ? Weight.living : Weight.noun
    }

    private func nominative(of parse: Parse) -> [UInt8]? {
        let gender: Grammemes? =
            switch parse.tag.feats.gender {
            case .masculine: masculine
            case .feminine: feminine
            default: nil
            }
        let required = nominative.union(singular).union(gender ?? Grammemes())
        return dictionary.inflect(parse, to: required)?.form
    }
}
