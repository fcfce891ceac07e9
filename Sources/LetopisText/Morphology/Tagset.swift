internal import LetopisNeural

/// The tags of a dictionary, and what is asked of them: columns of the pack, by the number of the tag.
struct Tagset: Sendable {
    let names: TextTable
    let readings: [Reading]
    private let sets: MappedArray<UInt32>
    private let reading: MappedArray<UInt16>
    private let agreement: MappedArray<UInt16>
    private let canonical: MappedArray<UInt16>
    private let productive: MappedArray<UInt8>
    private let extra: MappedArray<UInt16>
    private let bits: [String: Int]
    private let incompatible: MappedArray<UInt32>
    let alike, rare: [GrammemeReplacement]

    /// The tags that no word of the dictionary has, in the pack's order.
    enum Extra: Int { case integer, real, punctuation, roman, latin, adverb, unknown, initials }
    /// Initials have six cases of two genders.
    static let initials = (genders: 2, cases: 6)

    init(_ pack: Pack) throws(PackError) {
        names = try TextTable("tags", in: pack)
        readings = try Reading.all(in: pack)
        let all: (MappedArray<UInt32>, shape: [Int]) = try pack.array("tags.grammemes", of: UInt32.self, rank: 2)
        sets = all.0
        reading = try pack.array("tags.reading", of: UInt16.self, rank: 1).0
        agreement = try pack.array("tags.agreement", of: UInt16.self, rank: 1).0
        canonical = try pack.array("tags.canonical", of: UInt16.self, rank: 1).0
        productive = try pack.bytes("tags.productive")
        extra = try pack.array("tags.extra", of: UInt16.self, rank: 1).0
        incompatible = try pack.array("grammemes.incompatible", of: UInt32.self, rank: 2).0
        let grammemes = try pack.lines("grammemes")
        guard all.shape[1] == 4, grammemes.count <= 128, !readings.isEmpty else {
            throw PackError(path: pack.path, .section("the tags do not hold together"))
        }
        let bits = Dictionary(grammemes.enumerated().map { ($1, $0) }) { first, _ in first }
        self.bits = bits
        alike = try pack.lines("grammemes.alike").compactMap { Tagset.replacement($0, bits) }
        rare = try pack.lines("cases.rare").compactMap { Tagset.replacement($0, bits) }
    }

    /// The number of a tag that is not in the dictionary.
    func extra(_ which: Extra, _ offset: Int = 0) -> UInt16 { extra.at(which.rawValue + offset) ?? 0 }
    /// A tag's grammemes.
    func grammemes(_ tag: UInt16) -> Grammemes { Tagset.set(sets, Int(tag)) }
    /// What a tag is in Universal Dependencies.
    @inline(__always) func reading(_ tag: UInt16) -> Reading {
        let index = Int(reading.at(Int(tag)) ?? 0)
        return index < readings.count ? readings[index] : readings[0]
    }
    /// The first tag of the same grammemes.
    func canonical(_ tag: UInt16) -> UInt16 { canonical.at(Int(tag)) ?? tag }
    /// What the two halves of a compound must have in common.
    func agreement(_ tag: UInt16) -> UInt16 { agreement.at(Int(tag)) ?? 0 }
    /// Whether it is the tag of a word: numbers, punctuation marks and foreign words are none.
    func isWord(_ tag: UInt16) -> Bool {
        ![Extra.integer, .real, .punctuation, .roman, .latin, .unknown].contains { extra($0) == tag }
    }
    /// Whether a new word can have it: pronouns and prepositions are a closed class.
    func isProductive(_ tag: UInt16) -> Bool { productive.at(Int(tag)) != 0 }
    /// A set of the grammemes named; nil where one is not known.
    func set(_ names: some Sequence<some StringProtocol>) -> Grammemes? {
        var set = Grammemes()
        for name in names {
            guard let bit = bits[String(name)] else { return nil }
            set = set.union(Grammemes(bit: bit))
        }
        return set
    }

    /// A tag's grammemes with `required` among them and without those that do not go with these.
    func updated(_ tag: UInt16, with required: Grammemes) -> Grammemes {
        required.bits.reduce(grammemes(tag).union(required)) { $0.subtracting(Tagset.set(incompatible, $1)) }
    }

    private static func set(_ array: MappedArray<UInt32>, _ row: Int) -> Grammemes {
        let word = { (i: Int) in UInt64(array.at(4 * row + i) ?? 0) }
        return Grammemes(low: word(0) | word(1) << 32, high: word(2) | word(3) << 32)
    }

    private static func replacement(_ line: String, _ bits: [String: Int]) -> GrammemeReplacement? {
        let names = line.split(separator: " ").map(String.init)
        guard names.count == 2, let from = bits[names[0]], let to = bits[names[1]] else { return nil }
        return GrammemeReplacement(from: Grammemes(bit: from), to: Grammemes(bit: to))
    }
}
