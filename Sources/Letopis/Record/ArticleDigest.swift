internal import LetopisText

extension Article {
    /// SHA-256 of the text's UTF-8, in lower-case hexadecimal: the article's identity across runs and machines.
    var digest: String {
        var fingerprint = Fingerprint()
        fingerprint.add(utf8)
        return fingerprint.hexadecimal
    }
}
