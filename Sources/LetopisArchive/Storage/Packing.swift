internal import FoundationEssentials
internal import LetopisFormats

/// How blobs lie in the file: as they are, or as a zlib stream, which `sqlar_uncompress(blob, size)` of the `sqlite3` program reads too.
enum Packing: Int {
    case none = 0
    case zlib = 1

    /// Bytes as they are stored, and how: as a zlib stream where that is smaller.
    static func packed(_ bytes: [UInt8]) -> (bytes: Data, packing: Int) {
        if let packed = ZlibBlock.packed(bytes), packed.count < bytes.count { return (Data(packed), Packing.zlib.rawValue) }
        return (Data(bytes), Packing.none.rawValue)
    }

    /// Bytes as they were before they were stored; nil where what is stored is damaged.
    static func unpacked(_ bytes: Data, _ packing: Int, size: Int) -> [UInt8]? {
        switch Packing(rawValue: packing) {
        case .zlib: ZlibBlock.unpacked([UInt8](bytes), size: size)
        case .some(.none): bytes.count == size ? [UInt8](bytes) : nil
        case nil: nil
        }
    }
}
