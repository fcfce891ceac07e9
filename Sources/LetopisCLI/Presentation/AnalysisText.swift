internal import Letopis
internal import LetopisText

/// An analysis for people: a line for each token, with its head's form in place of a number, and a blank line after each sentence.
///
///     Министр  министр  NOUN   nsubj ← сказал  Case=Nom|…
enum AnalysisText {
    /// All sentences of an analysis.
    static func text(_ analysis: Analysis) -> String {
        let names = nameTags(analysis)
        return analysis.sentences.map { sentence in
            let rows = sentence.tokens.map { row($0, analysis, name: names[$0]) }
            let text = analysis.article.text(sentence.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return "# \(printable(text))\n" + table(rows) + "\n"
        }.joined()
    }

    private static func row(_ index: Int, _ analysis: Analysis, name: String) -> [String] {
        let token = analysis.tokens[index]
        let head = analysis.tokens.indices.contains(token.head) ? " ← \(printable(analysis.text(analysis.tokens[token.head])))" : ""
        let form = printable(analysis.text(token)), lemma = printable(analysis.lemma(token))
        return [form, lemma, token.upos.rawValue, token.deprel.rawValue + head, name, token.feats.conllu]
    }

    /// PER, LOC or ORG for each token that is part of a name.
    private static func nameTags(_ analysis: Analysis) -> [String] {
        var tags = [String](repeating: "", count: analysis.tokens.count)
        for name in analysis.names {
            for i in name.tokens.clamped(to: tags.indices) { tags[i] = name.kind.rawValue }
        }
        return tags
    }

    /// Cells under each other, as wide as the widest of a column; a cell wider than `widest` pushes its row out.
    private static func table(_ rows: [[String]], widest: Int = 32) -> String {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { column in min(widest, rows.map { $0[column].count }.max() ?? 0) }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}
