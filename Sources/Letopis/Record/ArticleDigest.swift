internal import Crypto
internal import LetopisText

extension Article {
    /// SHA-256 of the text's UTF-8, in lower-case hexadecimal: the article's identity across runs and machines.
    var digest: String {
        let hex = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        for byte in SHA256.hash(data: utf8) {
            out.append(hex[Int(byte >> 4)])
            out.append(hex[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}
