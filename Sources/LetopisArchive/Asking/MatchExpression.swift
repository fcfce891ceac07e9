/// A question in the language of FTS5. Everything that somebody wrote stands in quotation marks there, and consists of letters and digits only.
///
/// It finds all that the question means, and where the question has phrases more than that: of those the tables have lemmas, or not even the
/// order. `PhraseCheck` holds what is found against the text.
struct MatchExpression {
    let text: String

    /// The most ways in which a phrase is looked for by the lemmas of its words; where there are more, its order is left to the text.
    private static let mostReadings = 24

    init(_ question: Question, _ forms: WordForms) {
        let parts = question.parts.filter { !$0.isExcluded }, ofArticles = question.isOfArticles
        let wanted = parts.compactMap { Self.part($0, forms, inOrder: ofArticles) }
        // A phrase that must not be there is looked for in the text alone: the tables would leave out too much.
        let excluded = question.parts.filter(\.isExcluded).filter { !$0.isPhrase }.compactMap { Self.part($0, forms, inOrder: false) }
        let all = wanted.isEmpty ? [Self.quoted(Marks.everything)] : wanted
        text = excluded.reduce("(\(all.joined(separator: " AND ")))") { "(\($0) NOT \($1))" }
    }

    private static func part(_ part: Question.Part, _ forms: WordForms, inOrder: Bool) -> String? {
        switch part.content {
        case .word(let word): "(\(either(forms.lemmas(word))))"
        case .phrase(let words): phrase(words.map(forms.lemmas), inOrder)
        case .mark(let filter, let words): words.isEmpty ? nil : "(\(words.map { mark(filter, $0, forms) }.joined(separator: " AND ")))"
        }
    }

    /// Words of which each has one of several lemmas; one after the other, where the table has the order and there are not too many ways.
    private static func phrase(_ words: [[String]], _ inOrder: Bool) -> String {
        let ways = words.reduce(1) { min($0 * $1.count, mostReadings + 1) }
        guard inOrder, ways <= mostReadings else { return "(\(words.map { "(\(either($0)))" }.joined(separator: " AND ")))" }
        let readings = words.reduce([""]) { begun, lemmas in begun.flatMap { way in lemmas.map { way.isEmpty ? $0 : "\(way) \($0)" } } }
        return "(\(either(readings)))"
    }

    private static func mark(_ filter: Question.Filter, _ word: String, _ forms: WordForms) -> String {
        let words = filter == .lang || filter == .kind ? [word] : forms.nominatives(word)
        return "(\(either(words.map { Marks.mark(filter.rawValue, $0) })))"
    }

    private static func either(_ words: [String]) -> String { words.map(quoted).joined(separator: " OR ") }

    private static func quoted(_ text: String) -> String { "\"" + text.filter { $0 != "\"" && $0 != "\0" } + "\"" }
}
