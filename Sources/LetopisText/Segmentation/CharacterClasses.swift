/// The classes of all characters: a table for the alphabets and the punctuation that news consists of, Unicode's properties for the rest.
struct CharacterClasses: Sendable {
    /// U+0000…U+07FF (all that takes one or two bytes), then U+2000…U+227F (dashes, quotation marks, №, −).
    private let table: [CharacterClass]

    init() {
        let scalars = [0..<Self.twoBytes, Self.signs].joined()
        table = scalars.map { Unicode.Scalar(UInt32($0)).map(CharacterClass.init) ?? .other }
    }

    private static var twoBytes: Int { 0x800 }
    private static var signs: Range<Int> { 0x2000..<0x2280 }
    /// Pictures have no properties that matter here.
    private static var pictures: Range<Int> { 0x1F300..<0x1FB00 }

    /// The class of a character; a number that is no Unicode scalar is of the class `other`.
    @inline(__always)
    subscript(scalar: UInt32) -> CharacterClass {
        let index = Int(scalar)
        if index < Self.twoBytes { return table[index] }
        return beyond(index)
    }

    private func beyond(_ index: Int) -> CharacterClass {
        if Self.pictures.contains(index) { return .other }
        if Self.signs.contains(index) { return table[index - Self.signs.lowerBound + Self.twoBytes] }
        return Unicode.Scalar(UInt32(index)).map(CharacterClass.init) ?? .other
    }
}
