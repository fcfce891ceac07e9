internal import LetopisText

extension RecordWire {
    static func statement(_ statement: Statement, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", statement.id.description)
            json.field("kind", statement.kind.rawValue)
            json.key("source")
            source(statement.source, map, &json)
            json.span("cue", statement.cue, map)
            json.spans("content", statement.content, map)
            json.spans("antecedent", statement.antecedent, map)
            json.key("channel")
            channel(statement.channel, map, &json)
            json.list("relays", statement.relays) { relay($0, map, &$1) }
            json.field("addressee", statement.addressee?.description)
            json.field("onBehalfOf", statement.onBehalfOf?.description)
            json.field("act", statement.act.rawValue)
            json.spans("hedges", statement.hedges, map)
            json.field("within", statement.within?.description)
            json.date("date", statement.date, map)
        }
    }

    private static func source(_ source: Statement.Source, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("actor", source.actor?.description)
            json.span("span", source.span, map)
        }
    }

    private static func channel(_ channel: Channel?, _ map: CodePointMap, _ json: inout JSONWriter) {
        guard let channel else { return json.null() }
        json.object { json in
            json.field("kind", channel.kind.rawValue)
            json.field("name", channel.name)
            json.span("span", channel.span, map)
        }
    }

    private static func relay(_ relay: Relay, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("name", relay.name)
            json.span("span", relay.span, map)
        }
    }
}
