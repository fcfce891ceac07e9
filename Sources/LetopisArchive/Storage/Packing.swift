internal import FoundationEssentials

/// How blobs lie in the file.
enum Packing {
    /// As they are.
    static let none = 0

    /// Bytes as they are stored, and how.
    static func packed(_ bytes: [UInt8]) -> (bytes: Data, packing: Int) { (Data(bytes), none) }

    /// Bytes as they were before they were stored.
    static func unpacked(_ bytes: Data, _ packing: Int, size: Int) throws -> [UInt8] { [UInt8](bytes) }
}
