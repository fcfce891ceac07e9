internal import Crypto

/// The SHA-256 of bytes that come a piece at a time: of a model pack that is checked, of a text that is named by its content.
public struct Fingerprint: Sendable {
    private var hash = SHA256()

    /// Of no bytes yet.
    public init() {}

    /// Takes the next bytes.
    public mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// The sum of all bytes taken so far: 32 bytes.
    public var bytes: [UInt8] { Array(hash.finalize()) }

    /// The sum of all bytes taken so far, in 64 lower-case hexadecimal digits.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
