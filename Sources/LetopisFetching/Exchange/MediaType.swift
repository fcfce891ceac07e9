/// A `Content-Type` header, cut into what is of use.
struct MediaType: Hashable {
    /// Type and subtype, in lower case.
    let name: String?
    /// The parameter `charset`, without quotation marks.
    let charset: String?

    init(_ header: String?) {
        let parts = (header ?? "").split(separator: ";", omittingEmptySubsequences: false).map(MediaType.trimmed)
        let first = parts.first.map { $0.lowercased() } ?? ""
        name = first.utf8.count <= 127 && first.contains("/") ? first : nil
        charset =
            parts.dropFirst().lazy.compactMap { part -> String? in
                guard part.lowercased().hasPrefix("charset=") else { return nil }
                let value = part.dropFirst("charset=".count).filter { $0 != "\"" && $0 != "'" }
                return value.isEmpty || value.utf8.count > 64 ? nil : String(value)
            }.first
    }

    private static func trimmed(_ part: Substring) -> String {
        let tail = part.drop { $0 == " " || $0 == "\t" }
        return String(String(tail.reversed().drop { $0 == " " || $0 == "\t" }).reversed())
    }
}
