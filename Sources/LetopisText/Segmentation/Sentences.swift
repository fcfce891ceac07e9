/// Cuts a text into sentences, and deals its tokens out to them.
///
/// Guaranteed: linear time; sentences in order, not overlapping, without white space around them, and covering all that is not white space.
struct SentenceSplitter {
    let text: SourceText
    let abbreviations: Abbreviations
    /// The lines at whose ends sentences end; nil where a line's end is a space like any other.
    let lines: Lines?

    /// Appends the text's sentences; each takes the tokens that begin in it.
    func append(to sentences: inout [Sentence], tokens: [Token]) {
        var start = 0
        var token = 0
        var offset = 0
        while let end = nextEnd(from: &offset, sentence: start) {
            close(start..<end, &token, tokens, &sentences)
            start = end
        }
        close(start..<text.end, &token, tokens, &sentences)
    }

    /// The first place at or after an offset where the sentence that began at `start` ends; the offset moves past what was looked at.
    private func nextEnd(from offset: inout Int, sentence start: Int) -> Int? {
        while offset < text.end {
            if let lines, text.utf8[offset] == Lines.feed {
                let line = offset
                if lines.endsSentence(at: &offset) { return line }
            } else if Self.canBeginMark(text.utf8[offset]), let mark = text.mark(at: offset) {
                offset = mark.end
                if ends(at: mark, from: start) { return mark.end }
            } else {
                offset += 1
            }
        }
        return nil
    }

    private func ends(at mark: SentenceMark, from start: Int) -> Bool {
        guard let boundary = SentenceBoundary(text, sentenceStart: start, mark: mark) else { return false }
        return !boundary.isInside(abbreviations)
    }

    /// Appends the sentence in a range, if there is more than white space in it.
    private func close(_ range: Range<Int>, _ token: inout Int, _ tokens: [Token], _ sentences: inout [Sentence]) {
        let first = token
        while token < tokens.count, tokens[token].span.start < range.upperBound { token += 1 }
        guard first < token else { return }
        let span = SourceSpan(tokens[first].span.start, tokens[token - 1].span.end)
        sentences.append(Sentence(span: span, tokens: first..<token))
    }

    /// Whether a mark can begin with the byte. Letters of Cyrillic and Latin cannot, so that no more is asked of most bytes.
    @inline(__always)
    private static func canBeginMark(_ byte: UInt8) -> Bool {
        byte < 0x80 ? byte != 0x20 && (byte < 0x40 || byte == 0x5D || byte == 0x7D) : byte == 0xC2 || byte == 0xE2
    }
}

/// A mark that a sentence could end with, or a smiley.
struct SentenceMark: Hashable, Sendable {
    let start: Int
    let end: Int
    /// The mark, or nil where it is a smiley.
    let scalar: UInt32?
}

extension SourceText {
    fileprivate func mark(at offset: Int) -> SentenceMark? {
        let (scalar, next) = character(at: offset)
        if Mark.areEyes(scalar), let smile = smile(at: offset) { return SentenceMark(start: offset, end: smile.end, scalar: nil) }
        return Mark.isDelimiter(scalar) ? SentenceMark(start: offset, end: next, scalar: scalar) : nil
    }

    /// The smiley whose eyes are at an offset, `:-)))`: where its mouth begins, and where it ends, after three mouths at most.
    func smile(at eyes: Int) -> (firstMouth: Int, end: Int)? {
        var firstMouth = eyes + 1
        if firstMouth < end, utf8[firstMouth] == 0x2D { firstMouth += 1 }
        var stop = firstMouth
        while stop < end, stop < firstMouth + 3, Mark.isMouth(UInt32(utf8[stop])) { stop += 1 }
        return stop > firstMouth ? (firstMouth, stop) : nil
    }
}
