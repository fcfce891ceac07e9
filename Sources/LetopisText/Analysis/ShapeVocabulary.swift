/// The outline of a word as the networks know it: script, and which letters are capital (`RU_Xx`); a punctuation mark is its own shape.
///
/// The kinds and their order are those of Slovnet's models; `numbers(of:)` checks a model's list against them.
struct ShapeVocabulary: Sendable {
    private static let outlines = ["X", "x", "XX", "xx", "Xx", "Xx-Xx", "OTHER"]
    private static let marks = Array("!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…".unicodeScalars)

    private let russian, latin: [Int]
    private let punctuation: [UInt32: Int]
    private let otherPunctuation, number, other: Int

    /// The shapes' numbers in a model's list; nil where the list lacks one.
    init?(labels: [String]) {
        let numbers = Dictionary(labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        russian = ShapeVocabulary.outlines.compactMap { numbers["RU_" + $0] }
        latin = ShapeVocabulary.outlines.compactMap { numbers["EN_" + $0] }
        punctuation = Dictionary(
            ShapeVocabulary.marks.compactMap { mark in numbers["PUNCT_\(mark)"].map { (mark.value, $0) } },
            uniquingKeysWith: { first, _ in first })
        guard let otherPunctuation = numbers["PUNCT_OTHER"], let number = numbers["NUM"], let other = numbers["OTHER"],
            russian.count == ShapeVocabulary.outlines.count, latin.count == ShapeVocabulary.outlines.count
        else { return nil }
        (self.otherPunctuation, self.number, self.other) = (otherPunctuation, number, other)
    }

    /// The number of the shape of a word, given in UTF-8.
    func number(of word: ArraySlice<UInt8>) -> Int {
        var scalars = ScalarIterator(word)
        guard let first = scalars.next() else { return other }
        switch first {
        case 0x410...0x44F, 0x401, 0x451: return russian[outline(of: word)]
        case 0x41...0x5A, 0x61...0x7A: return latin[outline(of: word)]
        case 0x30...0x39: return number
        default: break
        }
        let second = scalars.next()
        if first == 0x2B || first == 0x2D, let second, isDigit(second) { return number }
        if isDigit(first) { return number }
        guard let shape = punctuation[first] else { return other }
        return second == nil ? shape : otherPunctuation
    }

    private func isDigit(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x30...0x39).contains(scalar) }
        return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
    }

    /// The place in `outlines`.
    private func outline(of word: ArraySlice<UInt8>) -> Int {
        var whole = Letters(), parts = (Letters(), Letters())
        var dashed = false
        var scalars = ScalarIterator(word)
        while let scalar = scalars.next() {
            let letter = ScalarCase(scalar)
            whole.append(letter)
            if scalar == 0x2D, !dashed {
                dashed = true
            } else if dashed {
                parts.1.append(letter)
            } else {
                parts.0.append(letter)
            }
        }
        if whole.count == 1 { return whole.isUpper ? 0 : 1 }
        if whole.isUpper { return 2 }
        if whole.isLower { return 3 }
        if whole.isTitle { return 4 }
        return dashed && parts.0.isTitle && parts.1.isTitle ? 5 : 6
    }

    /// What has been seen of a word's letters.
    private struct Letters {
        var count = 0
        var firstUpper = false, anyUpper = false, anyLower = false, restUpper = false, restLower = false

        mutating func append(_ letter: ScalarCase) {
            if count == 0 {
                firstUpper = letter == .upper
            } else {
                restUpper = restUpper || letter == .upper
                restLower = restLower || letter == .lower
            }
            anyUpper = anyUpper || letter == .upper
            anyLower = anyLower || letter == .lower
            count += 1
        }

        var isUpper: Bool { anyUpper && !anyLower }
        var isLower: Bool { anyLower && !anyUpper }
        var isTitle: Bool { firstUpper && restLower && !restUpper }
    }
}
