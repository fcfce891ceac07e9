import LetopisText

/// Where the attributions of an article stand, so that the next one is found at once.
struct AttributionPlaces: Sendable {
    private var posted: [Int]
    private var closed: [Int]
    private var endings: [Bool]
    private var endOf: [Int]

    /// The places of attributions in an article of so many tokens.
    init(_ attributions: some Sequence<Attribution>, count: Int) {
        posted = Array(repeating: .max, count: count + 1)
        closed = posted
        endings = Array(repeating: false, count: count + 1)
        endOf = Array(repeating: 0, count: count + 1)
        for attribution in attributions {
            let start = attribution.tokens.lowerBound
            endOf[start] = attribution.tokens.upperBound
            endings[min(count, attribution.tokens.upperBound)] = true
            if attribution.form != .group { posted[start] = start }
            if attribution.form != .how { closed[start] = start }
        }
        for i in stride(from: count - 1, through: 0, by: -1) {
            posted[i] = min(posted[i], posted[i + 1])
            closed[i] = min(closed[i], closed[i + 1])
        }
    }

    /// The first token at or after a place that begins an attribution by a verb; `Int.max` where there is none.
    func nextPosted(from i: Int) -> Int { posted[min(i, posted.count - 1)] }
    /// The first token at or after a place that begins an attribution which is not one with «как».
    func nextClosed(from i: Int) -> Int { closed[min(i, closed.count - 1)] }
    /// The token after the attribution that begins at a token.
    func end(from i: Int) -> Int { i < endOf.count ? endOf[i] : 0 }
    /// Whether an attribution ends before a token.
    func ends(at i: Int) -> Bool { i >= 0 && i < endings.count && endings[i] }
}
