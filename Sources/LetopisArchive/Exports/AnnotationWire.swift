public import Letopis
internal import LetopisText

/// Entries as annotations of their article's text: JSON-LD of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).
///
/// Guaranteed: each target has a position selector (code points of the article's text, half open) and a quote selector (the exact characters,
/// and up to 32 before and after), so that it is found again in a copy of the text that was changed elsewhere.
public enum AnnotationWire {
    /// How many characters before and after a quotation are given with it.
    static let context = 32

    /// Writes the annotations of an article, one object after the other, each followed by a line feed.
    public static func write(_ stored: StoredArticle, to json: inout JSONWriter) {
        let record = stored.record, map = CodePointMap(record.article)
        for (id, statement) in zip(stored.statements, record.statements) {
            let speaker = record.actor(statement.source.actor)?.name ?? statement.source.span.map(record.article.text)
            let body = ["kind": "statement", "speech": statement.kind.rawValue, "act": statement.act.rawValue, "source": speaker]
            write(id, body, statement.content, stored, map, &json)
        }
        for (id, meeting) in zip(stored.meetings, record.meetings) {
            let participants = meeting.participants.compactMap { record.actor($0.actor)?.name }.joined(separator: "; ")
            let body = [
                "kind": meeting.kind.rawValue, "status": meeting.status.rawValue, "participants": participants, "date": meeting.date?.value,
            ]
            write(id, body, meeting.mentions, stored, map, &json)
        }
        for (id, position) in zip(stored.positions, record.positions) {
            let body = [
                "kind": "position", "stance": position.stance.rawValue, "holder": record.actor(position.holder)?.name,
                "issue": position.issue.text,
            ]
            write(id, body, [position.span], stored, map, &json)
        }
    }

    private static func write(
        _ id: EntryID, _ body: [String: String?], _ spans: [SourceSpan], _ stored: StoredArticle, _ map: CodePointMap,
        _ json: inout JSONWriter
    ) {
        json.object { json in
            json.field("@context", "http://www.w3.org/ns/anno.jsonld")
            json.field("id", "urn:letopis:\(id)")
            json.field("type", "Annotation")
            json.field("motivation", "describing")
            json.key("body")
            json.object { json in
                json.field("type", "TextualBody")
                json.field("format", "text/plain")
                let lines = body.compactMap { name, value in value.map { "\(name): \($0)" } }
                json.field("value", lines.sorted().joined(separator: "\n"))
            }
            json.key("target")
            json.array { json in
                for span in spans { target(span, stored, map, &json) }
            }
        }
        json.endLine()
    }

    private static func target(_ span: SourceSpan, _ stored: StoredArticle, _ map: CodePointMap, _ json: inout JSONWriter) {
        let article = stored.record.article, points = map.codePoints(span)
        func text(_ range: Range<Int>) -> String { article.text(map.span(range)) }
        json.object { json in
            json.field("source", article.url ?? "urn:letopis:\(stored.id)")
            json.key("selector")
            json.array { json in
                json.object { json in
                    json.field("type", "TextPositionSelector")
                    json.field("start", points.lowerBound)
                    json.field("end", points.upperBound)
                }
                json.object { json in
                    json.field("type", "TextQuoteSelector")
                    json.field("prefix", text(max(0, points.lowerBound - context)..<points.lowerBound))
                    json.field("exact", article.text(span))
                    json.field("suffix", text(points.upperBound..<min(map.count, points.upperBound + context)))
                }
            }
        }
    }
}
