internal import Testing

/// Words are data: one entry a line, sorted by code point, none twice. Comments begin with `#`.
@Suite struct LexiconTests {
    @Test func everyLexiconIsSortedWithoutDuplicates() {
        let paths = Checkout.files(under: "Share/lexicon", ending: ".txt") + Checkout.files(under: "Share/lexicon", ending: ".tsv")
        if paths.isEmpty { print("no lexicon under Share/lexicon: nothing to hold") }
        expectNone(paths.flatMap { Self.disorder(path: $0, text: Checkout.text($0)) })
    }

    @Test(arguments: [
        ("а\nб\n# я\nв # пример", []), ("б\nа", [2]), ("а\nа # again", [2]), ("а \nб", [1]), ("а\n\nб", []), ("А\nа", []), ("е\nё", []),
    ] as [(String, [Int])]) func sample(text: String, lines: [Int]) {
        #expect(Self.disorder(path: "sample", text: text).map(\.line) == lines)
    }

    static func disorder(path: String, text: String) -> [Problem] {
        var last = "", problems: [Problem] = []
        for (line, number) in zip(text.split(separator: "\n", omittingEmptySubsequences: false), 1...) {
            let entry = String(line.split(separator: "#", omittingEmptySubsequences: false)[0])
            let trimmed = String(entry.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
            guard !trimmed.isEmpty else { continue }
            if line.last == " " || line.last == "\t" { problems.append(Problem(file: path, line: number, what: "a blank at the end of the line")) }
            if trimmed == last {
                problems.append(Problem(file: path, line: number, what: "\(trimmed) stands here twice: drop one"))
            } else if !last.unicodeScalars.lexicographicallyPrecedes(trimmed.unicodeScalars) {
                problems.append(Problem(file: path, line: number, what: "\(trimmed) belongs before \(last): sort by code point (LC_ALL=C sort)"))
            }
            last = trimmed
        }
        return problems
    }
}
