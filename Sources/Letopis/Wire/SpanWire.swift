internal import LetopisText

/// How the values that every part of a record is made of are written. The one place where UTF-8 offsets become code points.
extension JSONWriter {
    mutating func list<Element>(_ name: String, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void) {
        key(name)
        array { json in
            for element in elements { write(element, &json) }
        }
    }

    mutating func span(_ name: String, _ value: SourceSpan?, _ map: CodePointMap) {
        key(name)
        span(value, map)
    }

    mutating func spans(_ name: String, _ values: [SourceSpan], _ map: CodePointMap) {
        list(name, values) { $1.span($0, map) }
    }

    mutating func span(_ value: SourceSpan?, _ map: CodePointMap) {
        guard let value else { return null() }
        object { $0.offsets(of: value, map) }
    }

    /// The members `start` and `end` of an object already open.
    mutating func offsets(of span: SourceSpan, _ map: CodePointMap) {
        field("start", map.codePoint(at: span.start))
        field("end", map.codePoint(at: span.end))
    }

    mutating func date(_ name: String, _ value: EventDate?, _ map: CodePointMap) {
        key(name)
        guard let value else { return null() }
        object { json in
            json.field("value", value.value)
            json.span("span", value.span, map)
        }
    }

    mutating func wording(_ name: String, _ value: Wording?, _ map: CodePointMap) {
        key(name)
        guard let value else { return null() }
        object { json in
            json.field("text", value.text)
            json.span("span", value.span, map)
        }
    }
}
