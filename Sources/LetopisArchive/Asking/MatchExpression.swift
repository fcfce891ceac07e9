/// A question in the language of FTS5. Everything that somebody wrote stands in quotation marks there, and consists of letters and digits only.
struct MatchExpression {
    let text: String

    init(_ question: Question, _ forms: WordForms) {
        let wanted = question.parts.filter { !$0.isExcluded }.map { Self.part($0, forms) }
        let sorts = question.isOfArticles ? [] : Self.sorts(question)
        let excluded = question.parts.filter(\.isExcluded).map { Self.part($0, forms) }
        let all = wanted.isEmpty && sorts.isEmpty ? ["marks : \"all\""] : sorts + wanted
        text = excluded.reduce("(\(all.joined(separator: " AND ")))") { "(\($0) NOT \($1))" }
    }

    private static func part(_ part: Question.Part, _ forms: WordForms) -> String {
        switch part.content {
        case .word(let word): "(text : \(quoted(word)) OR lemmas : (\(either(forms.lemmas(word)))))"
        case .phrase(let words): "text : \(quoted(words.joined(separator: " ")))"
        case .mark(let filter, let words): "(\(words.map { mark(filter, $0, forms) }.joined(separator: " AND ")))"
        }
    }

    private static func mark(_ filter: Question.Filter, _ word: String, _ forms: WordForms) -> String {
        let words = filter == .lang || filter == .kind ? [word] : forms.nominatives(word)
        return "marks : (\(either(words.map { filter.rawValue + $0 })))"
    }

    private static func sorts(_ question: Question) -> [String] {
        let sorts = question.sorts.isEmpty ? ["statement", "meeting", "position"] : question.sorts.subtracting(["article"]).sorted()
        return ["marks : (\(either(sorts.map { "sort\($0.prefix(1))" })))"]
    }

    private static func either(_ words: [String]) -> String { words.map(quoted).joined(separator: " OR ") }

    private static func quoted(_ text: String) -> String { "\"" + text.filter { $0 != "\"" && $0 != "\0" } + "\"" }
}
