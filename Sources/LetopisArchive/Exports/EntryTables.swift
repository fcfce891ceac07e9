internal import Letopis
internal import LetopisText

/// A table of all entries of one sort: `letopis export --format statements`.
public enum EntryTable: String, Sendable, CaseIterable {
    case statements, meetings, positions

    /// The names of its columns.
    public var head: [String] {
        let article = ["article", "outlet", "published", "title", "url"]
        return switch self {
        case .statements:
            ["id", "kind", "source", "act", "content", "cue", "channel", "relays", "addressee", "on_behalf_of", "hedges", "date"] + article
        case .meetings:
            ["id", "kind", "status", "word", "format", "participants", "place", "date", "agenda", "outcomes"] + article
        case .positions: ["id", "holder", "stance", "issue", "toward", "clause", "hedges"] + article
        }
    }

    /// Writes an article's rows.
    public func write(_ article: StoredArticle, to table: inout CSVTable) {
        let record = article.record
        let common = [article.id.description, record.article.outlet, record.article.published, record.article.title, record.article.url]
        switch self {
        case .statements:
            for (id, entry) in zip(article.statements, record.statements) { table.row([id.description] + record.cells(entry) + common) }
        case .meetings:
            for (id, entry) in zip(article.meetings, record.meetings) { table.row([id.description] + record.cells(entry) + common) }
        case .positions:
            for (id, entry) in zip(article.positions, record.positions) { table.row([id.description] + record.cells(entry) + common) }
        }
    }
}

/// An entry in cells. Lists are joined by a semicolon, the parts of a quotation by an ellipsis in brackets.
extension Record {
    fileprivate func cells(_ statement: Statement) -> [String?] {
        [
            statement.kind.rawValue, actor(statement.source.actor)?.name ?? statement.source.span.map(article.text), statement.act.rawValue,
            joined(statement.content, " […] "), article.text(statement.cue),
            statement.channel.map { [$0.kind.rawValue, $0.name].compactMap { $0 }.joined(separator: ": ") },
            statement.relays.map(\.name).joined(separator: "; "), actor(statement.addressee)?.name, actor(statement.onBehalfOf)?.name,
            joined(statement.hedges, "; "), statement.date?.value,
        ]
    }

    fileprivate func cells(_ meeting: Meeting) -> [String?] {
        let participants = meeting.participants.compactMap { participant in
            actor(participant.actor).map { $0.name + (actor(participant.side).map { side in " (\(side.name))" } ?? "") }
        }
        return [
            meeting.kind.rawValue, meeting.status.rawValue, article.text(meeting.span), meeting.format?.text,
            participants.joined(separator: "; "),
            actor(meeting.place?.actor)?.name, meeting.date?.value, joined(meeting.agenda, "; "), joined(meeting.outcomes, "; "),
        ]
    }

    fileprivate func cells(_ position: Position) -> [String?] {
        [
            actor(position.holder)?.name, position.stance.rawValue, position.issue.text, actor(position.toward)?.name,
            article.text(position.span),
            joined(position.hedges, "; "),
        ]
    }

    private func joined(_ spans: [SourceSpan], _ separator: String) -> String { spans.map(article.text).joined(separator: separator) }
}
