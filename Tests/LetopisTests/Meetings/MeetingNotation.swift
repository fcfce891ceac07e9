@testable import Letopis
@testable import LetopisText

/// Meetings in one line each: `meeting held: Анна Берг [Латвия], Олег Лунин (host) @ Рига, 2025-12-09 | торговля`.
enum MeetingNotation {
    /// The meetings of a text that came out on 10 December 2025; nil without models.
    static func lines(_ text: String, sides: Bool = false) -> [String]? {
        record(text).map { record in record.meetings.map { line($0, record, sides: sides) } }
    }

    /// The record of a text that came out on 10 December 2025; nil without models.
    static func record(_ text: String) -> Record? {
        guard let reader = TestShare.reader else { return nil }
        var article = Article(text), scratch = reader.scratch()
        article.published = "2025-12-10"
        return reader.read(article, scratch: &scratch)
    }

    private static func line(_ meeting: Meeting, _ record: Record, sides: Bool) -> String {
        let name = { (id: Actor.ID?) in record.actor(id)?.name }
        let people = meeting.participants.map { participant in
            let side = sides ? name(participant.side).map { " [\($0)]" } ?? "" : ""
            return (name(participant.actor) ?? "?") + side + (participant.part == .delegate ? "" : " (\(participant.part.rawValue))")
        }
        var line = "\(meeting.kind.rawValue) \(meeting.status.rawValue): " + people.sorted().joined(separator: ", ")
        if let place = name(meeting.place?.actor) { line += " @ " + place }
        if let date = meeting.date { line += ", " + (date.value ?? "-") }
        if !meeting.agenda.isEmpty { line += " | " + meeting.agenda.map { record.article.text($0) }.joined(separator: "; ") }
        return line
    }
}
