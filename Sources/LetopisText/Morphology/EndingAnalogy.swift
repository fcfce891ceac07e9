/// Words that the dictionary does not have, read as words with the same ending are.
extension WordAnalyzer {
    /// «бутявкать» as other words in «…вкать». What endings there are depends on the prefix that some paradigms have («наи…»).
    mutating func ending(_ lower: [UInt8], _ seen: inout Set<ParseIdentity>, to parses: inout [Parse]) {
        let starts = UTF8Text.starts(lower)
        guard starts.count - 1 >= 4 else { return }
        var guesses: [Parse] = []
        for prefix in tables.paradigms.prefixes.indices.reversed() where lower.starts(with: tables.paradigms.prefixes[prefix]) {
            var ofPrefix: [Parse] = []
            var total = 1
            for letters in stride(from: tables.longestEnding, to: 0, by: -1) where total == 1 {
                let cut = starts[max(0, starts.count - 1 - letters)]
                total += guess(lower, from: cut, prefix, &seen, to: &ofPrefix)
            }
            for i in ofPrefix.indices { ofPrefix[i].score = ofPrefix[i].score / Double(total) * 0.5 }
            guesses += ofPrefix
        }
        parses += WordAnalyzer.likeliestFirst(guesses)
    }

    /// Reads `lower` by the ending from `cut` on; the score is how many words of the dictionary have it. Gives the sum of these.
    private mutating func guess(
        _ lower: [UInt8], from cut: Int, _ prefix: Int, _ seen: inout Set<ParseIdentity>, to guesses: inout [Parse]
    ) -> Int {
        var found: [FoundRecord] = []
        tables.lookup.append(lower[cut...], in: tables.endings[prefix], to: &found, with: &scratch)
        var total = 0
        for one in found {
            let word = lower[..<cut] + tables.lookup.spelling(lower[cut...], replaced: one.replaced)
            guard let parse = tables.parse(Array(word), one.paradigm, one.index, score: Double(one.frequency)),
                tables.tags.isProductive(parse.tag.id)
            else { continue }
            total += one.frequency
            append(parse, &seen, to: &guesses)
        }
        return total
    }
}
