internal import LetopisText

/// The drafts as a record's meetings: with ids, spans, and the statements by which the article knows of them.
struct MeetingList: Sendable {
    let meetings: [Meeting]

    init(_ drafts: [MeetingDraft], _ discourse: Discourse, _ actors: ActorList, _ statements: [Statement]) {
        let per = MeetingList.holders(of: drafts, discourse, statements)
        meetings = drafts.enumerated().map { number, draft in MeetingList.meeting(draft, number + 1, discourse, actors, per[number]) }
    }

    private static func meeting(_ draft: MeetingDraft, _ number: Int, _ discourse: Discourse, _ actors: ActorList, _ per: [Statement.ID])
        -> Meeting
    {
        let mentions = Set(draft.triggers.map { discourse.tokens[$0].span }).sorted()
        var meeting = Meeting(id: .init(number), kind: draft.kind, status: draft.status ?? .held, span: mentions[0], rule: draft.rule)
        meeting.mentions = mentions
        meeting.participants = draft.parts.compactMap { part in
            actors.id(part.member).map {
                Meeting.Participant(actor: $0, side: actors.id(part.side), part: part.part, span: part.span, rule: part.rule)
            }
        }
        meeting.place = draft.place.flatMap { place in actors.id(place.member).map { Meeting.Place(actor: $0, span: place.span) } }
        meeting.date = draft.date.map { EventDate(value: $0.value, span: $0.span) }
        meeting.agenda = draft.agenda.sorted()
        meeting.outcomes = draft.outcomes.sorted()
        meeting.format = draft.format.map { tokens in
            let span = discourse.span(tokens)
            return Wording(text: discourse.analysis.article.text(span), span: span)
        }
        meeting.per = per
        return meeting
    }

    /// For each draft, the statements whose content holds a word that names it.
    private static func holders(of drafts: [MeetingDraft], _ discourse: Discourse, _ statements: [Statement]) -> [[Statement.ID]] {
        let contents = statements.flatMap { statement in statement.content.map { (span: $0, id: statement.id) } }.sorted {
            $0.span < $1.span
        }
        let triggers = drafts.enumerated().flatMap { number, draft in
            draft.triggers.map { (span: discourse.tokens[$0].span, draft: number) }
        }
        var holders = [[Statement.ID]](repeating: [], count: drafts.count)
        var open: [(span: SourceSpan, id: Statement.ID)] = [], next = 0
        for trigger in triggers.sorted(by: { $0.span < $1.span }) {
            while next < contents.count, contents[next].span.start <= trigger.span.start {
                open.append(contents[next])
                next += 1
            }
            open.removeAll { $0.span.end <= trigger.span.start }
            for content in open where !holders[trigger.draft].contains(content.id) { holders[trigger.draft].append(content.id) }
        }
        return holders.map { $0.sorted() }
    }
}
