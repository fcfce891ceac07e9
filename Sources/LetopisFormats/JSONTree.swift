/// A document of JSON (RFC 8259) in one array, in the order in which its values begin.
///
/// A value is a number; value 0 is the outermost. Never fails: a document that is damaged has the values before the damage, and `isWhole` is
/// false. Forgives what pages do: a comma too many, line ends inside strings, text around the document. Of members with the same name the
/// last counts. No recursion; depth up to `Caps.depth`.
public struct JSONTree: Sendable {
    /// What a value is.
    public enum Kind: Hashable, Sendable { case null, bool, number, string, array, object }
    struct Value {
        var kind: Kind
        var end: Int32
        /// Of a string its characters, of a number or a truth value its text, in `pool`.
        var text: Range<Int32>
        /// Of a member's value its name, a string's place in `pool`.
        var name: Range<Int32>
    }
    var values: [Value] = []
    var pool: [UInt8] = []
    /// Whether the document was read to its end and was JSON.
    public internal(set) var isWhole = false

    /// Reads a document. What is over `Caps.body` is not looked at.
    public init(_ utf8: [UInt8]) {
        var reader = JSONParser(utf8.count > Caps.body ? Array(utf8.prefix(Caps.body)) : utf8)
        self = reader.tree()
    }

    init() {}

    /// How many values there are; 0 where the bytes hold none.
    public var count: Int { values.count }
    /// What a value is.
    public func kind(_ value: Int) -> Kind { values[value].kind }
    /// The text of a string, or of a number as it is written; nil of other values.
    public func text(_ value: Int) -> String? {
        guard values[value].kind == .string || values[value].kind == .number else { return nil }
        return string(values[value].text)
    }
    /// The name of a member's value; empty for an element of an array.
    public func name(_ value: Int) -> String { string(values[value].name) }
    /// The values directly in an array or object, in order.
    public func children(_ value: Int) -> [Int] {
        var children: [Int] = []
        var next = value + 1
        while next < Int(values[value].end) {
            children.append(next)
            next = Int(values[next].end)
        }
        return children
    }
    /// The value of a member of an object.
    public func member(_ value: Int, _ name: String) -> Int? {
        guard values[value].kind == .object else { return nil }
        return children(value).last {
            let place = values[$0].name
            return pool[Int(place.lowerBound)..<Int(place.upperBound)].elementsEqual(name.utf8)
        }
    }

    private func string(_ range: Range<Int32>) -> String {
        String(decoding: pool[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
}
