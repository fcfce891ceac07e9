internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// What was found, for programs.
enum HitWire {
    /// One object a line. `spans` count in code points of the article's text.
    static func lines(_ hits: [Hit]) -> [UInt8] {
        var json = JSONWriter()
        for hit in hits {
            write(hit, to: &json)
            json.endLine()
        }
        return json.bytes
    }

    private static func write(_ hit: Hit, to json: inout JSONWriter) {
        let fields = HitFields(hit), article = hit.article.record.article, map = CodePointMap(article)
        json.object { json in
            json.field("id", fields.id)
            json.field("sort", fields.sort)
            json.field("kind", fields.kind)
            json.field("date", fields.date)
            json.field("who", fields.who)
            json.field("words", fields.spans.isEmpty ? nil : fields.words)
            json.key("spans")
            json.array { json in
                for span in fields.spans {
                    json.object { json in
                        json.field("start", map.codePoint(at: span.start))
                        json.field("end", map.codePoint(at: span.end))
                    }
                }
            }
            json.field("article", hit.article.id.description)
            json.field("title", article.title)
            json.field("outlet", article.outlet)
            json.field("published", article.published)
            json.field("url", article.url)
            json.field("cursor", String(hit.cursor))
        }
    }

    /// A table, with a head.
    static func table(_ hits: [Hit]) -> [UInt8] {
        var table = CSVTable()
        table.row(["id", "sort", "kind", "date", "who", "words", "article", "title", "outlet", "published", "url", "cursor"])
        for hit in hits {
            let fields = HitFields(hit), article = hit.article.record.article
            table.row([
                fields.id, fields.sort, fields.kind, fields.date, fields.who, fields.words, hit.article.id.description, article.title,
                article.outlet, article.published, article.url, String(hit.cursor),
            ])
        }
        return table.bytes
    }
}
