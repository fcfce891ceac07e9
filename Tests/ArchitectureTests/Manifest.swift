/// What `Package.swift` says of one target, read from its text: SwiftPM checks what it declares, these tests what it may declare.
struct DeclaredTarget {
    var kind, name: String
    var dependencies: [String]
    /// The name of the list of settings: `strict` or `safe`; empty where there is none.
    var settings: String
    var line: Int

    /// The targets that a manifest declares, in its order.
    static func all(in manifest: String) -> [DeclaredTarget] {
        let kinds = [".executableTarget(", ".testTarget(", ".systemLibrary(", ".target("]
        var found: [DeclaredTarget] = []
        var rest = Substring(manifest)
        while let next = rest.indices.first(where: { i in kinds.contains { rest[i...].hasPrefix($0) } }) {
            let body = balanced(rest[next...])
            let line = 1 + manifest[..<next].count { $0 == "\n" }
            found.append(DeclaredTarget(body: body, line: line))
            rest = rest[body.endIndex...]
        }
        return found
    }

    private init(body: Substring, line: Int) {
        kind = String(body.dropFirst().prefix { $0.isLetter })
        name = quoted(after: "name: ", in: body).first ?? ""
        dependencies = quoted(after: "dependencies: [", in: body, closing: "]")
        settings = body.split(separator: "swiftSettings: ").dropFirst().first.map { String($0.prefix { $0.isLetter }) } ?? ""
        self.line = line
    }
}

/// The text up to the parenthesis that closes its first one.
private func balanced(_ text: Substring) -> Substring {
    var depth = 0
    for i in text.indices {
        if text[i] == "(" { depth += 1 }
        if text[i] == ")" { depth -= 1; if depth == 0 { return text[...i] } }
    }
    return text
}

/// The words in quotation marks after a label: up to the end of the argument, or up to `closing`; not the package of
/// a product (`package: "swift-crypto"`).
private func quoted(after label: String, in text: Substring, closing: Character = ",") -> [String] {
    guard let start = text.firstRange(of: label)?.upperBound else { return [] }
    let argument = text[start...].prefix { $0 != closing }
    let pieces = argument.split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.indices.filter { $0 % 2 == 1 && !pieces[$0 - 1].hasSuffix("package: ") }.map { String(pieces[$0]) }
}
