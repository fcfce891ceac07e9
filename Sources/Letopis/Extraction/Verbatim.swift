import LetopisText

/// Tells quotations of speech from names, titles and single words held at a distance, and says what kind a content is.
struct Verbatim {
    let text: SpeechText
    private var speaks: [Bool] = []
    /// Quotations are climbed over at most so many levels.
    private static let reach = 4
    /// Inside another quotation at most so many tokens are looked at.
    private static let longest = 300
    /// How many words, and how many quoted words, stand before each token.
    private var words = [0]
    private var quotedWords = [0]

    /// Judges all quotations of a text.
    init(_ text: SpeechText) {
        self.text = text
        speaks = text.quotations.map { Self.speaks($0, text) }
        for i in 0..<text.count {
            let word = text.isWord(i)
            words.append(words[i] + (word ? 1 : 0))
            quotedWords.append(quotedWords[i] + (word && isQuoted(i, base: -1) ? 1 : 0))
        }
    }

    /// Whether all, part or none of the content stands in quotation marks that hold speech. Marks around the cue too do not count.
    func kind(of content: [SourceSpan], cue: Int?) -> SpeechKind {
        let base = cue.map { text.quotationOf[$0] } ?? -1
        var (all, quoted) = (0, 0)
        for span in content {
            let tokens = text.tokens(in: span)
            all += words[tokens.upperBound] - words[tokens.lowerBound]
            quoted += base < 0 ? quotedWords[tokens.upperBound] - quotedWords[tokens.lowerBound] : quotedInside(tokens, base: base)
        }
        if quoted == 0 { return .indirect }
        return quoted == all ? .direct : .mixed
    }

    private func quotedInside(_ tokens: Range<Int>, base: Int) -> Int {
        tokens.prefix(Self.longest).count { text.isWord($0) && isQuoted($0, base: base) }
    }

    private func isQuoted(_ i: Int, base: Int) -> Bool {
        var at = text.quotationOf[i]
        for _ in 0..<Self.reach {
            if at < 0 || at == base { return false }
            if speaks[at] { return true }
            at = text.quotations[at].parent
        }
        return false
    }

    private static func speaks(_ quotation: Quotation, _ text: SpeechText) -> Bool {
        guard quotation.opened else { return false }
        let tokens = text.tokens(in: quotation.inner)
        let words = tokens.prefix(12).filter { text.isWord($0) }
        guard let first = words.first, let last = words.last else { return false }
        if words.count == 1 { return [.verb, .adverb].contains(text.token(first).upos) && !isCapital(text.bytes(first)) }
        if words.count > 6 || words.contains(where: { isFinite($0, text) }) && !isTitle(first, text) { return true }
        if text.nameOf[first] >= 0, text.nameOf[first] == text.nameOf[last] { return false }
        return !isTitle(first, text)
    }

    private static func isFinite(_ i: Int, _ text: SpeechText) -> Bool { text.token(i).feats.verbForm == .finite }

    /// A capital after an opening mark, inside a sentence and not after a colon, begins a name.
    private static func isTitle(_ first: Int, _ text: SpeechText) -> Bool {
        guard isCapital(text.bytes(first)) else { return false }
        let before = first - 2
        guard before >= 0, text.unitOf[before] == text.unitOf[first] else { return false }
        return !text.isMark(.colon, before) && !text.isMark(.stop, before)
    }

    /// Whether a word begins with a capital letter, Latin or Cyrillic.
    static func isCapital(_ word: ArraySlice<UInt8>) -> Bool { folded(word.prefix(2)) != Array(word.prefix(2)) }
}
