public import LetopisText

/// A record in few bytes, quick to write and to read: how an archive keeps it beside its article. `RecordWire` is for everybody else.
///
/// Guaranteed: what is read back is written as the same JSON; every span lies in the text, between characters, and every id that a part names
/// exists. Text and particulars of the article are not in the bytes, nor are the names of rules.
public enum RecordBytes {
    /// The first byte: bytes of another version are refused.
    static let version = 1

    /// A record's bytes.
    public static func bytes(_ record: Record) -> [UInt8] {
        var coder = ByteCoder(writingFor: record.article.utf8), copy = record
        // Writing does not throw: there is nothing that it could find malformed.
        try? code(&copy, &coder)
        return coder.bytes
    }

    /// The record of an article that these bytes are. Throws a `WireError` where they are damaged or belong to another text.
    public static func record(_ bytes: [UInt8], of article: Article) throws -> Record {
        var coder = ByteCoder(bytes, for: article.utf8), record = Record(article: article, id: "")
        try code(&record, &coder)
        try coder.finish()
        guard IDCheck(record).isWhole else { throw WireError(description: "an id names nothing in the record") }
        return record
    }

    private static func code(_ record: inout Record, _ coder: inout ByteCoder) throws {
        var version = Self.version
        try coder.number(&version)
        guard version == Self.version else { throw ByteCoder.malformed }
        try id(&record, &coder)
        try coder.list(&record.actors, Actor(id: .init(0), kind: .person, name: "")) { try $0.actor(&$1) }
        try coder.list(&record.statements, Statement(id: .init(0), kind: .direct, cue: blank, content: [])) { try $0.statement(&$1) }
        try coder.list(&record.meetings, Meeting(id: .init(0), kind: .meeting, status: .held, span: blank)) { try $0.meeting(&$1) }
        let position = Position(holder: .init(0), stance: .supports, issue: Wording(text: "", span: blank), span: blank)
        try coder.list(&record.positions, position) { try $0.position(&$1) }
        try coder.list(&record.recalls, Recall(marker: blank, span: blank)) { try $0.recall(&$1) }
        try coder.list(&record.seeAlso, SeeAlso(title: "", span: blank)) { coder, pointer in
            try coder.string(&pointer.title)
            try coder.span(&pointer.span)
            try coder.optional(&pointer.url, "") { try $0.string(&$1) }
        }
        try coder.list(&record.notices, Notice(.empty, "")) { coder, notice in
            try coder.choice(&notice.kind)
            try coder.optional(&notice.span, blank) { try $0.span(&$1) }
            try coder.string(&notice.message)
        }
    }

    /// The record's id, which is nearly always the digest of its text, and then need not be written.
    private static func id(_ record: inout Record, _ coder: inout ByteCoder) throws {
        let digest = record.article.digest
        var isOther = record.id != digest
        try coder.truth(&isOther)
        if isOther { try coder.string(&record.id) } else { record.id = digest }
    }

    fileprivate static let blank = SourceSpan(0, 0)
}

/// An id, which is a number that counts from 1.
private protocol Ordinal {
    var number: Int { get }
    init(_ number: Int)
}

extension Actor.ID: Ordinal {}
extension Statement.ID: Ordinal {}
extension Meeting.ID: Ordinal {}

extension ByteCoder {
    /// One of the words that the record has for something.
    fileprivate mutating func choice<Choice: RawRepresentable>(_ choice: inout Choice) throws where Choice.RawValue == String {
        var word = choice.rawValue
        try string(&word)
        guard let read = Choice(rawValue: word) else { throw Self.malformed }
        choice = read
    }

    fileprivate mutating func spans(_ spans: inout [SourceSpan]) throws { try list(&spans, RecordBytes.blank) { try $0.span(&$1) } }

    fileprivate mutating func id(_ id: inout some Ordinal) throws {
        var number = id.number
        try self.number(&number)
        guard number > 0 else { throw Self.malformed }
        id = .init(number)
    }

