/// Addresses of the web: relative ones made absolute (RFC 3986, 5.2), and only those that a browser would fetch.
enum WebAddress {
    /// The most bytes of an address; longer ones are none.
    static let mostBytes = 4096

    /// The address that `reference` stands for on a page at `base`. Nil where it is none of http or https, empty, or relative to nothing.
    static func resolve(_ reference: String, base: String?) -> String? {
        let reference = encoded(trimmed(reference))
        guard !reference.isEmpty, reference.utf8.count <= mostBytes else { return nil }
        if let scheme = scheme(reference) { return scheme == "http" || scheme == "https" ? reference : nil }
        guard let base = base.map({ encoded(trimmed($0)) }), let parts = Parts(base) else { return nil }
        if reference.hasPrefix("//") { return parts.scheme + ":" + reference }
        let bare = String(reference.prefix { $0 != "#" && $0 != "?" })
        let rest = String(reference.dropFirst(bare.count))
        if bare.isEmpty { return parts.origin + parts.path + (rest.hasPrefix("#") ? parts.query : "") + rest }
        let path =
            bare.hasPrefix("/") ? bare : String(parts.path.prefix(through: parts.path.lastIndex(of: "/") ?? parts.path.startIndex)) + bare
        return parts.origin + withoutDots(path) + rest
    }

    /// The host of an address, without a `www.` before it.
    static func host(_ address: String) -> String? {
        guard let parts = Parts(address) else { return nil }
        let authority = parts.origin.dropFirst(parts.scheme.count + 3)
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last?.prefix { $0 != ":" } ?? ""
        guard !host.isEmpty else { return nil }
        return String(host.hasPrefix("www.") ? host.dropFirst(4) : host).lowercased()
    }

    private struct Parts {
        /// `http`; `http://a.example`; `/b/c`; `?d`.
        var scheme, origin, path, query: String

        init?(_ address: String) {
            guard let scheme = WebAddress.scheme(address), scheme == "http" || scheme == "https" else { return nil }
            let rest = address.dropFirst(scheme.count + 1)
            guard rest.hasPrefix("//") else { return nil }
            let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            guard !authority.isEmpty else { return nil }
            let tail = rest.dropFirst(2 + authority.count)
            let path = tail.prefix { $0 != "?" && $0 != "#" }
            self.scheme = scheme
            origin = scheme + "://" + authority
            self.path = path.isEmpty ? "/" : String(path)
            query = String(tail.dropFirst(path.count).prefix { $0 != "#" })
        }
    }

    /// The scheme in lower case: a letter, then letters, digits, `+`, `-`, `.`, up to a colon.
    private static func scheme(_ address: String) -> String? {
        let head = address.utf8.prefix(16)
        guard let colon = head.firstIndex(of: UInt8(ascii: ":")), colon > head.startIndex else { return nil }
        let name = head[..<colon]
        let isName = name.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
        return isName ? String(Substring(name)).lowercased() : nil
    }

    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for part in parts where part != "." {
            if part == ".." { _ = kept.popLast() } else { kept.append(part) }
        }
        let endsInDots = parts.last == "." || parts.last == ".."
        return "/" + kept.joined(separator: "/") + (endsInDots && !kept.isEmpty ? "/" : "")
    }

    /// Spaces and controls as an address may hold them; line ends and tabs go, as browsers do.
    private static func encoded(_ address: String) -> String {
        guard address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E || $0 == 0x7F }) else { return address }
        var out: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case 0...0x20, 0x22, 0x3C, 0x3E, 0x7F:
                let hexadecimal = Array("0123456789ABCDEF".utf8)
                out += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
