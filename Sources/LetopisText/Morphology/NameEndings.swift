/// How names of persons decline, by their endings: `Share/lexicon/*/declensions.txt`, which says how it is written.
struct NameEndings: Sendable {
    private(set) var patterns: [NamePattern] = []
    /// Parts of names that never decline.
    private(set) var words: Set<[UInt8]> = []

    /// Reads the file's bytes. Throws at the first line that is malformed or there twice.
    init(_ bytes: [UInt8], file: String) throws(MorphologyDataError) {
        var seen: Set<[UInt8]> = []
        for (i, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            func refuse(_ reason: String) -> MorphologyDataError { MorphologyDataError(file: file, line: i + 1, reason: reason) }
            guard seen.insert(Array(line)).inserted else { throw refuse("the entry is there twice") }
            guard add(line.split(separator: UInt8(ascii: " ")).map(Array.init)) else { throw refuse("no entry of this file is like that") }
        }
    }

    private mutating func add(_ fields: [[UInt8]]) -> Bool {
        switch (String(decoding: fields.first ?? [], as: UTF8.self), fields.count) {
        case ("word", 2): return words.insert(fields[1]).inserted
        case ("fixed", 4), ("decline", 9):
            guard let pattern = NamePattern(fields) else { return false }
            patterns.append(pattern)
            return true
        default: return false
        }
    }
}

/// One way for names to decline.
struct NamePattern: Sendable {
    /// Of whom; nil for men and women.
    let gender: Gender?
    /// Whether there is one form for all cases.
    let isFixed: Bool
    /// The letters one of which stands before the ending; empty for any.
    private let stems: [[UInt8]]
    /// For each case, the nominative first, its endings.
    private let endings: [[[UInt8]]]

    /// The cases, in the order of the endings.
    static let cases: [Case] = [.nominative, .genitive, .dative, .accusative, .instrumental, .locative]

    init?(_ fields: [[UInt8]]) {
        switch String(decoding: fields[1], as: UTF8.self) {
        case "masc": gender = .masculine
        case "femn": gender = .feminine
        case "both": gender = nil
        default: return nil
        }
        stems = fields[2] == Array("*".utf8) ? [] : String(decoding: fields[2], as: UTF8.self).unicodeScalars.map { Array(String($0).utf8) }
        let given = fields[3...].map { field in
            field.split(separator: UInt8(ascii: "/")).map { $0.elementsEqual("-".utf8) ? [] : Array($0) }
        }
        guard given.allSatisfy({ !$0.isEmpty }) else { return nil }
        isFixed = given.count == 1
        endings = isFixed ? NamePattern.cases.map { _ in given[0] } : given
    }

    /// The nominative of `word`, in lower case, were it a form in `case`, and the bytes of that case's ending.
    func nominative(of word: [UInt8], in case: Case) -> (form: [UInt8], ending: Int)? {
        guard let place = NamePattern.cases.firstIndex(of: `case`) else { return nil }
        for ending in endings[place] where word.count > ending.count && word.ends(with: ending) {
            let stem = word.dropLast(ending.count)
            guard isFixed || UTF8Text.count(stem) > 1 else { continue }
            guard stems.isEmpty || stems.contains(where: { Array(stem.suffix($0.count)) == $0 }) else { continue }
            return (isFixed ? word : stem + endings[0][0], ending.count)
        }
        return nil
    }
}
