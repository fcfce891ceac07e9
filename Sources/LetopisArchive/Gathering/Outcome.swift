extension Archive {
    /// What became of a document that was read.
    public enum Outcome: Hashable, Sendable {
        /// An article that the archive did not have.
        case new(ArticleID)
        /// An article that the archive has, with this text and these particulars.
        case unchanged(ArticleID)
        /// An article that the archive has, in another form; the form that was retrieved last is the current one.
        case revised(ArticleID, Changes)
    }
}

/// What another form of an article did to its record.
public struct Changes: Hashable, Sendable {
    /// Statements, meetings and positions that only the later form has.
    public var added: [EntryID] = []
    /// Statements, meetings and positions that only the earlier form has.
    public var removed: [EntryID] = []
    /// Those that both have, with other words, another source, another date or the like.
    public var altered: [EntryID] = []
    /// How many both have, without a difference.
    public var kept = 0
    /// Whether the text itself is another.
    public var isTextChanged = false
}

extension Changes {
    /// What became of the earlier form's entries in the later one.
    init(of article: ArticleID, from earlier: [EntryCode: Int64], to later: [EntryCode: Int64], isTextChanged: Bool) {
        self.isTextChanged = isTextChanged
        for (code, proof) in later {
            switch earlier[code] {
            case nil: added.append(EntryID(article, code))
            case proof: kept += 1
            default: altered.append(EntryID(article, code))
            }
        }
        removed = earlier.keys.filter { later[$0] == nil }.map { EntryID(article, $0) }.sorted()
        added.sort()
        altered.sort()
    }
}
