internal import Foundation
internal import Testing

/// What the program prints is what `Docs/record.schema.json` says (JSON Schema 2020-12, the part of it that the page uses).
@Suite struct RecordSchemaTests {
    let schema: [String: Any]

    init() throws {
        let data = try Data(contentsOf: Program.checkout.appendingPathComponent("Docs/record.schema.json"))
        schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test(.enabled(if: Program.canRead)) func recordsAreAsTheSchemaSays() throws {
        let example = Program.checkout.appendingPathComponent("Docs/examples/talks.txt").path
        let pages = ["", "Без слов.", "Министр Анна Лебедева заявила, что мост откроют в мае. Читайте также: Мост закрыт"]
        let runs =
            [try Program.run(["read", "--format", "json", "--published", "2025-12-16", "--title", "Т", example])]
            + (try pages.map { try Program.run(["read", "--format", "json", "-"], input: $0) })
        for run in runs {
            let record = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            #expect(faults(record, schema, "record") == [])
        }
    }

    @Test func faultsAreFound() throws {
        let span = try #require((schema["$defs"] as? [String: Any])?["span"] as? [String: Any])
        #expect(faults(["start": 1, "end": 2], span, "span") == [])
        #expect(faults(["start": 1], span, "span") == ["span: end is missing"])
        #expect(faults(["start": 1, "end": -1], span, "span") == ["span.end: less than 0"])
        #expect(faults(["start": 1, "end": 2, "more": 3], span, "span") == ["span: more is unknown"])
        #expect(faults("1-2", span, "span") == ["span: is no object"])
        let actor = try #require((schema["$defs"] as? [String: Any])?["actor"] as? [String: Any])
        let wrong: [String: Any] = [
            "id": "b1", "kind": "planet", "name": 3, "aliases": [], "mentions": [["start": 0]], "roles": [], "ties": [],
        ]
        #expect(
            Set(faults(wrong, actor, "a")) == [
                "a.id: does not look so", "a.kind: is none of those", "a.name: is no string", "a.mentions[0]: end is missing",
            ])
    }

    /// What is wrong with a value, each with its place.
    private func faults(_ value: Any, _ rule: [String: Any], _ place: String) -> [String] {
        if let reference = rule["$ref"] as? String {
            let target = (schema["$defs"] as? [String: Any])?[String(reference.dropFirst("#/$defs/".count))] as? [String: Any]
            return target.map { faults(value, $0, place) } ?? ["\(place): no rule \(reference)"]
        }
        if let choices = rule["anyOf"] as? [[String: Any]] {
            let all = choices.map { faults(value, $0, place) }
            return all.contains([]) ? [] : all.first ?? []
        }
        if let words = rule["enum"] as? [String] { return words.contains(value as? String ?? "") ? [] : ["\(place): is none of those"] }
        let types = rule["type"] as? [String] ?? [rule["type"] as? String ?? ""]
        guard types.contains(where: { isOf($0, value) }) else { return ["\(place): is no \(types[0])"] }
        if let number = value as? Int, let least = rule["minimum"] as? Int, number < least { return ["\(place): less than \(least)"] }
        if let text = value as? String, let pattern = rule["pattern"] as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            return ["\(place): does not look so"]
        }
        return parts(value, rule, place)
    }

    private func parts(_ value: Any, _ rule: [String: Any], _ place: String) -> [String] {
        if let list = value as? [Any], let each = rule["items"] as? [String: Any] {
            return list.enumerated().flatMap { faults($1, each, "\(place)[\($0)]") }
        }
        guard let object = value as? [String: Any], let properties = rule["properties"] as? [String: [String: Any]] else { return [] }
        let missing = (rule["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): \($0) is missing" }
        return missing
            + object.flatMap { name, value in
                properties[name].map { faults(value, $0, "\(place).\(name)") } ?? ["\(place): \(name) is unknown"]
            }
    }

    private func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "integer": value is Int
        case "boolean": value is Bool
        case "null": value is NSNull
        default: false
        }
    }
}
