internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// What is told of something found, whatever the form.
struct HitFields {
    let hit: Hit
    private let record: Record

    init(_ hit: Hit) {
        self.hit = hit
        record = hit.article.record
    }

    /// `article`, `statement`, `meeting` or `position`.
    var sort: String {
        switch hit.entry?.id.sort {
        case nil: "article"
        case .statement: "statement"
        case .meeting: "meeting"
        case .position: "position"
        }
    }

    /// Its id.
    var id: String { hit.entry?.id.description ?? hit.article.id.description }

    /// The day it is sorted by, or when the article was published.
    var date: String? { hit.entry?.day ?? record.article.published ?? hit.article.retrieved }

    /// The kind of speech or event, the stance, or nil.
    var kind: String? {
        entry(\.statements) { $0.kind.rawValue } ?? entry(\.meetings) { $0.kind.rawValue } ?? entry(\.positions) { $0.stance.rawValue }
    }

    /// Who says it, holds it or takes part.
    var who: String? {
        entry(\.statements) { record.actor($0.source.actor)?.name ?? $0.source.span.map(record.article.text) }
            ?? entry(\.positions) { record.actor($0.holder)?.name }
            ?? entry(\.meetings) { meeting in
                meeting.participants.compactMap { record.actor($0.actor)?.name }.joined(separator: ", ")
            }
    }

    /// The characters that say it: of an article the title and the text.
    var spans: [SourceSpan] {
        entry(\.statements) { $0.content } ?? entry(\.meetings) { meeting in [meeting.span] + meeting.agenda + meeting.outcomes }
            ?? entry(\.positions) { [$0.span] } ?? []
    }

    /// The words at those characters.
    var words: String { spans.map(record.article.text).joined(separator: " […] ") }

    /// Of a meeting its status, place and date, as far as they are known.
    var circumstances: [String] {
        entry(\.meetings) { meeting in
            [meeting.status.rawValue, record.actor(meeting.place?.actor)?.name, meeting.date?.value].compactMap { $0 }
        } ?? []
    }

    /// Something of the entry, where it is one of this list.
    private func entry<Entry, Part>(_ list: KeyPath<Record, [Entry]>, _ part: (Entry) -> Part?) -> Part? {
        guard let found = hit.entry, list == Self.list(of: found.id.sort), record[keyPath: list].indices.contains(found.place) else {
            return nil
        }
        return part(record[keyPath: list][found.place])
    }

    private static func list(of sort: EntryID.Sort) -> AnyKeyPath {
        switch sort {
        case .statement: \Record.statements
        case .meeting: \Record.meetings
        case .position: \Record.positions
        }
    }
}
