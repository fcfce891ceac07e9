internal import LetopisNeural

/// Short texts of a pack, one after the other: `name` holds their bytes, `name.offsets` where each begins.
struct TextTable: Sendable {
    let bytes: MappedArray<UInt8>
    let offsets: MappedArray<UInt32>

    init(_ name: String, in pack: Pack) throws(PackError) {
        bytes = try pack.bytes(name)
        offsets = try pack.array(name + ".offsets", of: UInt32.self, rank: 1).0
        guard offsets.count > 0 else { throw PackError(path: pack.path, .section("section \(name) has no offsets")) }
    }

    /// How many texts.
    var count: Int { offsets.count - 1 }

    /// The bytes of a text; empty where there is none, or where the offsets are no offsets.
    @inline(__always) func range(_ index: Int) -> Range<Int> {
        guard let start = offsets.at(index), let end = offsets.at(index + 1), start <= end, Int(end) <= bytes.count else { return 0..<0 }
        return Int(start)..<Int(end)
    }

    /// A text.
    func text(_ index: Int) -> [UInt8] { range(index).map { bytes[$0] } }
}
