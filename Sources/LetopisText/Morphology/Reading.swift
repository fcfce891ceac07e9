internal import LetopisNeural

/// What a tag is in Universal Dependencies.
struct Reading: Sendable {
    let upos: PartOfSpeech
    let feats: Features
    /// `feats`, for comparing.
    let key: AgreementKey

    /// The readings that a dictionary's tags have.
    static func all(in pack: Pack) throws(PackError) -> [Reading] {
        let parts = try pack.lines("parts").map { PartOfSpeech(rawValue: $0) ?? .x }
        let values = try pack.lines("features").map(value)
        let part = try pack.bytes("readings.part")
        let (rows, shape) = try pack.array("readings.features", of: UInt8.self, rank: 2)
        guard shape[0] == part.count else { throw PackError(path: pack.path, .section("the readings do not hold together")) }
        return (0..<part.count).map { row in
            var feats = Features()
            for column in 0..<shape[1] {
                let index = Int(rows[row * shape[1] + column]) - 1
                if index >= 0, index < values.count, let (feature, value) = values[index] { feats[feature] = value }
            }
            let upos = Int(part[row]) < parts.count ? parts[Int(part[row])] : .x
            return Reading(upos: upos, feats: feats, key: AgreementKey(feats))
        }
    }

    /// `Case=Nom` as a feature and its value.
    private static func value(_ notation: String) -> (Feature, UInt8)? {
        guard let feats = Features(conllu: notation), let feature = Feature.all.first(where: { feats[$0] != 0 }) else { return nil }
        return (feature, feats[feature])
    }
}

/// The features by which a token's reading is found among the dictionary's, four bits each, so that a comparison is a few instructions.
struct AgreementKey: Sendable {
    private let lanes: UInt32

    init(_ feats: Features) {
        let values = [
            feats[.case], feats[.gender], feats[.number], feats[.aspect], feats[.numForm], feats[.person], feats[.tense], feats[.variant],
        ]
        lanes = values.reduce(0) { $0 << 4 | UInt32($1 & 15) }
    }

    /// How many of the features both have, with the same value.
    @inline(__always) func agreements(with other: AgreementKey) -> Int {
        let same = ~AgreementKey.occupied(lanes ^ other.lanes) & AgreementKey.occupied(lanes) & 0x8888_8888
        return same.nonzeroBitCount
    }

    /// The top bit of every lane that is not zero.
    @inline(__always) private static func occupied(_ lanes: UInt32) -> UInt32 {
        (((lanes & 0x7777_7777) &+ 0x7777_7777) | lanes) & 0x8888_8888
    }
}
