internal import LetopisText

extension RecordWire {
    static func statement(_ value: WireValue, _ map: CodePointMap) throws -> Statement {
        var statement = Statement(
            id: .init(try value.member("id").id("s")), kind: try value.member("kind").choice(SpeechKind.self),
            cue: try value.member("cue").span(map), content: try value.spans("content", map),
            act: try value.member("act").choice(Act.self))
        let source = try value.member("source")
        statement.source = Statement.Source(
            actor: try source["actor"].map { .init(try $0.id("a")) }, span: try source["span"]?.span(map))
        statement.antecedent = try value.spans("antecedent", map)
        statement.channel = try value["channel"].map { wire in
            Channel(
                kind: try wire.member("kind").choice(Channel.Kind.self), name: try wire["name"]?.text(),
                span: try wire.member("span").span(map))
        }
        statement.relays = try value.list("relays") { Relay(name: try $0.member("name").text(), span: try $0.member("span").span(map)) }
        statement.addressee = try value["addressee"].map { .init(try $0.id("a")) }
        statement.onBehalfOf = try value["onBehalfOf"].map { .init(try $0.id("a")) }
        statement.hedges = try value.spans("hedges", map)
        statement.within = try value["within"].map { .init(try $0.id("s")) }
        statement.date = try value["date"]?.date(map)
        return statement
    }

    static func meeting(_ value: WireValue, _ map: CodePointMap) throws -> Meeting {
        var meeting = Meeting(
            id: .init(try value.member("id").id("m")), kind: try value.member("kind").choice(Meeting.Kind.self),
            status: try value.member("status").choice(Meeting.Status.self), span: try value.member("span").span(map))
        meeting.mentions = try value.spans("mentions", map)
        meeting.format = try value["format"]?.wording(map)
        meeting.participants = try value.list("participants") { try participant($0, map) }
        meeting.place = try value["place"].map {
            Meeting.Place(actor: .init(try $0.member("actor").id("a")), span: try $0.member("span").span(map))
        }
        meeting.date = try value["date"]?.date(map)
        meeting.agenda = try value.spans("agenda", map)
        meeting.outcomes = try value.spans("outcomes", map)
        meeting.per = try value.list("per") { .init(try $0.id("s")) }
        return meeting
    }

    private static func participant(_ value: WireValue, _ map: CodePointMap) throws -> Meeting.Participant {
        Meeting.Participant(
            actor: .init(try value.member("actor").id("a")), side: try value["side"].map { .init(try $0.id("a")) },
            part: try value.member("part").choice(Meeting.Participant.Part.self), span: try value.member("span").span(map))
    }
}