    /// An actor's id, or none; 0 is nobody's.
    fileprivate mutating func id(_ id: inout Actor.ID?) throws {
        var number = id?.number ?? 0
        try self.number(&number)
        id = number == 0 ? nil : .init(number)
    }

    fileprivate mutating func per(_ ids: inout [Statement.ID]) throws { try list(&ids, .init(0)) { try $0.id(&$1) } }

    fileprivate mutating func wording(_ wording: inout Wording) throws {
        try string(&wording.text)
        try span(&wording.span)
    }

    fileprivate mutating func date(_ date: inout EventDate?) throws {
        try optional(&date, EventDate(value: nil, span: RecordBytes.blank)) { coder, date in
            try coder.optional(&date.value, "") { try $0.string(&$1) }
            try coder.span(&date.span)
        }
    }

    fileprivate mutating func actor(_ actor: inout Actor) throws {
        try id(&actor.id)
        try choice(&actor.kind)
        try string(&actor.name)
        try list(&actor.aliases, "") { try $0.string(&$1) }
        try spans(&actor.mentions)
        try list(&actor.roles, Role(title: "", span: RecordBytes.blank)) { coder, role in
            try coder.string(&role.title)
            try coder.id(&role.organization)
            try coder.id(&role.country)
            try coder.span(&role.span)
            try coder.truth(&role.former)
        }
        try list(&actor.ties, Tie(kind: "", to: .init(0), span: RecordBytes.blank)) { coder, tie in
            try coder.string(&tie.kind)
            try coder.id(&tie.to)
            try coder.span(&tie.span)
        }
    }

    fileprivate mutating func statement(_ statement: inout Statement) throws {
        try id(&statement.id)
        try choice(&statement.kind)
        try choice(&statement.act)
        try id(&statement.source.actor)
        try optional(&statement.source.span, RecordBytes.blank) { try $0.span(&$1) }
        try span(&statement.cue)
        try spans(&statement.content)
        try spans(&statement.antecedent)
        try optional(&statement.channel, Channel(kind: .post, span: RecordBytes.blank)) { coder, channel in
            try coder.choice(&channel.kind)
            try coder.optional(&channel.name, "") { try $0.string(&$1) }
            try coder.span(&channel.span)
        }
        try list(&statement.relays, Relay(name: "", span: RecordBytes.blank)) { coder, relay in
            try coder.string(&relay.name)
            try coder.span(&relay.span)
        }
        try id(&statement.addressee)
        try id(&statement.onBehalfOf)
        try spans(&statement.hedges)
        try optional(&statement.within, .init(0)) { try $0.id(&$1) }
        try date(&statement.date)
    }

    fileprivate mutating func meeting(_ meeting: inout Meeting) throws {
        try id(&meeting.id)
        try choice(&meeting.kind)
        try choice(&meeting.status)
        try span(&meeting.span)
        try spans(&meeting.mentions)
        try optional(&meeting.format, Wording(text: "", span: RecordBytes.blank)) { try $0.wording(&$1) }
        try list(&meeting.participants, Meeting.Participant(actor: .init(0), span: RecordBytes.blank)) { coder, participant in
            try coder.id(&participant.actor)
            try coder.id(&participant.side)
            try coder.choice(&participant.part)
            try coder.span(&participant.span)
        }
        try optional(&meeting.place, Meeting.Place(actor: .init(0), span: RecordBytes.blank)) { coder, place in
            try coder.id(&place.actor)
            try coder.span(&place.span)
        }
        try date(&meeting.date)
        try spans(&meeting.agenda)
        try spans(&meeting.outcomes)
        try per(&meeting.per)
    }

    fileprivate mutating func position(_ position: inout Position) throws {
        try id(&position.holder)
        try choice(&position.stance)
        try wording(&position.issue)
        try id(&position.toward)
        try per(&position.per)
        try spans(&position.hedges)
        try span(&position.span)
    }

    fileprivate mutating func recall(_ recall: inout Recall) throws {
        try span(&recall.marker)
        try list(&recall.statements, .init(0)) { try $0.id(&$1) }
        try list(&recall.meetings, .init(0)) { try $0.id(&$1) }
        try span(&recall.span)
    }
}
