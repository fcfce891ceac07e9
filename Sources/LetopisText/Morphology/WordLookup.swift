internal import LetopisNeural

/// A letter that a text may have in place of another: `е` for `ё`. Both are two bytes.
struct LetterPair: Sendable, Hashable {
    let from, to: (UInt8, UInt8)

    /// Reads `е ё`; nil where that is not two letters of two bytes each.
    init?(_ line: String) {
        let letters = line.split(separator: " ").map { Array($0.utf8) }
        guard letters.count == 2, letters.allSatisfy({ $0.count == 2 && $0[0] & 0xE0 == 0xC0 && $0[1] & 0xC0 == 0x80 }) else { return nil }
        from = (letters[0][0], letters[0][1])
        to = (letters[1][0], letters[1][1])
    }

    static func == (a: LetterPair, b: LetterPair) -> Bool { a.from == b.from && a.to == b.to }
    func hash(into hasher: inout Hasher) {
        hasher.combine(from.0)
        hasher.combine(from.1)
    }

    /// The lines of a section.
    static func all(_ section: String, in pack: Pack) throws(PackError) -> [LetterPair] {
        var pairs: [LetterPair] = []
        for line in try pack.lines(section) {
            guard let pair = LetterPair(line) else { throw PackError(path: pack.path, .section("section \(section): \(line)")) }
            pairs.append(pair)
        }
        return pairs
    }

    /// Whether the letter stands at `i`.
    @inline(__always) func stands(in text: ArraySlice<UInt8>, at i: Int) -> Bool {
        i + 1 < text.endIndex && text[i] == from.0 && text[i + 1] == from.1
    }
}

/// A record found for a word, and in which spelling: bit n of `replaced` says that the n-th letter that can be replaced was.
struct FoundRecord: Sendable {
    var replaced: UInt64
    var record: UInt64

    /// Of a record of the words: the paradigm and the form.
    var paradigm: UInt16 { UInt16(truncatingIfNeeded: record >> 16) }
    var index: Int { Int(record & 0xFFFF) }
    /// Of a record of the endings: how many words of the dictionary have it.
    var frequency: Int { Int(record >> 32) }
}

/// Looks words up in an automaton, with the letters that a text may have in place of the dictionary's.
struct WordLookup: Sendable {
    let substitutes: [LetterPair]
    /// More spellings of a word than a dictionary has.
    static let mostSpellings = 64

    /// Appends the records of `word` and of its other spellings, the spelling as it stands first, then those with an earlier replacement.
    func append(_ word: ArraySlice<UInt8>, in words: RecordAutomaton, to found: inout [FoundRecord], with scratch: inout LookupScratch) {
        scratch.open.removeAll(keepingCapacity: true)
        scratch.open.append(OpenSpelling(position: word.startIndex, ordinal: 0, replaced: 0, state: Automaton.root))
        var spellings = 0
        while let spelling = scratch.open.popLast(), spellings < WordLookup.mostSpellings {
            spellings += 1
            let first = scratch.open.count
            guard let end = walk(word, from: spelling, in: words.automaton, &scratch.open) else {
                scratch.open[first...].reverse()
                continue
            }
            scratch.open[first...].reverse()
            scratch.walk.records.removeAll(keepingCapacity: true)
            words.appendRecords(after: end, with: &scratch.walk)
            for record in scratch.walk.records { found.append(FoundRecord(replaced: spelling.replaced, record: record)) }
        }
    }

    /// Goes on with one spelling to the end of the word, noting where another begins; nil where the automaton does not know it.
    @inline(__always)
    private func walk(_ word: ArraySlice<UInt8>, from spelling: OpenSpelling, in automaton: Automaton, _ open: inout [OpenSpelling]) -> Int?
    {
        var spelling = spelling
        while spelling.position < word.endIndex {
            for pair in substitutes where pair.stands(in: word, at: spelling.position) {
                if let lead = automaton.follow(pair.to.0, from: spelling.state), let state = automaton.follow(pair.to.1, from: lead) {
                    open.append(spelling.replaced(to: state))
                }
                spelling.ordinal += 1
            }
            guard let next = automaton.follow(word[spelling.position], from: spelling.state) else { return nil }
            spelling.state = next
            spelling.position += 1
        }
        return spelling.state
    }

    /// `word` with the letters replaced that `replaced` says.
    func spelling(_ word: some Sequence<UInt8>, replaced: UInt64) -> [UInt8] {
        var spelled = Array(word)
        respell(&spelled, replaced: replaced)
        return spelled
    }

    /// Replaces the letters of `word` that `replaced` says.
    func respell(_ word: inout [UInt8], replaced: UInt64) {
        guard replaced != 0 else { return }
        var ordinal: UInt64 = 0
        for i in word.indices {
            for pair in substitutes where pair.stands(in: word[...], at: i) {
                if ordinal < 64, replaced & 1 << ordinal != 0 { (word[i], word[i + 1]) = pair.to }
                ordinal += 1
            }
        }
    }

    /// Replaces all the letters of `text` that can be, from `start` on.
    func replaceAll(in text: inout [UInt8], from start: Int) {
        for pair in substitutes {
            for i in start..<text.count where text[i] == pair.from.0 && i + 1 < text.count && text[i + 1] == pair.from.1 {
                (text[i], text[i + 1]) = pair.to
            }
        }
    }
}

/// A spelling of a word that is followed from a state on.
struct OpenSpelling: Sendable {
    var position: Int
    var ordinal: UInt64
    var replaced: UInt64
    var state: Int

    /// The spelling with the letter at this position replaced.
    @inline(__always) func replaced(to state: Int) -> OpenSpelling {
        let bit = ordinal < 64 ? 1 << ordinal : UInt64(0)
        return OpenSpelling(position: position + 2, ordinal: ordinal + 1, replaced: replaced | bit, state: state)
    }
}

/// What looking up needs, kept from one word to the next.
struct LookupScratch: Sendable {
    var open: [OpenSpelling] = []
    var walk = Walk()
}
