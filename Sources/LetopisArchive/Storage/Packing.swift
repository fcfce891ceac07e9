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

    /// Bytes alone: packed where that is smaller.
    init(_ plain: [UInt8]) {
        let packed = ZstdBlock.packed(plain)
        if let packed, packed.count < plain.count { self.init(bytes: packed, packing: .zstd) } else { self.init(bytes: plain, packing: .none) }
    }

    /// Bytes that stand beside a text.
    init(_ plain: [UInt8], after text: [UInt8]) {
        if plain == text {
            self.init(bytes: [], packing: .text)
        } else if let packed = ZstdBlock.packed(plain, after: text), packed.count < plain.count {
            self.init(bytes: packed, packing: .zstdAfterText)
        } else {
            self.init(bytes: plain, packing: .none)
        }
    }

    /// What it was made of; nil where it is damaged, or stood beside another text.
    func unpacked(after text: [UInt8]) -> [UInt8]? { Packing.unpacked(bytes, packing.rawValue) { text } }
}
