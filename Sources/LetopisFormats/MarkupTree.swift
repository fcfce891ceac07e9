/// Elements and texts of a page or a feed, in one array, in the order in which they begin.
///
/// A node is a number. Node 0 is the root, which is no element and holds all others. What is in a node are the nodes after it, up to its
/// `end`: walking a tree is counting, and no walk needs recursion. Names of HTML are in lower case; names of XML are as `XMLNamespaces` has
/// them. Nothing here refers to libxml2's memory.
public struct MarkupTree: Sendable {
    struct Node {
        /// Place in `names`; 0 for a text.
        var name: UInt16
        var parent: Int32
        var end: Int32
        /// Of a text its bytes in `pool`; of an element its places in `attributes`.
        var content: Range<Int32>
    }
    struct Attribute {
        var name: UInt16
        var value: Range<Int32>
    }

    var nodes: [Node] = [Node(name: 1, parent: -1, end: 1, content: 0..<0)]
    var attributes: [Attribute] = []
    var pool: [UInt8] = []
    /// The names met. The first two are those of texts and of the root.
    var names: [String] = ["", "#root"]
    var places: [String: UInt16] = ["": 0, "#root": 1]
    /// The contents of scripts of the type `application/ld+json`, in order.
    public internal(set) var linkedData: [[UInt8]] = []
    /// What was left out of the document, or mended in it.
    public internal(set) var cuts = MarkupCuts()

    /// How many nodes there are, the root among them: nodes are `0..<count`.
    public var count: Int { nodes.count }
    /// Whether a node is a text.
    public func isText(_ node: Int) -> Bool { nodes[node].name == 0 }
    /// The name of an element; empty for a text.
    public func name(_ node: Int) -> String { names[Int(nodes[node].name)] }
    /// The node that holds this one; nil of the root.
    public func parent(_ node: Int) -> Int? { node == 0 ? nil : Int(nodes[node].parent) }
    /// The first node that is not in this one any more.
    public func end(_ node: Int) -> Int { Int(nodes[node].end) }
    /// What stands in a node, itself first.
    public func subtree(_ node: Int) -> Range<Int> { node..<end(node) }
    /// The bytes of a text, entities decoded, valid UTF-8; none of an element.
    public func text(_ node: Int) -> ArraySlice<UInt8> {
        let content = nodes[node].content
        return isText(node) ? pool[Int(content.lowerBound)..<Int(content.upperBound)] : []
    }

    /// The value of an element's attribute, the first of that name.
    public func attribute(_ node: Int, _ name: String) -> String? {
        guard !isText(node), let place = places[name] else { return nil }
        let content = nodes[node].content
        for attribute in attributes[Int(content.lowerBound)..<Int(content.upperBound)] where attribute.name == place {
            return String(decoding: pool[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)], as: UTF8.self)
        }
        return nil
    }

    /// The nodes directly in a node.
    public func children(_ node: Int) -> Children { Children(tree: self, place: node + 1, end: end(node)) }

    /// The nodes directly in a node, one after the other.
    public struct Children: Sequence, IteratorProtocol {
        let tree: MarkupTree
        var place: Int
        let end: Int

        /// The next one.
        public mutating func next() -> Int? {
            guard place < end else { return nil }
            defer { place = tree.end(place) }
            return place
        }
    }
}

/// What was left out of a document, or mended in it, for the caps of `Caps` or because it was malformed.
public struct MarkupCuts: Hashable, Sendable {
    /// Elements too deep or too many to be kept; what stands in them is kept.
    public var elements = 0
    /// Tags that lost attributes.
    public var tags = 0
    /// Texts and values that were shortened.
    public var texts = 0
    /// Whether a document type declaration, which could hold entities, was skipped together with its own declarations.
    public var declarations = 0
    /// Places that were no well-formed XML.
    public var mended = 0
    /// Whether libxml2 gave up before the end all the same.
    public var isBroken = false
}
