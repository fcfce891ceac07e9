internal import LetopisText

extension RecordWire {
    /// The record that was written as this JSON.
    ///
    /// Guaranteed: what is given back is written as the same bytes; every span lies in the text, and every id that a part names exists. Throws
    /// where the JSON is not what `write` writes. The names of rules are not in JSON, and so not in the record.
    public static func record(_ json: [UInt8]) throws -> Record {
        let value = try WireValue(json), wire = try value.member("article")
        var article = Article(decoding: Array(try wire.member("text").text().utf8), charset: .utf8)
        article.language = try wire["lang"]?.text()
        article.outlet = try wire["outlet"]?.text()
        article.title = try wire["title"]?.text()
        article.author = try wire["author"]?.text()
        article.url = try wire["url"]?.text()
        article.published = try wire["published"]?.text()
        let map = CodePointMap(article)
        var record = Record(article: article, id: try wire.member("id").text())
        record.actors = try value.list("actors") { try actor($0, map) }
        record.statements = try value.list("statements") { try statement($0, map) }
        record.meetings = try value.list("meetings") { try meeting($0, map) }
        record.positions = try value.list("positions") { try position($0, map) }
        record.recalls = try value.list("recalls") { try recall($0, map) }
        record.seeAlso = try value.list("seeAlso") { try seeAlso($0, map) }
        record.notices = try value.list("notices") { try notice($0, map) }
        guard IDCheck(record).isWhole else { throw WireError(description: "an id names nothing in the record") }
        return record
    }

    private static func actor(_ value: WireValue, _ map: CodePointMap) throws -> Actor {
        var actor = Actor(
            id: .init(try value.member("id").id("a")), kind: try value.member("kind").choice(Actor.Kind.self),
            name: try value.member("name").text())
        actor.aliases = try value.list("aliases") { try $0.text() }
        actor.mentions = try value.spans("mentions", map)
        actor.roles = try value.list("roles") { wire in
            var role = Role(title: try wire.member("title").text(), span: try wire.member("span").span(map))
            role.organization = try wire["organization"].map { .init(try $0.id("a")) }
            role.country = try wire["country"].map { .init(try $0.id("a")) }
            role.former = try wire.member("former").truth()
            return role
        }
        actor.ties = try value.list("ties") {
            Tie(kind: try $0.member("kind").text(), to: .init(try $0.member("to").id("a")), span: try $0.member("span").span(map))
        }
        return actor
    }

    private static func position(_ value: WireValue, _ map: CodePointMap) throws -> Position {
        var position = Position(
            holder: .init(try value.member("holder").id("a")), stance: try value.member("stance").choice(Position.Stance.self),
            issue: try value.member("issue").wording(map), span: try value.member("span").span(map))
        position.toward = try value["toward"].map { .init(try $0.id("a")) }
        position.per = try value.list("per") { .init(try $0.id("s")) }
        position.hedges = try value.spans("hedges", map)
        return position
    }

    private static func recall(_ value: WireValue, _ map: CodePointMap) throws -> Recall {
        var recall = Recall(marker: try value.member("marker").span(map), span: try value.member("span").span(map))
        for id in try value.list("of", { $0 }) {
            if let statement = try? id.id("s") {
                recall.statements.append(.init(statement))
            } else {
                recall.meetings.append(.init(try id.id("m")))
            }
        }
        return recall
    }

    private static func seeAlso(_ value: WireValue, _ map: CodePointMap) throws -> SeeAlso {
        SeeAlso(title: try value.member("title").text(), span: try value.member("span").span(map), url: try value["url"]?.text())
    }

    private static func notice(_ value: WireValue, _ map: CodePointMap) throws -> Notice {
        Notice(
            try value.member("kind").choice(Notice.Kind.self), span: try value["span"]?.span(map), try value.member("message").text())
    }
}

/// Whether every id that a part of a record names exists in it.
struct IDCheck {
    let record: Record

    init(_ record: Record) { self.record = record }

    var isWhole: Bool {
        actors.allSatisfy { record.actor($0) != nil }
            && statements.allSatisfy { $0.number <= record.statements.count }
            && record.recalls.flatMap(\.meetings).allSatisfy { $0.number <= record.meetings.count }
    }

    private var actors: [Actor.ID] {
        let held = record.actors.flatMap { $0.ties.map(\.to) + $0.roles.flatMap { [$0.organization, $0.country].compactMap { $0 } } }
        let said = record.statements.flatMap { [$0.source.actor, $0.addressee, $0.onBehalfOf].compactMap { $0 } }
        let met = record.meetings.flatMap { meeting in
            meeting.participants.flatMap { [$0.actor, $0.side].compactMap { $0 } } + [meeting.place?.actor].compactMap { $0 }
        }
        return held + said + met + record.positions.flatMap { [$0.holder, $0.toward].compactMap { $0 } }
    }

    private var statements: [Statement.ID] {
        record.statements.compactMap(\.within) + record.meetings.flatMap(\.per) + record.positions.flatMap(\.per)
            + record.recalls.flatMap(\.statements)
    }
}
