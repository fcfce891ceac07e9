internal import LetopisText

extension RecordWire {
    static func meeting(_ meeting: Meeting, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", meeting.id.description)
            json.span("span", meeting.span, map)
            json.spans("mentions", meeting.mentions, map)
            json.field("kind", meeting.kind.rawValue)
            json.field("status", meeting.status.rawValue)
            json.wording("format", meeting.format, map)
            json.list("participants", meeting.participants) { participant($0, map, &$1) }
            json.key("place")
            place(meeting.place, map, &json)
            json.date("date", meeting.date, map)
            json.spans("agenda", meeting.agenda, map)
            json.spans("outcomes", meeting.outcomes, map)
            json.list("per", meeting.per) { $1.string($0.description) }
        }
    }

    private static func participant(_ participant: Meeting.Participant, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("actor", participant.actor.description)
            json.field("side", participant.side?.description)
            json.field("part", participant.part.rawValue)
            json.span("span", participant.span, map)
        }
    }

    private static func place(_ place: Meeting.Place?, _ map: CodePointMap, _ json: inout JSONWriter) {
        guard let place else { return json.null() }
        json.object { json in
            json.field("actor", place.actor.description)
            json.span("span", place.span, map)
        }
    }
}
