internal import Testing

/// The pages that are contracts name every field that the writers write, and every command's file its command.
@Suite struct RecordDocsTests {
    @Test func everyFieldIsDescribed() {
        let pages = Checkout.text("Docs/record.md") + Checkout.text("Docs/command-line.md")
        let wire = Checkout.sources.filter { $0.path.hasPrefix("Sources/Letopis/Wire/") }
        #expect(wire.flatMap(Self.fields).count > 40, "the fields that Sources/Letopis/Wire writes were not found")
        expectNone(wire.flatMap { Self.undescribed($0, pages) })
        let sample = SwiftFile(
            path: "a", text: #"json.field("id", id)\#njson.list("ghosts", x)\#njson.key("kind"); json.string("not a field")"#)
        #expect(Self.undescribed(sample, "`id` and `kind`").map(\.line) == [2])
    }

    @Test func everyRoomIsDescribed() {
        let page = Checkout.text("ARCHITECTURE.md")
        for room in Set(Checkout.sources.map(\.room)) { #expect(page.contains("`\(room)`"), "ARCHITECTURE.md says nothing of \(room)") }
    }

    /// The names in a file's calls that write a field, with their lines.
    static func fields(_ file: SwiftFile) -> [(line: Int, name: Substring)] {
        let calls: Set<Substring> = ["field", "key", "list", "span", "spans", "wording", "spanned", "date"]
        return zip(file.lines, 1...).flatMap { line, number in
            line.split(separator: "(\"").adjacentPairs.compactMap { before, after in
                guard let call = words(String(before)).last, before.hasSuffix(call), calls.contains(call) else { return nil }
                return (number, after.prefix { $0 != "\"" })
            }
        }
    }

    static func undescribed(_ file: SwiftFile, _ pages: String) -> [Problem] {
        fields(file).filter { !pages.contains("`\($0.name)`") }.map {
            Problem(
                file: file.path, line: $0.line,
                what: "the field \($0.name) stands in no table: describe it in Docs/record.md or Docs/command-line.md")
        }
    }
}

extension Array {
    /// Each element with the next one.
    fileprivate var adjacentPairs: Zip2Sequence<[Element], ArraySlice<Element>> { zip(self, dropFirst()) }
}
