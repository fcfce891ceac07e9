/// Capitals of a word, given to another form of it.
enum LetterCase {
    /// Writes `form`, in lower case, as `word` is written: «ПУТИНЫМ» and `путин` give «ПУТИН», «МакДональда» and `макдональд` give «МакДональд».
    ///
    /// What the two have in common keeps the word's letters, е where the form has ё too; `fold` says which letters count as the same.
    static func give(_ form: [UInt8], as word: String, fold: ([UInt8]) -> [UInt8]) -> String {
        let letters = Array(word.unicodeScalars), wanted = Array(String(decoding: form, as: UTF8.self).unicodeScalars)
        func folded(_ scalar: Unicode.Scalar) -> [UInt8] { fold(Array(scalar.properties.lowercaseMapping.utf8)) }
        let common = zip(letters, wanted).prefix { folded($0) == folded($1) }.count
        var result = String.UnicodeScalarView(letters[..<common])
        let shouts = letters.filter(\.properties.isCased).count > 1 && letters.allSatisfy { !$0.properties.isLowercase }
        // Whoever writes е for ё in the word does so in its other forms.
        let rest = String(decoding: fold(Array(String(String.UnicodeScalarView(wanted[common...])).utf8)), as: UTF8.self)
        result.append(contentsOf: (shouts ? rest.uppercased() : rest).unicodeScalars)
        guard common == 0, letters.first?.properties.isUppercase == true, !shouts, let first = result.first else { return String(result) }
        return first.properties.uppercaseMapping + String(String.UnicodeScalarView(result.dropFirst()))
    }
}
