internal import LetopisFormats

extension MarkupCuts {
    /// What a reader should know of what was left out or mended, in words.
    var notices: [Notice] {
        var notices: [Notice] = []
        func add(_ count: Int, _ kind: Notice.Kind, _ what: String) { if count > 0 { notices.append(Notice(kind, "\(count) \(what)")) } }
        add(
            elements, .truncated,
            "elements lie deeper than \(Caps.depth) (\(Caps.xmlDepth) in XML) or are more than \(Caps.nodes): their tags were left out.")
        add(tags, .truncated, "tags have more than \(Caps.attributes) attributes; the rest of them was left out.")
        add(texts, .truncated, "texts were longer than is read at once, and were cut.")
        add(declarations, .refused, "declarations of document types were skipped, with all entities that they declare.")
        add(mended, .malformed, "places were no well-formed XML and were mended.")
        if isBroken { notices.append(Notice(.malformed, "The document could be read only in part.")) }
        return notices
    }
}
