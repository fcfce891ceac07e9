public import LetopisText

/// A language analysis for people: what `letopis analyse` prints.
///
/// Guaranteed: a line for each token, in text order: the arcs of the dependency tree, the form, lemma, part of speech, relation, kind of name,
/// features, in columns; an empty line after each sentence. Control characters of the text are shown by their numbers.
public enum AnalysisText {
    /// The columns of form and lemma are no wider than this; a longer word pushes its line out.
    private static let widest = 28

    /// All sentences of an analysis.
    public static func text(_ analysis: Analysis, style: Style = .plain) -> String {
        var page = Page(Style(colour: style.colour, width: 0))
        let names = nameTags(analysis)
        for sentence in analysis.sentences {
            page.line([Piece(Terminal.clean(analysis.article.text(sentence.span)), .strong)])
            rows(of: sentence, analysis, names, to: &page)
            page.gap()
        }
        return page.text
    }

    private static func rows(of sentence: Sentence, _ analysis: Analysis, _ names: [String], to page: inout Page) {
        rows(of: Array(sentence.tokens), analysis, to: &page) { names[$0] }
    }

    /// A line for each of some tokens of a sentence, in text order; arcs between them only.
    static func rows(
        of tokens: [Int], _ analysis: Analysis, margin: String = "", features: (Features) -> String = { $0.conllu }, to page: inout Page,
        name: (Int) -> String = { _ in "" }
    ) {
        let places = Dictionary(zip(tokens, 0...)) { first, _ in first }
        let heads = tokens.map { places[analysis.tokens[$0].head] ?? -1 }
        let arcs = Arcs(heads: heads).rows
        let table = zip(tokens, heads).map { cells($0, analysis, name($0), features, head: arcs.isEmpty ? $1 + 1 : nil) }
        let widths = (0..<5).map { column in min(widest, table.map { Terminal.columns($0[column]) }.max() ?? 0) }
        for (i, row) in table.enumerated() {
            let padded = zip(row, widths + [0]).map { Terminal.padded($0, to: $1) }
            let tail = padded[2...].joined(separator: "  ")
            let drawing = Piece(margin + (arcs.isEmpty ? "" : arcs[i]), .faint)
            page.set([drawing, Piece(padded[0], .strong), Piece("  \(padded[1])  "), Piece(tail, .faint)])
        }
    }

    /// Form, lemma, part of speech, relation (with the head's number where no arcs are drawn), kind of name, features.
    private static func cells(_ i: Int, _ analysis: Analysis, _ name: String, _ features: (Features) -> String, head: Int?) -> [String] {
        let token = analysis.tokens[i]
        let relation = token.deprel.rawValue + (head.map { " ← \(max(0, $0))" } ?? "")
        return [
            Terminal.clean(analysis.text(token)), Terminal.clean(analysis.lemma(token)), token.upos.rawValue, relation, name,
            features(token.feats),
        ]
    }

    /// PER, LOC or ORG for each token that is part of a name.
    private static func nameTags(_ analysis: Analysis) -> [String] {
        var tags = [String](repeating: "", count: analysis.tokens.count)
        for name in analysis.names {
            for i in name.tokens.clamped(to: tags.indices) { tags[i] = name.kind.rawValue }
        }
        return tags
    }
}
