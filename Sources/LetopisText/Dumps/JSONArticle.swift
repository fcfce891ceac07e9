internal import LetopisFormats

extension Article {
    /// The article of a line of JSON lines: an object with a `text`, and perhaps `title`, `outlet`, `author`, `published`, `url` and `lang`, all of
    /// them strings; an empty one counts as missing. Nil where the bytes are no JSON object, or one without a `text`.
    public init?(jsonLine bytes: [UInt8]) {
        let tree = JSONTree(bytes)
        guard tree.isWhole, tree.count > 0, tree.kind(0) == .object else { return nil }
        func field(_ name: String) -> String? {
            tree.member(0, name).flatMap { tree.kind($0) == .string ? tree.text($0) : nil }.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let text = field("text") else { return nil }
        self.init(text)
        outlet = field("outlet")
        title = field("title")
        author = field("author")
        published = field("published")
        url = field("url")
        language = field("lang")
    }
}
