/// Morphological features of a token, as Universal Dependencies names them: `Case=Nom|Gender=Masc|Number=Sing`.
///
/// A feature is a few bits of one word, so that comparing two tokens' case costs an instruction; a feature the tag does not have is nil.
public struct Features: Hashable, Sendable {
    private var bits: UInt64 = 0

    /// No features.
    public init() {}

    /// Reads `Case=Nom|Number=Sing` (`_` and the empty text are no features); nil where a name or a value is not in `Feature.all`.
    public init?(conllu text: String) {
        guard text != "_", !text.isEmpty else { return }
        for pair in text.utf8.split(separator: UInt8(ascii: "|")) {
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
                let feature = Feature.all.first(where: { $0.name.utf8.elementsEqual(pair[..<equals]) }),
                let value = feature.values.firstIndex(where: { $0.utf8.elementsEqual(pair[pair.index(after: equals)...]) })
            else { return nil }
            self[feature] = UInt8(value + 1)
        }
    }

    /// The features in UD's notation, names in order; empty where there are none.
    public var conllu: String {
        Feature.all.compactMap { feature in
            let index = Int(self[feature])
            return index > 0 && index <= feature.values.count ? "\(feature.name)=\(feature.values[index - 1])" : nil
        }.joined(separator: "|")
    }

    /// The value of a feature as its place in `Feature.values`, counted from 1; 0 where there is none.
    public subscript(feature: Feature) -> UInt8 {
        get { UInt8((bits >> feature.shift) & feature.mask) }
        set { bits = bits & ~(feature.mask << feature.shift) | (UInt64(newValue) & feature.mask) << feature.shift }
    }

    /// Whether both have the feature, with the same value.
    public func agree(on feature: Feature, with other: Features) -> Bool { self[feature] != 0 && self[feature] == other[feature] }

    /// Whether both have the feature, with different values.
    public func clash(on feature: Feature, with other: Features) -> Bool {
        self[feature] != 0 && other[feature] != 0 && self[feature] != other[feature]
    }

    /// `Case`.
    public var `case`: Case? { Case(rawValue: self[.case]) }
    /// `Gender`.
    public var gender: Gender? { Gender(rawValue: self[.gender]) }
    /// `Number`.
    public var number: Number? { Number(rawValue: self[.number]) }
    /// `Animacy`.
    public var animacy: Animacy? { Animacy(rawValue: self[.animacy]) }
    /// `Tense`.
    public var tense: Tense? { Tense(rawValue: self[.tense]) }
    /// `VerbForm`.
    public var verbForm: VerbForm? { VerbForm(rawValue: self[.verbForm]) }
    /// `Mood`.
    public var mood: Mood? { Mood(rawValue: self[.mood]) }
    /// `Person`: 1, 2 or 3.
    public var person: Int? { self[.person] == 0 ? nil : Int(self[.person]) }
    /// `Polarity=Neg`: «не», «ни».
    public var isNegative: Bool { self[.polarity] == 1 }
    /// `Voice=Pass`.
    public var isPassive: Bool { self[.voice] == 3 }
}

/// One kind of feature, and the values it can take.
public struct Feature: Hashable, Sendable {
    /// UD's name: `Case`.
    public let name: String
    /// UD's values: `Nom`, `Gen`, …
    public let values: [String]
    let shift: UInt64
    let mask: UInt64

    private init(_ name: String, at shift: UInt64, bits: UInt64, _ values: String) {
        self.name = name
        self.values = values.split(separator: " ").map(String.init)
        self.shift = shift
        mask = (1 << bits) - 1
    }

    /// Abbreviation: «США».
    public static let abbr = Feature("Abbr", at: 0, bits: 1, "Yes")
    /// Animacy, of nouns and of what agrees with them in the accusative.
    public static let animacy = Feature("Animacy", at: 1, bits: 2, "Anim Inan")
    /// Aspect of a verb.
    public static let aspect = Feature("Aspect", at: 3, bits: 2, "Imp Perf")
    /// Case.
    public static let `case` = Feature("Case", at: 5, bits: 4, "Nom Gen Dat Acc Ins Loc Par Voc")
    /// Degree of comparison.
    public static let degree = Feature("Degree", at: 9, bits: 2, "Pos Cmp Sup")
    /// A foreign word.
    public static let foreign = Feature("Foreign", at: 11, bits: 1, "Yes")
    /// Gender.
    public static let gender = Feature("Gender", at: 12, bits: 2, "Masc Fem Neut")
    /// Part of a hyphenated word.
    public static let hyph = Feature("Hyph", at: 14, bits: 1, "Yes")
    /// Mood.
    public static let mood = Feature("Mood", at: 15, bits: 2, "Ind Imp Cnd")
    /// A number in digits.
    public static let numForm = Feature("NumForm", at: 17, bits: 1, "Digit")
    /// Number.
    public static let number = Feature("Number", at: 18, bits: 2, "Sing Plur")
    /// Person.
    public static let person = Feature("Person", at: 20, bits: 2, "1 2 3")
    /// Negation.
    public static let polarity = Feature("Polarity", at: 22, bits: 2, "Neg Pos")
    /// Tense.
    public static let tense = Feature("Tense", at: 24, bits: 2, "Past Pres Fut")
    /// Short form of an adjective or participle.
    public static let variant = Feature("Variant", at: 26, bits: 1, "Short")
    /// Finite, infinitive, participle, converb.
    public static let verbForm = Feature("VerbForm", at: 27, bits: 3, "Fin Inf Part Conv")
    /// Voice.
    public static let voice = Feature("Voice", at: 30, bits: 2, "Act Mid Pass")

    /// All of them, in the order UD writes them.
    public static let all: [Feature] = [
        abbr, animacy, aspect, `case`, degree, foreign, gender, hyph, mood, numForm, number, person, polarity, tense, variant, verbForm,
        voice,
    ]
}

/// Grammatical case, in the order of `Feature.case`.
public enum Case: UInt8, Sendable { case nominative = 1, genitive, dative, accusative, instrumental, locative, partitive, vocative }
/// Grammatical gender, in the order of `Feature.gender`.
public enum Gender: UInt8, Sendable { case masculine = 1, feminine, neuter }
/// Grammatical number, in the order of `Feature.number`.
public enum Number: UInt8, Sendable { case singular = 1, plural }
/// Animacy, in the order of `Feature.animacy`.
public enum Animacy: UInt8, Sendable { case animate = 1, inanimate }
/// Tense, in the order of `Feature.tense`.
public enum Tense: UInt8, Sendable { case past = 1, present, future }
/// Form of a verb, in the order of `Feature.verbForm`.
public enum VerbForm: UInt8, Sendable { case finite = 1, infinitive, participle, converb }
/// Mood, in the order of `Feature.mood`.
public enum Mood: UInt8, Sendable { case indicative = 1, imperative, conditional }
