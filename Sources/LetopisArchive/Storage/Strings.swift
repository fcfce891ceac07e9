internal import GRDB

/// Texts that many rows name: each stands once, and rows have its number.
extension Database {
    /// The number of a text, which is given where it has none; nil is no text.
    func number(ofString text: String?) throws -> Int64? {
        guard let text else { return nil }
        let hash = Self.hash(text)
        if let known = try number("SELECT id FROM string WHERE hash = ? AND text = ?", [hash, text]) { return known }
        try run("INSERT INTO string (hash, text) VALUES (?, ?)", [hash, text])
        return lastInsertedRowID
    }

    /// The number of a text that has one.
    func known(_ text: String) throws -> Int64? {
        try number("SELECT id FROM string WHERE hash = ? AND text = ?", [Self.hash(text), text])
    }

    private static func hash(_ text: String) -> Int64 {
        var digest = FieldDigest()
        digest.add(text)
        return digest.number
    }
}

/// Columns of rows that name texts, as they are asked for.
enum StringColumns {
    /// Each column under its own name, with the text that it names: `revision.url` as `url`.
    static func texts(_ columns: String..., of table: String) -> String {
        columns.map { "(SELECT text FROM string WHERE string.id = \(table).\($0)) AS \($0)" }.joined(separator: ", ")
    }

    /// What is said of an article, by a table that says it.
    static func particulars(of table: String) -> String {
        "\(texts("outlet", "author", "url", of: table)), \(table).title, \(table).published"
    }
}
