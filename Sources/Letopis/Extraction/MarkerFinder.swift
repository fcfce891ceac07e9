import LetopisText

/// Finds the reporter's turns to what came before, and lines that point at other articles.
struct MarkerFinder {
    let text: SpeechText
    let lexicon: SpeechLexicon

    /// The turns to what came before, in text order.
    func recalls() -> [RecallFact] {
        text.units.compactMap { unit in
            guard titleStart(unit) == nil, let turn = unit.lazy.compactMap({ turn(at: $0, in: unit) }).first, let marker = text.span(turn),
                let span = text.span(unit)
            else { return nil }
            return RecallFact(marker: marker, span: span)
        }
    }

    private func turn(at i: Int, in unit: Range<Int>) -> Range<Int>? {
        guard !lexicon.markers(from: text.form(i)).isEmpty else { return nil }
        return (marker(.recall, at: i, in: unit) ?? opening(at: i, in: unit) ?? earlier(at: i, in: unit)).map { i..<$0 }
    }

    private func opening(at i: Int, in unit: Range<Int>) -> Int? { i == unit.lowerBound ? marker(.opening, at: i, in: unit) : nil }

    /// «Ранее», «накануне» at the beginning of a unit or beside its verb; not as an attribute, nor in a relative clause.
    private func earlier(at i: Int, in unit: Range<Int>) -> Int? {
        guard let end = marker(.earlier, at: i, in: unit) else { return nil }
        let next = end < unit.upperBound ? text.token(end) : nil
        if next?.feats.verbForm == .participle || next?.feats.case == .genitive && next?.upos == .noun { return nil }
        if i == unit.lowerBound { return end }
        let relative = (max(unit.lowerBound, i - 5)..<i).contains { text.isA(.relative, $0) }
        let before = text.token(i - 1).feats.verbForm == .finite && !lexicon.cues(ofLemma: text.lemma(i - 1)).isEmpty
        return !relative && (next?.feats.verbForm == .finite || before) ? end : nil
    }

    /// The lines that point at other articles, in text order.
    func seeAlso() -> [SeeAlsoFact] {
        text.units.compactMap { unit in
            guard let start = titleStart(unit), let span = text.span(unit) else { return nil }
            let edges = ContentEdges(text: text)
            guard let title = edges.trimmed(start..<lineEnd(unit)) else { return nil }
            return SeeAlsoFact(title: title, span: SourceSpan(span.start, max(span.end, title.end)))
        }
    }

    /// For each token whether it stands in a line that points at another article.
    func skipped() -> [Bool] {
        var out = Array(repeating: false, count: text.count)
        var isList = false
        for unit in text.units {
            let start = titleStart(unit)
            isList = start.map { $0 >= unit.upperBound } ?? isList && isTitle(unit)
            guard start != nil || isList else { continue }
            for i in unit.lowerBound..<lineEnd(unit) { out[i] = true }
        }
        return out
    }

    /// A line without a full stop below «Читайте также».
    private func isTitle(_ unit: Range<Int>) -> Bool {
        guard let last = unit.last, text.breaksLine(before: unit.lowerBound) else { return false }
        return !(text.isMark(.stop, last) && text.bytes(last).first == 0x2E)
    }

    private func titleStart(_ unit: Range<Int>) -> Int? {
        for i in unit.prefix(2) {
            guard var end = marker(.seeAlso, at: i, in: unit) else { continue }
            while end < unit.upperBound, text.isWord(end), !text.isMark(.colon, end), end < i + 7, hasColon(end, unit) { end += 1 }
            if text.isMark(.colon, end) { end += 1 }
            return end
        }
        return nil
    }

    private func hasColon(_ i: Int, _ unit: Range<Int>) -> Bool {
        (i..<min(unit.upperBound, i + 6)).contains { text.isMark(.colon, $0) }
    }

    /// The end of the line that a unit stands in, the unit's own end where the line goes on with a new sentence.
    private func lineEnd(_ unit: Range<Int>) -> Int { unit.upperBound }

    private func marker(_ wanted: SpeechLexicon.Marker, at i: Int, in unit: Range<Int>) -> Int? {
        for phrase in lexicon.markers(from: text.form(i)) where phrase.value == wanted {
            let end = i + phrase.words.count
            guard end <= unit.upperBound, zip(i..<end, phrase.words).allSatisfy({ text.form($0).elementsEqual($1) }) else { continue }
            return end
        }
        return nil
    }
}
