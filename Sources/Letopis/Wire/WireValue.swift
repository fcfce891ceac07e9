internal import LetopisFormats
internal import LetopisText

/// A record's JSON that is not what `RecordWire` writes: what was wanted, and where. No article's text is in it.
public struct WireError: Error, Hashable, CustomStringConvertible {
    /// The field, and what it should have been.
    public let description: String

    /// What was wanted, and where.
    public init(description: String) { self.description = description }
}

/// A value of a record's JSON, asked for what it must be.
struct WireValue {
    private let tree: JSONTree
    private let index: Int
    /// Where it stands, for errors.
    private let name: String

    init(_ json: [UInt8]) throws {
        tree = JSONTree(json)
        index = 0
        name = "record"
        guard tree.isWhole else { throw WireError(description: "the record is no JSON, or too large") }
    }

    private init(_ tree: JSONTree, _ index: Int, _ name: String) {
        self.tree = tree
        self.index = index
        self.name = name
    }

    /// The value of a member, or nil where it is null or missing.
    subscript(name: String) -> WireValue? {
        guard let member = tree.member(index, name), tree.kind(member) != .null else { return nil }
        return WireValue(tree, member, name)
    }

    /// The value of a member that must be there.
    func member(_ name: String) throws -> WireValue {
        guard let value = self[name] else { throw WireError(description: "`\(name)` is missing in `\(self.name)`") }
        return value
    }

    /// What a list that must be there is made of.
    func list<Element>(_ name: String, _ make: (WireValue) throws -> Element) throws -> [Element] {
        let list = try member(name)
        guard tree.kind(list.index) == .array else { throw list.wrong("a list") }
        return try tree.children(list.index).map { try make(WireValue(tree, $0, name)) }
    }

    /// Its text.
    func text() throws -> String {
        guard tree.kind(index) == .string, let text = tree.text(index) else { throw wrong("a string") }
        return text
    }

    /// Its number.
    func number() throws -> Int {
        guard tree.kind(index) == .number, let number = tree.text(index).flatMap({ Int($0) }) else { throw wrong("a whole number") }
        return number
    }

    /// Whether it is true.
    func truth() throws -> Bool {
        guard let truth = tree.truth(index) else { throw wrong("true or false") }
        return truth
    }

    /// A text that must be one of a list of raw values.
    func choice<Choice: RawRepresentable>(_ type: Choice.Type) throws -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: try text()) else { throw wrong("one of the words that the record has for it") }
        return choice
    }

    /// The number of an id such as `a12`.
    func id(_ letter: Character) throws -> Int {
        let text = try text()
        guard text.first == letter, let number = Int(text.dropFirst()), number > 0 else { throw wrong("an id") }
        return number
    }

    /// What is said where it is not what it must be.
    func wrong(_ wanted: String) -> WireError { WireError(description: "`\(name)` is not \(wanted)") }
}

extension WireValue {
    /// Its characters, which must lie in the text.
    func span(_ map: CodePointMap) throws -> SourceSpan {
        let start = try member("start").number(), end = try member("end").number()
        guard 0 <= start, start <= end, end <= map.count else { throw wrong("a span of the text") }
        return map.span(start..<end)
    }

    func spans(_ name: String, _ map: CodePointMap) throws -> [SourceSpan] { try list(name) { try $0.span(map) } }

    func date(_ map: CodePointMap) throws -> EventDate {
        EventDate(value: try self["value"]?.text(), span: try member("span").span(map))
    }

    func wording(_ map: CodePointMap) throws -> Wording {
        Wording(text: try member("text").text(), span: try member("span").span(map))
    }
}
