/// Makes a `MarkupTree` of what begins and ends. Keeps to the caps: what is over them is no node, and what stands in it goes to its parent.
final class TreeBuilder {
    private(set) var tree = MarkupTree()
    private var open: [Int32] = [0]
    /// Elements that are open in libxml2 and are no nodes.
    private var skipped = 0
    private let depth: Int

    init(depth: Int) { self.depth = depth }

    /// An element begins. Its attributes follow, one call each.
    func start(_ name: String) {
        guard skipped == 0, open.count <= depth, tree.nodes.count < Caps.nodes, let place = place(name) else {
            tree.cuts.elements += 1
            skipped += 1
            return
        }
        let first = Int32(tree.attributes.count), node = Int32(tree.nodes.count)
        tree.nodes.append(MarkupTree.Node(name: place, parent: open[open.count - 1], end: node + 1, content: first..<first))
        open.append(node)
    }

    /// An attribute of the element that has just begun.
    func attribute(_ name: String, _ value: some Collection<UInt8>) {
        guard skipped == 0, let place = place(name), let bytes = keep(value, atMost: Caps.attributeValue) else { return }
        tree.attributes.append(MarkupTree.Attribute(name: place, value: bytes))
        let node = tree.nodes.count - 1, first = tree.nodes[node].content.lowerBound
        tree.nodes[node].content = first..<Int32(tree.attributes.count)
    }

    /// The element that began last and is still open ends.
    func end() {
        if skipped > 0 {
            skipped -= 1
        } else if open.count > 1, let node = open.popLast() {
            tree.nodes[Int(node)].end = Int32(tree.nodes.count)
        }
    }

    /// Some text. Text that follows text is one with it.
    func text(_ bytes: some Collection<UInt8>) {
        let parent = open[open.count - 1]
        let last = tree.nodes.count - 1
        let goesOn = tree.isText(last) && tree.nodes[last].parent == parent && Int(tree.nodes[last].content.upperBound) == tree.pool.count
        guard goesOn || tree.nodes.count < Caps.nodes + (1 << 12), let kept = keep(bytes, atMost: Int.max) else {
            tree.cuts.texts += 1
            return
        }
        if goesOn {
            tree.nodes[last].content = tree.nodes[last].content.lowerBound..<kept.upperBound
        } else {
            let node = Int32(tree.nodes.count)
            tree.nodes.append(MarkupTree.Node(name: 0, parent: parent, end: node + 1, content: kept))
        }
    }

    /// Ends what is still open, and gives the tree.
    func finish(linkedData: [[UInt8]], cuts: MarkupCuts) -> MarkupTree {
        skipped = 0
        while open.count > 1 { end() }
        tree.nodes[0].end = Int32(tree.nodes.count)
        tree.linkedData = linkedData
        let mine = tree.cuts
        tree.cuts = cuts
        tree.cuts.elements += mine.elements
        tree.cuts.texts += mine.texts
        return tree
    }

    private func place(_ name: String) -> UInt16? {
        if let place = tree.places[name] { return place }
        guard tree.names.count < 1 << 14, name.utf8.count <= 256 else { return nil }
        let place = UInt16(tree.names.count)
        tree.names.append(name)
        tree.places[name] = place
        return place
    }

    private func keep(_ bytes: some Collection<UInt8>, atMost cap: Int) -> Range<Int32>? {
        let start = tree.pool.count, room = Int(Int32.max) - 1 - start
        guard room > 0 else { return nil }
        tree.pool.append(contentsOf: bytes.prefix(min(cap, room)))
        return Int32(start)..<Int32(tree.pool.count)
    }
}
