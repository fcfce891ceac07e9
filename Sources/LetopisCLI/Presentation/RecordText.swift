internal import Letopis
internal import LetopisText

/// A record for people: who said what, who met whom, who wants what, what was told before, and who they all are.
///
/// Everything in it is the record's, and what the article says is shown as it says it; control characters are made visible.
struct RecordText {
    private let record: Record
    private let style: Style

    /// The text of a record, its last line feed included.
    static func text(_ record: Record, style: Style) -> String {
        let text = RecordText(record: record, style: style)
        let parts = [
            text.title, text.part("Who said what", record.statements.map(text.statement)), text.part("Who met whom", record.meetings.map(text.meeting)),
            text.part("Who wants what", record.positions.map(text.position)), text.part("Told before", record.recalls.map(text.recall)),
            text.part("See also", record.seeAlso.map(text.seeAlso)), text.part("Who is who", record.actors.compactMap(text.actor)),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var title: String {
        let article = record.article
        let line = [article.outlet, article.author, article.published, article.url].compactMap { $0 }.map(printable).joined(separator: ", ")
        let title = article.title.map { style.strong(printable($0)) + "\n" } ?? ""
        return title + (line.isEmpty ? "" : style.faint(line) + "\n")
    }

    private func part(_ heading: String, _ entries: [String]) -> String {
        entries.isEmpty ? "" : style.heading(heading) + "\n" + entries.joined()
    }

    // MARK: - Statements

    private func statement(_ statement: Statement) -> String {
        let source = statement.source.actor.map(name) ?? statement.source.span.map(words) ?? "source not named"
        var line = [style.strong(source) + style.faint(" · ") + words(statement.cue)]
        if let channel = statement.channel { line.append([channel.kind.rawValue, channel.name.map { "on \(printable($0))" } ?? ""].joined(separator: " ")) }
        line += statement.relays.map { "via \(printable($0.name))" }
        if let actor = statement.onBehalfOf { line.append("for \(name(actor))") }
        if let actor = statement.addressee { line.append("to \(name(actor))") }
        if let outer = statement.within { line.append("in \(outer)") }
        if let date = statement.date { line.append(printable(date.value)) }
        if !statement.hedges.isEmpty { line.append("hedged: " + statement.hedges.map(words).joined(separator: ", ")) }
        let marks = statement.kind == .direct ? ("«", "»") : ("", "")
        let content = statement.content.map(words).joined(separator: " … ")
        return entry(statement.id.description, line, body: [marks.0 + content + marks.1])
    }

    // MARK: - Meetings and positions

    private func meeting(_ meeting: Meeting) -> String {
        var line = [style.strong(meeting.kind.rawValue), meeting.status.rawValue]
        if let date = meeting.date { line.append(printable(date.value)) }
        if let place = meeting.place { line.append(name(place.actor)) }
        if let format = meeting.format { line.append(printable(format.text)) }
        var body = [participants(meeting)]
        if !meeting.agenda.isEmpty { body.append("about: " + meeting.agenda.map(words).joined(separator: "; ")) }
        if !meeting.outcomes.isEmpty { body.append("outcome: " + meeting.outcomes.map(words).joined(separator: "; ")) }
        return entry(meeting.id.description, line + according(meeting.per), body: body)
    }

    /// Those who took part, by side, in the order of their first.
    private func participants(_ meeting: Meeting) -> String {
        var sides: [Actor.ID?] = []
        for participant in meeting.participants where !sides.contains(participant.side) { sides.append(participant.side) }
        return sides.map { side in
            let names = meeting.participants.filter { $0.side == side }.map { $0.part == .delegate ? name($0.actor) : "\(name($0.actor)) (\($0.part.rawValue))" }
            return (side.map { name($0) + ": " } ?? "") + names.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    private func position(_ position: Position) -> String {
        var line = [style.strong(name(position.holder)) + style.faint(" · ") + position.stance.rawValue]
        if let actor = position.toward { line.append("toward \(name(actor))") }
        if !position.hedges.isEmpty { line.append("hedged: " + position.hedges.map(words).joined(separator: ", ")) }
        return entry("–", line + according(position.per), body: [printable(position.issue.text)])
    }

    private func according(_ statements: [Statement.ID]) -> [String] {
        statements.isEmpty ? [] : ["per " + statements.map(\.description).joined(separator: ", ")]
    }

    // MARK: - The rest

    private func recall(_ recall: Recall) -> String {
        let ids = recall.statements.map(\.description) + recall.meetings.map(\.description)
        return entry("–", [words(recall.marker)] + (ids.isEmpty ? [] : [ids.joined(separator: ", ")]), body: ids.isEmpty ? [words(recall.span)] : [])
    }

    private func seeAlso(_ pointer: SeeAlso) -> String { entry("–", [printable(pointer.title)], body: pointer.url.map { [printable($0)] } ?? []) }

    /// An actor that has a post or a tie; of the others there is nothing to say.
    private func actor(_ actor: Actor) -> String? {
        let roles = actor.roles.map { role in
            let bodies = [role.organization, role.country].compactMap { $0 }.map(name).joined(separator: ", ")
            return (role.former ? "former " : "") + printable(role.title) + (bodies.isEmpty ? "" : " (\(bodies))")
        }
        let about = roles + actor.ties.map { "\(printable($0.kind)): \(name($0.to))" }
        return about.isEmpty ? nil : entry(actor.id.description, [style.strong(name(actor.id)), about.joined(separator: "; ")], body: [])
    }

    private func entry(_ id: String, _ line: [String], body: [String]) -> String {
        let pad = String(repeating: " ", count: max(0, 4 - id.count))
        let head = "  \(style.faint(id))\(pad) \(line.joined(separator: style.faint(" · ")))\n"
        return head + body.filter { !$0.isEmpty }.map { style.paragraph($0, indent: 7) }.joined()
    }

    private func name(_ id: Actor.ID) -> String { printable(record.actor(id)?.name ?? id.description) }

    /// The article's own words, on one line.
    private func words(_ span: SourceSpan) -> String {
        printable(record.article.text(span).split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
