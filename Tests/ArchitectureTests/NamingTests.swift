internal import Testing

/// Names say what a thing is in the words of the field, and every public thing says what it promises.
@Suite struct NamingTests {
    static let empty: [Substring] = ["Utils", "Util", "Helpers", "Helper", "Manager", "Models"]

    @Test func namesSayWhatThingsAre() {
        let paths = (Checkout.sources + Checkout.tests).map(\.path)
        expectNone(paths.flatMap(Self.emptyPathNames) + Checkout.sources.flatMap(Self.emptyTypeNames))
        expect(Self.emptyTypeNames, on: "struct SpanHelper {\nenum Utils {\nstruct Manageress {\nlet name = \"Models\"", flags: [1, 2])
        #expect(Self.emptyPathNames("Sources/Letopis/Models/Actor.swift").count == 1)
        #expect(Self.emptyPathNames("Sources/Letopis/Resolution/Actor.swift").isEmpty)
    }

    @Test func everyPublicDeclarationIsDocumented() {
        expectNone(Checkout.sources.flatMap(Self.undocumented))
        let good =
            "/// A thing.\npublic struct A {\n    /// Its field.\n    @inlinable public var b: Int\n    /// Two\n    /// lines.\n    @discardableResult\n    public func c() {}"
        expect(Self.undocumented, on: good, flags: [])
        expect(
            Self.undocumented, on: "public struct A {\n    public var b: Int\n    // Not a doc comment.\n    public init() {}\n}",
            flags: [1, 2, 4])
        expect(
            Self.undocumented,
            on: "/// Far away.\n\npublic struct A {\npublic extension A {\npublic import Letopis\nopen = nil\nopen += more", flags: [3]
        )
    }

    @Test func filesOfARoomHaveNamesOfTheirOwn() {
        let targets = Dictionary(grouping: (Checkout.sources + Checkout.tests).map(\.path)) {
            $0.split(separator: "/").prefix(2).joined(separator: "/")
        }
        expectNone(targets.values.flatMap(Self.sharedFileNames))
        #expect(
            Self.sharedFileNames(["Sources/A/B/C.swift", "Sources/A/D/C.swift", "Sources/A/E.swift"]).map(\.file) == ["Sources/A/D/C.swift"]
        )
    }

    /// Files of one target whose name another file of it has: SwiftPM refuses to build them, in words that are hard to read.
    static func sharedFileNames(_ paths: [String]) -> [Problem] {
        var first: [Substring: String] = [:]
        return paths.compactMap { path in
            guard let name = path.split(separator: "/").last, let other = first.updateValue(path, forKey: name) else { return nil }
            return Problem(file: path, line: 0, what: "has the name of \(other): SwiftPM cannot build both")
        }
    }

    static func emptyTypeNames(_ file: SwiftFile) -> [Problem] {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "actor"]
        return file.problems { line in
            let parts = words(line)
            guard let at = parts.firstIndex(where: kinds.contains), at + 1 < parts.count, isEmptyName(parts[at + 1]) else { return nil }
            return "\(parts[at + 1]) does not say what it is: name it for what it does or holds"
        }
    }

    static func emptyPathNames(_ path: String) -> [Problem] {
        let parts = path.split { $0 == "/" || $0 == "." }
        return parts.filter(isEmptyName).map {
            Problem(file: path, line: 0, what: "a file or folder called \($0) says nothing: name it for what it holds")
        }
    }

    /// Whether a name ends in a word that says nothing: `Utils`, `SpanHelper`.
    private static func isEmptyName(_ name: Substring) -> Bool {
        empty.contains { word in name == word || (name.hasSuffix(word) && name.dropLast(word.count).last?.isLowercase == true) }
    }

    static func undocumented(_ file: SwiftFile) -> [Problem] {
        file.code.indices.compactMap { index in
            guard declaresPublic(file.code[index]) else { return nil }
            let above = file.lines[..<index].last { !$0.drop { $0 == " " }.hasPrefix("@") }
            guard above?.drop(while: { $0 == " " }).hasPrefix("///") != true else { return nil }
            return Problem(
                file: file.path, line: index + 1, what: "public without a doc comment: say what it gives, guarantees and does not do")
        }
    }

    /// Whether a line of code begins a public declaration. Extensions and imports promise nothing of their own.
    private static func declaresPublic(_ line: String) -> Bool {
        let parts = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "nonisolated" || $0 == "final" }
        guard let access = parts.first, access == "public" || access == "open", let next = parts.dropFirst().first else { return false }
        return next.first?.isLetter == true && !["import", "extension"].contains(next)
    }
}
