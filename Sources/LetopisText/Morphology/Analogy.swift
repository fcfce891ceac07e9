/// Words that the dictionary does not have, read by what they are made of.
extension WordAnalyzer {
    /// «смотри-ка»: the word before a particle inflects.
    mutating func particle(_ lower: [UInt8], _ seen: inout Set<ParseIdentity>, to parses: inout [Parse]) {
        guard let particle = tables.particles.first(where: { lower.count > $0.count && lower.ends(with: $0) }) else { return }
        for var parse in self.parses(of: Array(lower.dropLast(particle.count))) {
            parse.form += particle
            parse.normal += particle
            parse.stem.trailing += particle.count
            parse.score *= 0.9
            append(parse, &seen, to: &parses)
        }
    }

    /// «по-западному»: an adverb, where the rest can be the form of an adjective that such adverbs are made of.
    mutating func adverb(_ lower: [UInt8]) -> [Parse] {
        for pattern in tables.adverbs where lower.starts(with: pattern.prefix) {
            let rest = Array(lower.dropFirst(pattern.prefix.count))
            if UTF8Text.count(rest) >= 2, self.parses(of: rest).contains(where: { $0.tag.grammemes.contains(pattern.form) }) {
                return [fixed(.adverb, lower, score: 0.7)]
            }
        }
        return []
    }

    /// «псевдонаука»: the rest after a prefix that leaves the inflection as it is.
    mutating func knownPrefix(_ lower: [UInt8], _ seen: inout Set<ParseIdentity>, to parses: inout [Parse]) {
        for prefix in tables.knownPrefixes where lower.starts(with: prefix) {
            let rest = Array(lower.dropFirst(prefix.count))
            if UTF8Text.count(rest) >= 3 { append(self.parses(of: rest), after: prefix[...], times: 0.75, &seen, to: &parses) }
        }
    }

    /// «байткод»: a word of the dictionary after up to five letters of any kind.
    mutating func anyPrefix(_ lower: [UInt8], _ seen: inout Set<ParseIdentity>, to parses: inout [Parse]) {
        let starts = UTF8Text.starts(lower)
        let most = min(5, starts.count - 1 - 3)
        for i in stride(from: 1, through: most, by: 1) {
            append(known(Array(lower[starts[i]...])), after: lower[..<starts[i]], times: 0.5, &seen, to: &parses)
        }
    }

    private func append(
        _ rest: [Parse], after prefix: ArraySlice<UInt8>, times factor: Double, _ seen: inout Set<ParseIdentity>, to parses: inout [Parse]
    ) {
        for var parse in rest where tables.tags.isProductive(parse.tag.id) {
            parse.prepend(prefix)
            parse.score *= factor
            append(parse, &seen, to: &parses)
        }
    }

    /// «человек-гора», «интернет-магазин»: exactly one hyphen, inside the word. Either both halves inflect alike, or the second does.
    mutating func compound(_ lower: [UInt8]) -> [Parse] {
        let hyphen = UInt8(ascii: "-")
        guard let place = lower.firstIndex(of: hyphen), place > 0, place < lower.count - 1, !lower[(place + 1)...].contains(hyphen),
            !tables.knownPrefixes.contains(where: lower.starts(with:))
        else { return [] }
        let left = parses(of: Array(lower[..<place])), right = parses(of: Array(lower[(place + 1)...]))
        var result = inflectingTogether(left, right)
        for var parse in right where tables.tags.isWord(parse.tag.id) {
            parse.secondHalf = parse.stem
            parse.prepend(lower[...place])
            parse.score *= 0.75
            result.append(parse)
        }
        return result
    }

    private func inflectingTogether(_ left: [Parse], _ right: [Parse]) -> [Parse] {
        var result: [Parse] = []
        for first in left where tables.tags.isWord(first.tag.id) {
            let agreement = tables.tags.agreement(first.tag.id)
            for second in right where tables.tags.agreement(second.tag.id) == agreement {
                result.append(Parse(first, second, score: first.score * 0.75))
            }
        }
        return result
    }
}

extension Parse {
    /// A compound of which both halves inflect, with the first one's tag.
    init(_ first: Parse, _ second: Parse, score: Double) {
        let hyphen = UInt8(ascii: "-")
        self.init(
            tag: first.tag, score: score, form: first.form + [hyphen] + second.form, normal: first.normal + [hyphen] + second.normal,
            stem: second.stem, firstHalf: first.stem, secondHalf: second.stem)
    }

    /// Puts a prefix that stays as it is before the word.
    mutating func prepend(_ prefix: ArraySlice<UInt8>) {
        form.insert(contentsOf: prefix, at: 0)
        normal.insert(contentsOf: prefix, at: 0)
        if firstHalf == nil { stem.leading += prefix.count } else { firstHalf?.leading += prefix.count }
    }
}
