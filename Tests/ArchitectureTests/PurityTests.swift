internal import Testing

/// Invariant 2: the pure rooms read packs and lexicons and nothing else, are synchronous, and keep no changing state.
@Suite struct PurityTests {
    /// Words that betray a clock, chance, a thread, or input and output, and what to do instead.
    static let impure: [Substring: String] = [
        "ContinuousClock": "clock", "SuspendingClock": "clock", "clock_gettime": "clock", "gettimeofday": "clock", "Date": "clock",
        "DispatchTime": "clock", "random": "chance", "randomElement": "chance", "shuffled": "chance",
        "SystemRandomNumberGenerator": "chance",
        "async": "concurrency", "await": "concurrency", "Task": "concurrency", "DispatchQueue": "concurrency", "Mutex": "concurrency",
        "print": "output", "debugPrint": "output", "fputs": "output", "getenv": "environment", "FileManager": "input",
        "URLSession": "network",
        "ProcessInfo": "environment",
    ]

    @Test func pureRoomsUseNoClockChanceThreadOrOutput() {
        expectNone(pureFiles.flatMap(Self.impureWords))
        let bad = "let now = Date()\nlet text = \"Date()\" // await\nlet date = reading.date\nfunc f() async {}\nprint(1)"
        expect(Self.impureWords, on: bad, flags: [1, 4, 5])
    }

    @Test func nothingKeepsChangingState() {
        expectNone(Checkout.sources.flatMap(Self.changingState))
        let bad =
            "static var cache: [Int] = []\nstatic var width: Int { 3 }\nvar total = 0\nstruct A {\n    var field = 0\n}\nlet fixed = 1"
        expect(Self.changingState, on: bad, flags: [1, 3])
        expect(Self.changingState, on: "nonisolated(unsafe) let pointer = f()", flags: [1])
    }

    @Test func noCodeDecidesByLanguage() {
        expectNone(Checkout.sources.flatMap(Self.languageSwitches))
        let bad =
            "switch language {\nswitch article.lang {\ncase \"ru\": break\nif code == \"uk\" {}\nlet lexicon = folder + \"/ru\"\nswitch kind {"
        expect(Self.languageSwitches, on: bad, flags: [1, 2, 3, 4])
    }

    private var pureFiles: [SwiftFile] { Checkout.sources.filter { Checkout.pureRooms.contains($0.room) } }

    static func impureWords(_ file: SwiftFile) -> [Problem] {
        file.problems { line in
            words(line).lazy.compactMap { word in
                impure[word].map {
                    "\(word) (\($0)) has no place in \(file.room): take what is needed as an argument, or move this to LetopisCLI"
                }
            }.first
        }
    }

    static func changingState(_ file: SwiftFile) -> [Problem] {
        var depth = 0
        return file.problems { line in
            let outermost = depth == 0
            depth += line.count { $0 == "{" } - line.count { $0 == "}" }
            if line.contains("nonisolated(unsafe)") { return "nonisolated(unsafe) hides shared state: pass the value instead" }
            let parts = words(line)
            guard let at = parts.firstIndex(of: "var") else { return nil }
            let stored = !line.contains("{") || line.contains("= ")
            let kept = parts[..<at].contains("static") || (outermost && parts[..<at].allSatisfy(modifiers.contains))
            return kept && stored ? "a changing global: make it `let`, or a field of the scratch that is passed along" : nil
        }
    }

    /// Tests on the code of a language. A folder's name made from a code is data and not meant.
    static func languageSwitches(_ file: SwiftFile) -> [Problem] {
        let codes = ["\"ru\"", "\"uk\"", "\"en\""]
        return zip(file.lines, file.code).enumerated().compactMap { index, pair in
            let (line, code) = pair
            let parts = words(code).map { $0.lowercased() }
            let onLanguage = parts.first == "switch" && parts.contains { $0 == "lang" || $0 == "language" || $0 == "languagecode" }
            let onCode =
                codes.contains { code in ["case \(code)", "== \(code)", "!= \(code)"].contains { line.contains($0) } } && !code.isEmpty
            guard onLanguage || onCode else { return nil }
            return Problem(
                file: file.path, line: index + 1, what: "decides by language in code: put the difference into Share/lexicon or a pack")
        }
    }
}

private let modifiers: Set<Substring> = ["public", "internal", "private", "fileprivate", "package", "nonisolated"]
