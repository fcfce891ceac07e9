import LetopisText

/// What libFuzzer calls with every input: bytes to an article, to tokens and sentences, to code points, with every promise checked.
///
/// The first byte says which charset is declared, if any; the rest is the article.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    let charsets: [Charset?] = [nil] + Charset.allCases
    let article = Article(decoding: Array(bytes.dropFirst()), charset: charsets[Int(first) % charsets.count])
    checkText(article)
    checkParts(article.utf8, .areSpace)
    checkParts(article.utf8, .endSentences)
    checkCodePoints(article)
    // Any bytes at all are safe, though their boundaries mean nothing.
    _ = parts(bytes, .endSentences)
    return 0
}

private let segmenter = try? Segmenter(abbreviations: Array("г\thead\t# г. Псков\nруб\ttail\t# 5 руб. (много)\nт е\thead\t# т. е. да\n".utf8))

private func checkText(_ article: Article) {
    precondition(String(validating: article.utf8, as: UTF8.self) != nil, "the text is valid UTF-8")
    precondition(!article.utf8.contains(0), "the text has no NUL")
    precondition(article.utf8.count <= Article.mostBytes, "the text keeps to the cap")
}

private func parts(_ utf8: [UInt8], _ lines: LineEnds) -> (tokens: [Token], sentences: [Sentence]) {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    guard let segmenter else { preconditionFailure("the lexicon loads") }
    segmenter.segment(utf8, lines: lines, into: &tokens, sentences: &sentences)
    var next = 0
    for sentence in sentences {
        precondition(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "every token is in one sentence")
        next = sentence.tokens.upperBound
    }
    precondition(next == tokens.count, "every token is in one sentence")
    return (tokens, sentences)
}

private func checkParts(_ utf8: [UInt8], _ lines: LineEnds) {
    let (tokens, sentences) = parts(utf8, lines)
    var end = 0
    for token in tokens {
        precondition(token.span.start >= end && token.span.end > token.span.start, "tokens are in order, and hold something")
        precondition(isSpace(utf8[end..<token.span.start]), "tokens cover all but white space")
        end = token.span.end
    }
    precondition(isSpace(utf8[end...]), "tokens cover all but white space")
    for sentence in sentences {
        precondition(sentence.span.start == tokens[sentence.tokens.lowerBound].span.start, "a sentence begins with a token")
        precondition(sentence.span.end == tokens[sentence.tokens.upperBound - 1].span.end, "a sentence ends with a token")
    }
}

private func isSpace(_ utf8: ArraySlice<UInt8>) -> Bool {
    String(decoding: utf8, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value) }
}

private func checkCodePoints(_ article: Article) {
    let map = CodePointMap(article)
    for offset in article.utf8.indices where article.utf8[offset] & 0xC0 != 0x80 {
        precondition(map.offset(ofCodePoint: map.codePoint(at: offset)) == offset, "an offset comes back from its code point")
    }
}
