internal import FoundationEssentials
internal import LetopisFormats

/// How blobs lie in the file: as they are, or as a frame of Zstandard.
enum Packing: Int, Sendable {
    case none = 0
    /// A frame that any program unpacks.
    case zstd = 1
    /// A frame that was made after the text of the article: what the blob and the text have in common costs next to nothing.
    case zstdAfterText = 2
    /// Nothing: the blob is the text.
    case text = 3

    /// The most bytes that a blob may say that it holds.
    static let mostBytes = 1 << 30

    /// Bytes as they were before they were stored; nil where what is stored is damaged. `text` is asked for where it is needed.
    static func unpacked(_ bytes: [UInt8], _ packing: Int, text: () throws -> [UInt8]?) rethrows -> [UInt8]? {
        switch Packing(rawValue: packing) {
        case .some(.none): bytes
        case .zstd: ZstdBlock.unpacked(bytes, mostBytes: mostBytes)
        case .zstdAfterText: try text().flatMap { ZstdBlock.unpacked(bytes, after: $0, mostBytes: mostBytes) }
        case .text: try text()
        case nil: nil
        }
    }
}

/// Bytes as they are stored, and how.
struct Packed: Sendable {
    let bytes: [UInt8]
    let packing: Packing

    init(bytes: [UInt8], packing: Packing) { (self.bytes, self.packing) = (bytes, packing) }

    /// What it was made of; nil where it is damaged, or stood beside another text.
    func unpacked(after text: [UInt8]) -> [UInt8]? { Packing.unpacked(bytes, packing.rawValue) { text } }
}

/// Packs bytes. Not to be shared between tasks.
struct Packer {
    private let zstd = ZstdPacker()

    /// What is packed quickly stays for a moment only.
    private static let quick = 1, close = 6

    /// Bytes alone: packed where that is smaller.
    func packed(_ plain: [UInt8], isQuick: Bool = false) -> Packed {
        let packed = zstd.packed(plain, level: isQuick ? Self.quick : Self.close)
        guard let packed, packed.count < plain.count else { return Packed(bytes: plain, packing: .none) }
        return Packed(bytes: packed, packing: .zstd)
    }

    /// Bytes that stand beside a text.
    func packed(_ plain: [UInt8], after text: [UInt8]) -> Packed {
        if plain == text { return Packed(bytes: [], packing: .text) }
        guard let packed = zstd.packed(plain, after: text, level: Self.close), packed.count < plain.count else {
            return Packed(bytes: plain, packing: .none)
        }
        return Packed(bytes: packed, packing: .zstdAfterText)
    }
}
