internal import Letopis
internal import LetopisText

/// The statements, meetings and positions of a record, each with its id and what it can be asked for by.
struct Entries {
    /// One of them.
    struct Entry {
        let id: EntryID
        /// Its place in the record's list.
        let place: Int
        /// The raw value of its kind or stance.
        let kind: String
        /// Its own date, EDTF.
        let date: String?
        /// The speaker or the holder.
        let actor: Actor?
        /// Who else it is about.
        let about: [Actor]
        /// What it can be found by.
        let spans: [SourceSpan]
        /// Sixty-four bits of the SHA-256 of everything that it says; another number is another saying.
        let proof: Int64
    }

    private(set) var list: [Entry] = []

    /// The proof of each.
    var proofs: [EntryID: Int64] { Dictionary(list.map { ($0.id, $0.proof) }) { first, _ in first } }

    init(of record: Record, _ article: ArticleID) {
        var ids = EntryNaming(record, article)
        let mentions = MentionIndex(record)
        for (place, statement) in record.statements.enumerated() { add(statement, place, record, mentions, &ids) }
        for (place, meeting) in record.meetings.enumerated() { add(meeting, place, record, &ids) }
        for (place, position) in record.positions.enumerated() { add(position, place, record, &ids) }
    }

    private mutating func add(_ statement: Statement, _ place: Int, _ record: Record, _ mentions: MentionIndex, _ ids: inout EntryNaming) {
        let speaker = record.actor(statement.source.actor), others = [statement.addressee, statement.onBehalfOf].compactMap(record.actor)
        var proof = Proof(record)
        proof.add([statement.kind.rawValue, statement.act.rawValue, speaker?.name, statement.date?.value, statement.channel?.name])
        proof.add(others.map(\.name) + statement.relays.map(\.name))
        proof.add([statement.cue] + statement.content + statement.antecedent + statement.hedges)
        list.append(
            Entry(
                id: ids.id(.statement, statement.cue), place: place, kind: statement.kind.rawValue, date: statement.date?.value,
                actor: speaker,
                about: others + mentions.actors(in: statement.content), spans: statement.content + statement.antecedent, proof: proof.value)
        )
    }

    private mutating func add(_ meeting: Meeting, _ place: Int, _ record: Record, _ ids: inout EntryNaming) {
        let participants = meeting.participants.compactMap { record.actor($0.actor) }
        let actors = participants + [record.actor(meeting.place?.actor)].compactMap { $0 }
        var proof = Proof(record)
        proof.add([meeting.kind.rawValue, meeting.status.rawValue, meeting.format?.text, meeting.date?.value] + actors.map(\.name))
        proof.add(meeting.mentions + meeting.agenda + meeting.outcomes)
        list.append(
            Entry(
                id: ids.id(.meeting, meeting.span), place: place, kind: meeting.kind.rawValue, date: meeting.date?.value, actor: nil,
                about: actors, spans: meeting.mentions + meeting.agenda + meeting.outcomes + [meeting.format?.span].compactMap { $0 },
                proof: proof.value))
    }

    private mutating func add(_ position: Position, _ place: Int, _ record: Record, _ ids: inout EntryNaming) {
        let holder = record.actor(position.holder), toward = record.actor(position.toward)
        var proof = Proof(record)
        proof.add([position.stance.rawValue, holder?.name, toward?.name, position.issue.text])
        proof.add([position.span, position.issue.span] + position.hedges)
        list.append(
            Entry(
                id: ids.id(.position, position.issue.span), place: place, kind: position.stance.rawValue, date: nil, actor: holder,
                about: [toward].compactMap { $0 }, spans: [position.span], proof: proof.value))
    }
}

/// The digest of what an entry says.
private struct Proof {
    private var digest = FieldDigest()
    private let article: Article

    init(_ record: Record) { article = record.article }

    mutating func add(_ fields: [String?]) {
        digest.add("\(fields.count)")
        for field in fields { digest.add(field) }
    }

    mutating func add(_ spans: [SourceSpan]) { add(spans.map { article.text($0) }) }

    var value: Int64 { digest.number }
}
