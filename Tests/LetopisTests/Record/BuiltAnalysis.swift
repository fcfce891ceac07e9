@testable import LetopisText

/// An analysis written by hand: a text, and for each token in order `form|LEMMA|UPOS|head|relation|features`, the head
/// counted from 1 in its sentence as in CoNLL-U, 0 for the root. A line is a sentence. Names as `kind: words`.
struct BuiltAnalysis {
    /// The analysis of `text`, whose tokens stand in it in this order.
    static func make(_ text: String, _ rows: String, names: [(Name.Kind, String)] = []) -> Analysis {
        let utf8 = Array(text.utf8)
        var tokens: [Token] = [], sentences: [Sentence] = [], lemmas: [UInt8] = [], at = 0
        for line in rows.split(separator: "\n") {
            let begin = tokens.count
            for cell in line.split(separator: " ") {
                let parts = cell.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                let place = find(Array(parts[0].utf8), in: utf8, from: at)
                var token = Token(span: place)
                token.upos = PartOfSpeech(rawValue: parts[2]) ?? .x
                token.head = parts[3] == "0" ? -1 : begin + (Int(parts[3]) ?? 1) - 1
                token.deprel = Relation(rawValue: parts[4]) ?? .dep
                token.feats = Features(conllu: parts.dropFirst(5).joined(separator: "|")) ?? Features()
                token.lemma = lemmas.count..<lemmas.count + parts[1].utf8.count
                lemmas += Array(parts[1].utf8)
                tokens.append(token)
                at = place.end
            }
            sentences.append(Sentence(span: tokens[begin].span.union(tokens[tokens.count - 1].span), tokens: begin..<tokens.count))
        }
        var from = 0
        let found = names.map { kind, words in
            let span = find(Array(words.utf8), in: utf8, from: from)
            from = span.end
            let first = tokens.firstIndex { $0.span.end > span.start } ?? 0
            return Name(span: span, kind: kind, tokens: first..<(tokens.firstIndex { $0.span.start >= span.end } ?? tokens.count))
        }
        return Analysis(article: Article(text), sentences: sentences, tokens: tokens, names: found, lemmas: lemmas, notices: [])
    }

    private static func find(_ needle: [UInt8], in text: [UInt8], from: Int) -> SourceSpan {
        var i = from
        while i + needle.count <= text.count {
            if Array(text[i..<i + needle.count]) == needle { return SourceSpan(i, i + needle.count) }
            i += 1
        }
        fatalError("a test's token is not in its text: \(String(decoding: needle, as: UTF8.self))")
    }
}
