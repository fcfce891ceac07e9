internal import LetopisText

/// A record for people: what `letopis read` prints.
///
/// Guaranteed: the article's words are printed as they stand, but space is made single and control characters are shown by their numbers, so
/// that nothing in an article can command a terminal. Verbatim words stand in «», retold ones do not.
public struct RecordText: Sendable {
    let record: Record
    private let places: LinePlaces
    private var page: Page

    /// The record as text, a line feed after each line.
    public static func text(_ record: Record, style: Style = .plain) -> String {
        var text = RecordText(record, style)
        text.head()
        text.statements()
        text.meetings()
        text.positions()
        text.actors()
        text.others()
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
        let facts = [article.outlet, article.author, article.published, article.url].compactMap { $0.map(Terminal.clean) }
        if !facts.isEmpty { page.line([Piece(facts.joined(separator: " · "), .faint)]) }
        for notice in record.notices { page.line([Piece("Notice: \(Terminal.clean(notice.message))", .faint)]) }
        if record.statements.isEmpty, record.meetings.isEmpty, record.positions.isEmpty {
            page.line([Piece("Nobody is said to have said anything.")])
        }
    }

    private mutating func section(_ name: String, _ isEmpty: Bool) -> Bool {
        guard !isEmpty else { return false }
        page.gap()
        page.heading(name)
        return true
    }

    /// The name of an actor.
    func name(_ id: Actor.ID?) -> String? { record.actor(id).map { Terminal.clean($0.name) } }

    /// The article's words at a place.
    func words(_ span: SourceSpan) -> String { Terminal.clean(record.article.text(span)) }

    private func margin(_ span: SourceSpan) -> String { Terminal.padded(places.place(of: span), to: 7) + " " }
}

// MARK: - Sections

extension RecordText {
    private mutating func statements() {
        guard section("Statements", record.statements.isEmpty) else { return }
        for statement in record.statements {
            page.line(headline(statement), first: margin(statement.content.first ?? statement.cue))
            page.line(content(statement), first: "        ")
        }
    }

    /// Who, by which word, through what, passed on by whom.
    private func headline(_ statement: Statement) -> [Piece] {
        var pieces = [Piece(name(statement.source.actor) ?? "source not named", statement.source.actor == nil ? .faint : .strong)]
        if let span = statement.source.span, let name = name(statement.source.actor), words(span) != name {
            pieces.append(Piece(" (\(words(span)))", .faint))
        }
        if let principal = name(statement.onBehalfOf) { pieces.append(Piece(" for \(principal)")) }
        pieces.append(Piece(": \(words(statement.cue))"))
        if let addressee = name(statement.addressee) { pieces.append(Piece(" to \(addressee)")) }
        if let channel = statement.channel {
            pieces.append(Piece(" · \(channel.kind.rawValue)" + (channel.name.map { " on \(Terminal.clean($0))" } ?? "")))
        }
        if !statement.relays.isEmpty {
            pieces.append(Piece(" · via " + statement.relays.map { Terminal.clean($0.name) }.joined(separator: " ← ")))
        }
        if let date = statement.date { pieces.append(Piece(" · \(date.value ?? words(date.span))")) }
        if let within = statement.within { pieces.append(Piece(" · within \(within)", .faint)) }
        if !statement.hedges.isEmpty { pieces.append(Piece(" · hedged: " + statement.hedges.map(words).joined(separator: ", "), .faint)) }
        return pieces
    }

    private func content(_ statement: Statement) -> [Piece] {
        let isVerbatim = statement.kind == .direct, parts = statement.content.map(words)
        var text = parts.joined(separator: isVerbatim ? "» … «" : " … ")
        if isVerbatim { text = "«\(text)»" }
        let antecedent = statement.antecedent.map(words).joined(separator: " ")
        return [Piece(text, isVerbatim ? .quoted : .plain)] + (antecedent.isEmpty ? [] : [Piece(" = \(antecedent)", .faint)])
    }

    private mutating func meetings() {
        guard section("Meetings", record.meetings.isEmpty) else { return }
        for meeting in record.meetings {
            var facts = ["\(meeting.kind.rawValue), \(meeting.status.rawValue)"]
            if let format = meeting.format { facts.append(Terminal.clean(format.text)) }
            if let place = name(meeting.place?.actor) { facts.append(place) }
            if let date = meeting.date { facts.append(date.value ?? words(date.span)) }
            let people = meeting.participants.compactMap { name($0.actor) }.joined(separator: ", ")
            page.line([Piece(words(meeting.span), .strong), Piece(" · " + facts.joined(separator: " · "))], first: margin(meeting.span))
            if !people.isEmpty { page.line([Piece(people)], first: "        with ") }
            if !meeting.agenda.isEmpty { page.line([Piece(meeting.agenda.map(words).joined(separator: "; "))], first: "        about ") }
            if !meeting.outcomes.isEmpty {
                page.line([Piece(meeting.outcomes.map(words).joined(separator: "; "))], first: "        outcome ")
            }
        }
    }

    private mutating func positions() {
        guard section("Positions", record.positions.isEmpty) else { return }
        for position in record.positions {
            var pieces = [
                Piece(name(position.holder) ?? "", .strong), Piece(" \(position.stance.rawValue) "),
                Piece(Terminal.clean(position.issue.text)),
            ]
            if let toward = name(position.toward) { pieces.append(Piece(" → \(toward)")) }
            if !position.per.isEmpty { pieces.append(Piece(" · per " + position.per.map(\.description).joined(separator: ", "), .faint)) }
            page.line(pieces, first: margin(position.span))
        }
    }

    private mutating func actors() {
        guard section("Actors", record.actors.isEmpty) else { return }
        for actor in record.actors {
            var pieces = [Piece(Terminal.clean(actor.name), .strong), Piece(" · \(actor.kind.rawValue)", .faint)]
            for role in actor.roles { pieces.append(Piece(" · " + self.role(role))) }
            for tie in actor.ties { pieces.append(Piece(" · \(Terminal.clean(tie.kind)) of \(name(tie.to) ?? "")")) }
            if !actor.aliases.isEmpty {
                pieces.append(Piece(" · also " + actor.aliases.map(Terminal.clean).joined(separator: ", "), .faint))
            }
            page.line(pieces, first: Terminal.padded(actor.id.description, to: 7) + " ")
        }
    }

    private func role(_ role: Role) -> String {
        let held = [role.organization, role.country].compactMap { name($0) }
        return (role.former ? "former " : "") + Terminal.clean(role.title) + (held.isEmpty ? "" : " (\(held.joined(separator: ", ")))")
    }

    private mutating func others() {
        if section("Recalled", record.recalls.isEmpty) {
            for recall in record.recalls {
                let ids = recall.statements.map(\.description) + recall.meetings.map(\.description)
                page.line(
                    [Piece(words(recall.marker)), Piece(ids.isEmpty ? "" : ": " + ids.joined(separator: ", "))],
                    first: margin(recall.marker))
            }
        }
        if section("See also", record.seeAlso.isEmpty) {
            for pointer in record.seeAlso { page.line([Piece(Terminal.clean(pointer.title))], first: margin(pointer.span)) }
        }
    }
}
