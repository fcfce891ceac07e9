internal import Letopis
internal import LetopisText

/// The statements, meetings and positions of a record, each with its code and what it can be asked for by.
struct Entries {
    /// One of them.
    struct Entry {
        let code: EntryCode
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
        /// Thirty-two bits of the SHA-256 of everything that it says; another number is another saying.
        let proof: Int64
    }

    private(set) var list: [Entry] = []

    /// The proof of each.
    var proofs: [EntryCode: Int64] { Dictionary(list.map { ($0.code, $0.proof) }) { first, _ in first } }

    /// In the order of sorts, and of the record's lists.
    init(of record: Record) {
        var ids = EntryNaming(record)
        let mentions = MentionIndex(record)
        for statement in record.statements { add(statement, record, mentions, &ids) }
        for meeting in record.meetings { add(meeting, record, &ids) }
        for position in record.positions { add(position, record, &ids) }
    }

    private mutating func add(_ statement: Statement, _ record: Record, _ mentions: MentionIndex, _ ids: inout EntryNaming) {
        let speaker = record.actor(statement.source.actor), others = [statement.addressee, statement.onBehalfOf].compactMap(record.actor)
        var proof = Proof(record)
        proof.add([statement.kind.rawValue, statement.act.rawValue, speaker?.name, statement.date?.value, statement.channel?.name])
        proof.add(others.map(\.name) + statement.relays.map(\.name))
        proof.add([statement.cue] + statement.content + statement.antecedent + statement.hedges)
        list.append(
            Entry(
                code: ids.code(.statement, statement.cue), kind: statement.kind.rawValue, date: statement.date?.value,
                actor: speaker,
                about: others + mentions.actors(in: statement.content), spans: statement.content + statement.antecedent, proof: proof.value)
        )
    }

    private mutating func add(_ meeting: Meeting, _ record: Record, _ ids: inout EntryNaming) {
        let participants = meeting.participants.compactMap { record.actor($0.actor) }
        let actors = participants + [record.actor(meeting.place?.actor)].compactMap { $0 }
        var proof = Proof(record)
        proof.add([meeting.kind.rawValue, meeting.status.rawValue, meeting.format?.text, meeting.date?.value] + actors.map(\.name))
        proof.add(meeting.mentions + meeting.agenda + meeting.outcomes)
        list.append(
            Entry(
                code: ids.code(.meeting, meeting.span), kind: meeting.kind.rawValue, date: meeting.date?.value, actor: nil,
                about: actors, spans: meeting.mentions + meeting.agenda + meeting.outcomes + [meeting.format?.span].compactMap { $0 },
                proof: proof.value))
    }

    private mutating func add(_ position: Position, _ record: Record, _ ids: inout EntryNaming) {
        let holder = record.actor(position.holder), toward = record.actor(position.toward)
        var proof = Proof(record)
        proof.add([position.stance.rawValue, holder?.name, toward?.name, position.issue.text])
        proof.add([position.span, position.issue.span] + position.hedges)
        list.append(
            Entry(
                code: ids.code(.position, position.issue.span), kind: position.stance.rawValue, date: nil, actor: holder,
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

    mutating func add(_ spans: [SourceSpan]) {
        digest.add("\(spans.count)")
        for span in spans { digest.add(article.utf8[span.start..<span.end]) }
    }

    var value: Int64 { digest.shortNumber }
}
