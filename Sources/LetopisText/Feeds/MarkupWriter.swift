internal import LetopisFormats

/// Writes part of a tree as HTML again, for `Page` to read. Keeps names and links, nothing else: this is not for browsers.
enum MarkupWriter {
    /// What is in an element, without the element itself. No recursion.
    static func html(_ tree: MarkupTree, in element: Int) -> String {
        var out = ""
        var open: [Int] = []
        for node in tree.subtree(element).dropFirst() {
            while let last = open.last, tree.end(last) <= node { out += "</\(name(tree, open.removeLast()))>" }
            if tree.isText(node) {
                out += escaped(String(decoding: tree.text(node), as: UTF8.self))
            } else {
                let address = tree.attribute(node, "href").map { " href=\"\(escaped($0))\"" } ?? ""
                out += "<\(name(tree, node))\(address)>"
                open.append(node)
            }
        }
        while let last = open.popLast() { out += "</\(name(tree, last))>" }
        return trimmed(out)
    }

    /// The name without its prefix.
    private static func name(_ tree: MarkupTree, _ node: Int) -> Substring { tree.name(node).split(separator: ":").last ?? "" }

    /// A text as HTML and XML write it, in attributes too.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
