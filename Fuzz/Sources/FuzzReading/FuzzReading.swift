import FuzzDriver
import LetopisText

/// What libFuzzer calls with every input: bytes to an article, to tokens and sentences, to code points, with every promise checked.
///
/// The first byte says which charset is declared, if any; the rest is the article.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, readArticle) }

private func readArticle(_ selector: UInt8, _ bytes: [UInt8]) {
    let article = Article(decoding: bytes, charset: .chosen(by: selector))
    checkText(article)
    checkParts(article.utf8, .areSpace)
    checkParts(article.utf8, .endSentences)
    checkCodePoints(article)
    // Any bytes at all are safe, though their boundaries mean nothing.
    _ = parts([selector] + bytes, .endSentences)
}

private let segmenter = try? Segmenter(
    abbreviations: Array("г\thead\t# г. Псков\nруб\ttail\t# 5 руб. (много)\nт е\thead\t# т. е. да\n".utf8))

private func parts(_ utf8: [UInt8], _ lines: LineEnds) -> (tokens: [Token], sentences: [Sentence]) {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    guard let segmenter else { fatalError("the lexicon loads") }
    segmenter.segment(utf8, lines: lines, into: &tokens, sentences: &sentences)
    var next = 0
    for sentence in sentences {
        promise(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "every token is in one sentence")
        next = sentence.tokens.upperBound
    }
    promise(next == tokens.count, "every token is in one sentence")
    return (tokens, sentences)
}

private func checkParts(_ utf8: [UInt8], _ lines: LineEnds) {
    let (tokens, sentences) = parts(utf8, lines)
    var end = 0
    for token in tokens {
        promise(token.span.start >= end && token.span.end > token.span.start, "tokens are in order, and hold something")
        promise(isSpace(utf8[end..<token.span.start]), "tokens cover all but white space")
        end = token.span.end
    }
    promise(isSpace(utf8[end...]), "tokens cover all but white space")
    for sentence in sentences {
        promise(sentence.span.start == tokens[sentence.tokens.lowerBound].span.start, "a sentence begins with a token")
        promise(sentence.span.end == tokens[sentence.tokens.upperBound - 1].span.end, "a sentence ends with a token")
    }
}

private func isSpace(_ utf8: ArraySlice<UInt8>) -> Bool {
    String(decoding: utf8, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value) }
}

private func checkCodePoints(_ article: Article) {
    let map = CodePointMap(article)
    for offset in article.utf8.indices where article.utf8[offset] & 0xC0 != 0x80 {
        promise(map.offset(ofCodePoint: map.codePoint(at: offset)) == offset, "an offset comes back from its code point")
    }
}
