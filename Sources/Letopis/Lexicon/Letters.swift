/// The letters of a language, by which a text in another one is told: read with the words of the wrong language, an article would say what nobody said.
///
/// What it does not do: it does not tell which language a text is in, and not two that are written with the same letters.
struct Letters: Sendable {
    private enum Place: UInt8 { case none, alphabet, needed }
    /// The place of each character that could have one.
    private let places: [Place]
    private let hasNeeded: Bool
    /// The alphabet's blocks of 256 characters: what else stands in them is of the same script.
    private let blocks: Set<UInt32>
    /// A text of fewer letters is taken as it is.
    private static let fewest = 60
    /// One letter in so many may be another language's: names and quotations have some.
    private static let strangers = 25
    /// A text of this many letters has one of the needed ones in so many.
    private static let many = 1000, rarest = 500

    /// Reads the bytes of `letters.txt`.
    init(_ text: [UInt8]) throws(LexiconError) {
        var lists: [String: Set<UInt32>] = [:]
        for line in try lexiconLines(text, file: "letters.txt", fields: 2) {
            guard ["alphabet", "needed"].contains(line.fields[0]) else {
                throw LexiconError(file: "letters.txt", line: line.number, kind: .unknown(line.fields[0]))
            }
            let letters = (line.fields[1] + line.fields[1].uppercased()).unicodeScalars.filter { $0 != " " }
            lists[line.fields[0]] = Set(letters.map(\.value))
        }
        let alphabet = lists["alphabet"] ?? [], needed = lists["needed"] ?? []
        places = (0...(alphabet.max() ?? 0)).map { needed.contains($0) ? .needed : alphabet.contains($0) ? .alphabet : .none }
        hasNeeded = !needed.isEmpty
        blocks = Set(alphabet.map { $0 >> 8 })
    }

    /// Whether a text may be in the language. Costs one pass over it.
    func suit(_ utf8: [UInt8]) -> Bool {
        var own = 0, strange = 0, other = 0, necessary = 0
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars where scalar.value >= 0x41 {
            let value = Int(scalar.value)
            switch value < places.count ? places[value] : .none {
            case .alphabet: own += 1
            case .needed: (own, necessary) = (own + 1, necessary + 1)
            case .none where !scalar.properties.isAlphabetic: continue
            case .none: if blocks.contains(scalar.value >> 8) { strange += 1 } else { other += 1 }
            }
        }
        guard own + strange + other >= Self.fewest else { return true }
        if other > own || strange * Self.strangers > own + strange { return false }
        return own < Self.many || !hasNeeded || necessary * Self.rarest >= own
    }
}
