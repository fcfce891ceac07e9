/// What somebody asks the archive: words, "phrases in quotation marks", -what must not be there, and filters.
///
///     гарантии безопасности speaker:Виткофф date:2025-06/2025-07 -"мирный план"
///
/// A word stands for all its forms; a phrase for exactly these words, in any case, ё as е. Whatever the text, no part of it becomes a command of
/// SQL or of the full-text search.
public struct Question: Hashable, Sendable {
    /// What a filter is about. The raw value is written before the colon.
    public enum Filter: String, Sendable, CaseIterable {
        /// Who says it.
        case speaker
        /// Who or what is spoken of: an actor.
        case about
        /// Who published it.
        case outlet
        /// The article's language, by its code.
        case lang
        /// What is looked for: article, statement, meeting, position; or a kind of those: direct, talks, opposes.
        case kind
        /// When: a year, a month or a day, or two of them with a slash between.
        case date
    }
    /// Something that must be there, or must not.
    struct Part: Hashable, Sendable {
        enum Content: Hashable, Sendable {
            case word(String)
            case phrase([String])
            case mark(Filter, [String])
        }
        var content: Content
        var isExcluded = false

        var isPhrase: Bool { if case .phrase = content { true } else { false } }
    }

    private(set) var parts: [Part] = []
    /// The days asked for, counted from 0001-01-01.
    private(set) var days: ClosedRange<Int>?
    /// The kinds of things asked for: `article`, `statement` and so on; empty where the question does not say.
    private var sorts: Set<String> = []
    /// Those that must not be found.
    private var excludedSorts: Set<String> = []

    /// Understands a question. Throws a `QuestionError` where a filter is unknown or a date is none. An empty question asks for everything.
    public init(_ text: String) throws {
        for token in QuestionToken.all(in: text) { try add(token) }
    }

    private mutating func add(_ token: QuestionToken) throws {
        guard let name = token.filter else {
            let words = WordFolding.words(token.text)
            guard !words.isEmpty else { return }
            let content = token.isQuoted || words.count > 1 ? Part.Content.phrase(words) : .word(words[0])
            return parts.append(Part(content: content, isExcluded: token.isExcluded))
        }
        guard let filter = Filter(rawValue: name) else { throw QuestionError.unknownFilter(name) }
        guard !token.text.isEmpty else { throw QuestionError.emptyFilter(name) }
        switch filter {
        case .date: days = try QuestionDates.days(token.text)
        case .kind where token.text == "article" || EntryID.Sort.allCases.contains { $0.name == token.text }:
            if token.isExcluded { excludedSorts.insert(token.text) } else { sorts.insert(token.text) }
        default: parts.append(Part(content: .mark(filter, WordFolding.words(token.text)), isExcluded: token.isExcluded))
        }
    }

    /// Whether articles are asked for, and not what stands in them: so it is where no speaker and no kind is asked for.
    public var isOfArticles: Bool {
        if !sorts.isEmpty || !excludedSorts.isEmpty { return sorts == ["article"] }
        return !parts.contains { part in
            if case .mark(let filter, _) = part.content { filter == .speaker || filter == .kind } else { false }
        }
    }

    /// Asks for statements, meetings and positions, whatever filters there are.
    public mutating func askForEntries() {
        sorts.remove("article")
        excludedSorts.insert("article")
    }

    /// The sorts of entries asked for.
    var entrySorts: [EntryID.Sort] {
        let all = EntryID.Sort.allCases, named = all.filter { sorts.contains($0.name) }
        return (named.isEmpty ? all : named).filter { !excludedSorts.contains($0.name) }
    }

    /// Words whose forms are to be marked in what is found.
    public var marked: [String] {
        parts.filter { !$0.isExcluded }.flatMap { part -> [String] in
            switch part.content {
            case .word(let word): [word]
            case .phrase(let words): words
            case .mark: []
            }
        }
    }
}

/// What is wrong with a question.
public enum QuestionError: Error, Hashable, CustomStringConvertible {
    /// There is no such filter.
    case unknownFilter(String)
    /// A filter without a value.
    case emptyFilter(String)
    /// A date that is none.
    case malformedDate(String)

    /// What is wrong, and what there is.
    public var description: String {
        switch self {
        case .unknownFilter(let name):
            "there is no filter `\(name):`; there are \(Question.Filter.allCases.map { $0.rawValue + ":" }.joined(separator: ", "))"
        case .emptyFilter(let name): "the filter `\(name):` wants a value, as in `\(name):\(name == "date" ? "2025-06" : "…")`"
        case .malformedDate(let text): "`date:\(text)` is no date: write 2025, 2025-06, 2025-06-14, or two of them with a slash between"
        }
    }
}

/// A piece of a question: a word, a phrase, or a filter with its value.
struct QuestionToken {
    var filter: String?
    var text = ""
    var isQuoted = false
    var isExcluded = false

    /// The pieces of a question, in its order. Quotation marks that are not closed hold the rest.
    static func all(in question: String) -> [QuestionToken] {
        var tokens: [QuestionToken] = [], token: QuestionToken?, closing: Unicode.Scalar?
        for scalar in question.unicodeScalars {
            if let mark = closing {
                if scalar == mark { closing = nil } else { token?.text.unicodeScalars.append(scalar) }
            } else if scalar.properties.isWhitespace {
                if let token { tokens.append(token) }
                token = nil
            } else if let mark = closingMarks[scalar], token?.text.isEmpty ?? true {
                token = token ?? QuestionToken()
                token?.isQuoted = true
                closing = mark
            } else {
                var next = token ?? QuestionToken()
                next.take(scalar)
                token = next
            }
        }
        return tokens + [token].compactMap { $0 }
    }

    private static let closingMarks: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "«": "»", "“": "”", "„": "“"]

    private mutating func take(_ scalar: Unicode.Scalar) {
        if scalar == "-", text.isEmpty, filter == nil, !isExcluded {
            isExcluded = true
        } else if scalar == ":", filter == nil, !text.isEmpty, text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            (filter, text) = (text, "")
        } else {
            text.unicodeScalars.append(scalar)
        }
    }
}

/// Dates of a question.
enum QuestionDates {
    /// The days from the first of `2025-06/2025-07` to the last; `..` is no end.
    static func days(_ text: String) throws -> ClosedRange<Int> {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count <= 2, let begin = ends.first, let end = ends.last else { throw QuestionError.malformedDate(text) }
        guard let first = begin == ".." && ends.count == 2 ? 0 : first(begin),
            let last = end == ".." && ends.count == 2 ? Int(1 << 22) : last(end),
            first <= last
        else { throw QuestionError.malformedDate(text) }
        return first...last
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == Array([4, 2, 2].prefix(parts.count))
            && text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    }

    private static func first(_ text: String) -> Int? { isDate(text) ? Moment.day(text) : nil }

    private static func last(_ text: String) -> Int? {
        guard isDate(text), let first = Moment.day(text) else { return nil }
        switch text.utf8.count {
        case 4: return Moment.day("\(text)-12-31")
        case 7: return stride(from: 31, through: 28, by: -1).lazy.map { first + $0 - 1 }.first { Moment.text(ofDay: $0).hasPrefix(text) }
        default: return first
        }
    }
}
