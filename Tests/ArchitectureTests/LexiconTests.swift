internal import Testing

/// Words are data: one entry a line, sorted by code point of what stands before the first tab or bar, none twice. Comments begin with `#`.
@Suite struct LexiconTests {
    @Test func everyLexiconIsSortedWithoutDuplicates() {
        let paths = Checkout.files(under: "Share/lexicon", ending: ".txt") + Checkout.files(under: "Share/lexicon", ending: ".tsv")
        if paths.isEmpty { print("no lexicon under Share/lexicon: nothing to hold") }
        expectNone(paths.flatMap { Self.disorder(path: $0, text: Checkout.text($0)) })
    }

    @Test(
        arguments: [
            ("а\nб\n# я\nв # пример", []), ("б\nа", [2]), ("а\nа # again", [2]), ("а \nб", [1]), ("а\n\nб", []), ("А\nа", []), ("е\nё", []),
            ("post | б\npost name | а", []), ("post name | а\npost | б", [2]), ("а\tб\nа\tа", []), ("а\tб\nа\tб # c", [2]),
        ] as [(String, [Int])]) func sample(text: String, lines: [Int])
    {
        #expect(Self.disorder(path: "sample", text: text).map(\.line) == lines)
    }

    static func disorder(path: String, text: String) -> [Problem] {
        var last = "", seen: Set<String> = [], problems: [Problem] = []
        for (line, number) in zip(text.split(separator: "\n", omittingEmptySubsequences: false), 1...) {
            func object(_ what: String) { problems.append(Problem(file: path, line: number, what: what)) }
            let entry = trimmed(line.prefix { $0 != "#" }), key = trimmed(line.prefix { !"#|\t".contains($0) })
            guard !entry.isEmpty else { continue }
            if line.last == " " || line.last == "\t" { object("a blank at the end of the line") }
            if !seen.insert(entry).inserted { object("\(entry) stands here twice: drop one") }
            if key.unicodeScalars.lexicographicallyPrecedes(last.unicodeScalars) {
                object("\(key) belongs before \(last): sort by code point")
            }
            last = key
        }
        return problems
    }

    private static func trimmed(_ text: Substring) -> String { text.split(separator: " ").joined(separator: " ").withoutTabsAtEnd }
}

extension String {
    /// Without tabs at its end.
    fileprivate var withoutTabsAtEnd: String { String(reversed().drop { $0 == "\t" }.reversed()) }
}
