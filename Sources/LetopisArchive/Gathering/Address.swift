/// What is the same address, however it is written.
enum Address {
    /// An address without what does not say which article it is: the fragment, the default port, marks of advertising; scheme and host in lower
    /// case. Anything that is no address of http stays as it is.
    static func canonical(_ address: String) -> String {
        guard let separator = address.firstRange(of: "://") else { return address }
        let scheme = address[..<separator.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return address }
        let rest = address[separator.upperBound...].prefix { $0 != "#" }
        var host = rest.prefix { $0 != "/" && $0 != "?" }.lowercased()
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        let path = rest.drop { $0 != "/" && $0 != "?" }, bare = path.prefix { $0 != "?" }
        let query = path.drop { $0 != "?" }.dropFirst().split(separator: "&").filter { !isAdvertising($0) }
        return "\(scheme)://\(host)\(bare.isEmpty ? "/" : bare)\(query.isEmpty ? "" : "?" + query.joined(separator: "&"))"
    }

    /// Parameters that say how a reader came to the page, not which page it is.
    private static let advertising: Set<Substring> = ["fbclid", "gclid", "yclid", "ysclid", "mc_cid", "mc_eid", "_openstat"]

    private static func isAdvertising(_ parameter: Substring) -> Bool {
        parameter.hasPrefix("utm_") || advertising.contains(parameter.prefix { $0 != "=" })
    }
}
