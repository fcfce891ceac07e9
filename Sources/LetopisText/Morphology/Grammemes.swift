/// A set of OpenCorpora's grammemes (`nomn`, `sing`, `Surn`). Which bit means which is the dictionary's: `MorphologicalDictionary.grammemes`
/// makes sets, sets of two dictionaries do not compare.
public struct Grammemes: Hashable, Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    /// No grammemes.
    public init() {}

    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    init(bit: Int) {
        if bit < 64 { low = 1 << UInt64(bit) } else { high = 1 << UInt64(bit & 63) }
    }

    /// Whether there are none.
    public var isEmpty: Bool { low | high == 0 }
    /// How many there are.
    public var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
    /// Whether all of `other` are here.
    public func contains(_ other: Grammemes) -> Bool { other.low & ~low == 0 && other.high & ~high == 0 }
    /// Whether any of `other` is here.
    public func overlaps(_ other: Grammemes) -> Bool { other.low & low | other.high & high != 0 }
    /// Those that are here or in `other`.
    public func union(_ other: Grammemes) -> Grammemes { Grammemes(low: low | other.low, high: high | other.high) }
    /// Those that are both here and in `other`.
    public func intersection(_ other: Grammemes) -> Grammemes { Grammemes(low: low & other.low, high: high & other.high) }
    /// Those that are here and not in `other`.
    public func subtracting(_ other: Grammemes) -> Grammemes { Grammemes(low: low & ~other.low, high: high & ~other.high) }
    /// How many are in one of the two sets only.
    func distance(to other: Grammemes) -> Int { (low ^ other.low).nonzeroBitCount + (high ^ other.high).nonzeroBitCount }

    /// The places of the bits, lowest first.
    var bits: [Int] { (0..<128).filter { contains(Grammemes(bit: $0)) } }
}

/// One grammeme that counts as another: «loc2» as «loct».
struct GrammemeReplacement: Sendable {
    let from, to: Grammemes

    func apply(to set: Grammemes) -> Grammemes { set.contains(from) ? set.subtracting(from).union(to) : set }
}
