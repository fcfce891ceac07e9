internal import LetopisText

/// A record for people: what `letopis read` prints.
///
/// A section for each speaker, in order of the first statement, those whose source the article does not name last; then meetings, positions,
/// what was told before, pointers to other articles, and who is who. Each line has its place before it: line and column of the article.
///
/// Guaranteed: the article's words are printed as they stand, but space is made single and control characters are shown by their numbers, so
/// that nothing in an article can command a terminal. Verbatim words stand in «», retold ones do not; words left out between two are «…».
public struct RecordText: Sendable {
    let record: Record
    private let places: LinePlaces
    var page: Page

    /// The columns before a line that hold its place.
    static let margin = "        "
    /// What separates the facts of a line.
    static let dot = " · "

    /// The record as text, a line feed after each line.
    public static func text(_ record: Record, style: Style = .plain) -> String {
        var text = RecordText(record, style)
        text.head()
        text.statements()
        text.meetings()
        text.positions()
        text.recalls()
        text.seeAlso()
        text.actors()
        return text.page.text
    }

    private init(_ record: Record, _ style: Style) {
        self.record = record
        places = LinePlaces(record.article)
        page = Page(style)
    }

    private mutating func head() {
        let article = record.article
        if let title = article.title { page.line([Piece(Terminal.clean(title), .strong)]) }
        let facts = [article.outlet, article.author, article.published, article.url].compactMap { $0.map { Terminal.clean($0) } }
        if !facts.isEmpty { page.line([Piece(facts.joined(separator: RecordText.dot), .faint)]) }
        for notice in record.notices { page.line([Piece("\(Labels.notice): \(Terminal.clean(notice.message))", .faint)]) }
        if record.statements.isEmpty, record.meetings.isEmpty, record.positions.isEmpty { page.line([Piece(Labels.nothing)]) }
    }

    /// Begins a section; false where there is nothing to put in it.
    mutating func section(_ name: String, _ isEmpty: Bool) -> Bool {
        guard !isEmpty else { return false }
        page.gap()
        page.heading(name)
        return true
    }

    /// The name of an actor.
    func name(_ id: Actor.ID?) -> String? { record.actor(id).map { Terminal.clean($0.name) } }

    /// The article's words at a place.
    func words(_ span: SourceSpan) -> String { Terminal.clean(record.article.text(span)) }

    /// The article's words at some places, with marks between them.
    func words(_ spans: [SourceSpan], _ separator: String) -> String { spans.map { words($0) }.joined(separator: separator) }

    /// `12:5`, as wide as the margin.
    func margin(_ span: SourceSpan) -> String {
        Terminal.padded(places.place(of: span), to: RecordText.margin.utf8.count - 1) + " "
    }

    /// `Стив Виткофф (3:21, 5:2), a source not named (25:23)`: speakers, each once, with the places where they say it.
    func sources(_ ids: [Statement.ID]) -> String {
        let statements = ids.map { $0.number - 1 }.filter(record.statements.indices.contains).map { record.statements[$0] }
        var order: [Actor.ID?] = [], spans: [Actor.ID?: [SourceSpan]] = [:]
        for statement in statements {
            let speaker = statement.source.actor
            if spans[speaker] == nil { order.append(speaker) }
            spans[speaker, default: []].append(RecordText.place(of: statement))
        }
        return order.map { "\(name($0) ?? Labels.unnamedSource) (\(list(of: spans[$0] ?? [])))" }.joined(separator: ", ")
    }

    /// `12:5, 20:1`.
    func list(of spans: [SourceSpan]) -> String { spans.map { places.place(of: $0) }.joined(separator: ", ") }

    /// Where a statement stands: where its words begin.
    static func place(of statement: Statement) -> SourceSpan { statement.content.first ?? statement.cue }
}
