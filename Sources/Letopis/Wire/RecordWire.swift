internal import LetopisText

/// The one JSON form of a record: `letopis read --format json`, `letopis export` and the API.
///
/// Guaranteed: one object without a line feed; fields in the order of the record's definition; the same record gives the same
/// bytes. Spans are `{"start", "end"}` in Unicode code points of `article.text`, half open; ids are `a1`, `s1`, `m1`. Fields of
/// which nothing is known are null or empty; only `organization`, `country` and `url` are left out.
public enum RecordWire {
    /// Writes a record as one object.
    public static func write(_ record: Record, to json: inout JSONWriter) {
        let map = CodePointMap(record.article)
        json.object { json in
            json.key("article")
            article(record, &json)
            json.list("actors", record.actors) { actor($0, map, &$1) }
            json.list("statements", record.statements) { statement($0, map, &$1) }
            json.list("meetings", record.meetings) { meeting($0, map, &$1) }
            json.list("positions", record.positions) { position($0, map, &$1) }
            json.list("recalls", record.recalls) { recall($0, map, &$1) }
            json.list("seeAlso", record.seeAlso) { seeAlso($0, map, &$1) }
            json.list("notices", record.notices) { notice($0, map, &$1) }
        }
    }

    /// A record as one object, in UTF-8, without a line feed.
    public static func json(_ record: Record) -> [UInt8] {
        var json = JSONWriter()
        write(record, to: &json)
        return json.bytes
    }

    private static func article(_ record: Record, _ json: inout JSONWriter) {
        let article = record.article
        json.object { json in
            json.field("id", record.id)
            json.field("lang", article.language)
            json.field("outlet", article.outlet)
            json.field("title", article.title)
            json.field("author", article.author)
            json.field("url", article.url)
            json.field("published", article.published)
            json.key("text")
            json.string(utf8: article.utf8[...])
        }
    }

    private static func actor(_ actor: Actor, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", actor.id.description)
            json.field("kind", actor.kind.rawValue)
            json.field("name", actor.name)
            json.list("aliases", actor.aliases) { $1.string($0) }
            json.spans("mentions", actor.mentions, map)
            json.list("roles", actor.roles) { role($0, map, &$1) }
            json.list("ties", actor.ties) { tie($0, map, &$1) }
        }
    }

    private static func role(_ role: Role, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("title", role.title)
            if let id = role.organization { json.field("organization", id.description) }
            if let id = role.country { json.field("country", id.description) }
            json.span("span", role.span, map)
            json.key("former")
            json.bool(role.former)
        }
    }

    private static func tie(_ tie: Tie, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("kind", tie.kind)
            json.field("to", tie.to.description)
            json.span("span", tie.span, map)
        }
    }

    private static func position(_ position: Position, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("holder", position.holder.description)
            json.field("stance", position.stance.rawValue)
            json.wording("issue", position.issue, map)
            json.field("toward", position.toward?.description)
            json.list("per", position.per) { $1.string($0.description) }
            json.spans("hedges", position.hedges, map)
            json.span("span", position.span, map)
        }
    }

    private static func recall(_ recall: Recall, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.span("marker", recall.marker, map)
            json.list("of", recall.statements.map(\.description) + recall.meetings.map(\.description)) { $1.string($0) }
            json.span("span", recall.span, map)
        }
    }

    private static func seeAlso(_ pointer: SeeAlso, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("title", pointer.title)
            json.span("span", pointer.span, map)
            if let url = pointer.url { json.field("url", url) }
        }
    }

    private static func notice(_ notice: Notice, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("kind", notice.kind.rawValue)
            json.span("span", notice.span, map)
            json.field("message", notice.message)
        }
    }
}
