internal import Testing

/// The size budget: what a reader can hold in the head.
@Suite struct SizeTests {
    static let mostLinesInFile = 400, mostLinesInFunction = 60, mostGenericParameters = 2
    static let medianFile = 120, medianFunction = 8

    /// Files that may be longer, each with its reason.
    static let longFiles: [String: String] = [:]
    /// Functions that may be longer (`path:name`), each with its reason.
    static let longFunctions: [String: String] = [:]

    @Test func filesAreShort() {
        expectNone((Checkout.sources + Checkout.tests).flatMap(Self.tooLong))
        let lengths = Checkout.sources.map(\.length)
        #expect(
            median(lengths) <= Self.medianFile,
            "the median file has \(median(lengths)) lines: split the longest ones by what they are about")
        let long = String(repeating: "let a = 1\n", count: 401)
        #expect(Self.tooLong(SwiftFile(path: "Sources/Letopis/A.swift", text: long)).count == 1)
        #expect(Self.tooLong(SwiftFile(path: "Sources/Letopis/A.swift", text: String(long.dropFirst(10)))).isEmpty)
    }

    @Test func functionsAreShort() {
        let functions = Checkout.sources.map { ($0, Function.all(in: $0)) }
        expectNone(functions.flatMap { Self.longOnes($0, $1) })
        let lengths = functions.flatMap { $1.map(\.length) }
        #expect(median(lengths) <= Self.medianFunction, "the median function has \(median(lengths)) lines: name its steps")
        let body = String(repeating: "    a += 1\n", count: 59)
        expect(Self.longOnes, on: "func short() { 1 }\nfunc long() {\n\(body)}\nfunc next() {\n}", flags: [2])
    }

    @Test func genericsAreFew() {
        expectNone(Checkout.sources.flatMap(Self.manyParameters))
        expect(Self.manyParameters, on: "func f<A, B>(_ a: A) {}\nfunc g<A, B, C>(_ a: A) {}\nstruct P<A: X, B, C> {}", flags: [2, 3])
    }

    @Test func functionsAreFound() {
        let text =
            "struct A {\n    init(_ a: Int) {\n        b()\n    }\n    func c(\n        d: Int\n    ) -> Int {\n        d\n    }\n    func e() -> Int { 3 }\n}"
        let found = Function.all(in: SwiftFile(path: "Sources/A/B.swift", text: text))
        #expect(
            found == [
                Function(name: "init", line: 2, length: 3), Function(name: "c", line: 5, length: 5),
                Function(name: "e", line: 10, length: 1),
            ])
        let inProtocol = SwiftFile(path: "Sources/A/B.swift", text: "protocol P {\n    func f() -> Int\n    func g()\n}\nlet a = 1")
        #expect(Function.all(in: inProtocol).isEmpty)
    }

    static func tooLong(_ file: SwiftFile) -> [Problem] {
        guard file.length > mostLinesInFile, longFiles[file.path] == nil else { return [] }
        return [Problem(file: file.path, line: 0, what: "\(file.length) lines, at most \(mostLinesInFile): split it by what it is about")]
    }

    static func longOnes(_ file: SwiftFile) -> [Problem] { longOnes(file, Function.all(in: file)) }

    static func longOnes(_ file: SwiftFile, _ functions: [Function]) -> [Problem] {
        functions.filter { $0.length > mostLinesInFunction && longFunctions["\(file.path):\($0.name)"] == nil }.map {
            Problem(
                file: file.path, line: $0.line, what: "\($0.name) has \($0.length) lines, at most \(mostLinesInFunction): name its steps")
        }
    }

    static func manyParameters(_ file: SwiftFile) -> [Problem] {
        file.problems { line in
            guard ["func ", "struct ", "enum ", "class ", "init<"].contains(where: line.contains), let open = line.firstIndex(of: "<")
            else { return nil }
            let list = line[open...].prefix { $0 != ">" }
            guard !line[..<open].contains("("), list.split(separator: ",").count > mostGenericParameters else { return nil }
            return "more than \(mostGenericParameters) generic parameters: is a concrete type enough?"
        }
    }
}

/// A function or initialiser with a body, and how many lines it takes from its first to its closing brace.
struct Function: Hashable {
    var name: String
    var line: Int
    var length: Int

    /// The functions of a file, by counting brackets; good enough for code that the formatter has laid out.
    static func all(in file: SwiftFile) -> [Function] {
        file.code.indices.compactMap { start in
            name(file.code[start]).flatMap { name in
                length(file.code[start...]).map { Function(name: name, line: start + 1, length: $0) }
            }
        }
    }

    private static func name(_ line: String) -> String? {
        guard line.contains("func") || line.contains("init") else { return nil }
        let parts = words(line)
        if let at = parts.firstIndex(of: "func"), parts[..<at].allSatisfy({ !$0.isEmpty && $0 != "let" && $0 != "case" }) {
            return at + 1 < parts.count ? String(parts[at + 1]) : "operator"
        }
        let declares = line.contains("init(") || line.contains("init?(") || line.contains("init<")
        let before = line.prefix { $0 != "(" && $0 != "?" && $0 != "<" }
        return declares && words(String(before)).last == "init" && !before.contains(".") && !before.contains("=") ? "init" : nil
    }

    /// Lines up to the brace that closes the first one; nil where the declaration ends without a body.
    private static func length(_ code: ArraySlice<String>) -> Int? {
        var braces = 0, brackets = 0, opened = false
        for (line, count) in zip(code, 1...) {
            for byte in line.utf8 {
                braces += byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0
                brackets +=
                    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
                    ? 1 : byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") ? -1 : 0
                opened = opened || braces > 0
                if opened && braces == 0 && brackets == 0 { return count }
                if braces < 0 { return nil }
            }
            // A requirement of a protocol: the next line begins something else and no body came.
            if !opened && brackets == 0 && !continues(code.dropFirst(count).first) { return nil }
        }
        return nil
    }

    private static func continues(_ line: String?) -> Bool {
        let begin = (line ?? "").drop { $0 == " " }
        return begin.hasPrefix("where ") || begin.hasPrefix("->") || begin.hasPrefix(")") || begin.hasPrefix("{")
            || begin.hasPrefix("throws")
    }
}

/// The middle of some numbers; 0 where there are none.
func median(_ numbers: [Int]) -> Int {
    numbers.isEmpty ? 0 : numbers.sorted()[(numbers.count - 1) / 2]
}
