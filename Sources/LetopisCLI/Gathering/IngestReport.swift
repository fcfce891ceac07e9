internal import Letopis
internal import LetopisArchive

/// What became of the documents of a run, counted and told.
struct IngestReport {
    let isJSON: Bool
    private(set) var new = 0, unchanged = 0, revised = 0, failed = 0
    /// How many documents were dealt with.
    var count: Int { new + unchanged + revised + failed }

    init(isJSON: Bool) { self.isJSON = isJSON }

    /// Tells what became of a document that was read.
    mutating func tell(_ name: String, _ outcome: Archive.Outcome) throws {
        switch outcome {
        case .new(let id):
            new += 1
            try ChangesText.tell(name, "new", id, isJSON: isJSON)
        case .unchanged(let id):
            unchanged += 1
            try ChangesText.tell(name, "unchanged", id, isJSON: isJSON)
        case .revised(let id, let changes):
            revised += 1
            try ChangesText.tell(name, "revised", id, changes, isJSON: isJSON)
        }
    }

    /// Tells of a document that the archive has, and that need not be read again.
    mutating func tellKnown(_ name: String) throws {
        unchanged += 1
        try ChangesText.tell(name, "unchanged", nil, isJSON: isJSON)
    }

    /// Tells why a document could not be read.
    mutating func tellFailure(_ name: String, _ reason: String) throws {
        failed += 1
        try ChangesText.tellFailure(name, reason, isJSON: isJSON)
    }

    /// The last line, for people.
    var summary: String { "\(count) read: \(new) new, \(unchanged) unchanged, \(revised) revised, \(failed) failed\n" }
}

/// What another form of an article did to its record, in words and for programs.
enum ChangesText {
    /// Tells what became of a document: people are told only of changes.
    static func tell(_ name: String, _ outcome: String, _ id: ArticleID?, _ changes: Changes? = nil, isJSON: Bool) throws {
        guard isJSON else {
            guard let id, let changes else { return }
            return try Console.emit(Array("\(printable(name)): \(outcome), \(id): \(line(changes))\n".utf8))
        }
        var json = JSONWriter()
        json.object { json in
            json.field("name", name)
            json.field("outcome", outcome)
            if let id { json.field("article", id.description) }
            if let changes { write(changes, to: &json) }
        }
        json.endLine()
        try Console.emit(json.bytes)
    }

    /// Tells why a document could not be read.
    static func tellFailure(_ name: String, _ reason: String, isJSON: Bool) throws {
        guard isJSON else { return Console.complain("\(printable(name)): \(reason)") }
        var json = JSONWriter()
        json.object { json in
            json.field("name", name)
            json.field("outcome", "failed")
            json.field("reason", reason)
        }
        json.endLine()
        try Console.emit(json.bytes)
    }

    /// One line: `the text is another; 2 added (…), 1 removed (…), 12 kept`.
    static func line(_ changes: Changes) -> String {
        var parts: [String] = []
        for (ids, what) in [(changes.added, "added"), (changes.removed, "removed"), (changes.altered, "altered")] where !ids.isEmpty {
            parts.append("\(ids.count) \(what) (\(ids.map { "\($0.sort.rawValue)\($0.digits)" }.joined(separator: " ")))")
        }
        parts.append("\(changes.kept) kept")
        return (changes.isTextChanged ? "the text is another; " : "") + parts.joined(separator: ", ")
    }

    /// The members of an object that is open.
    static func write(_ changes: Changes, to json: inout JSONWriter) {
        json.key("textChanged")
        json.bool(changes.isTextChanged)
        for (name, ids) in [("added", changes.added), ("removed", changes.removed), ("altered", changes.altered)] {
            json.key(name)
            json.array { json in
                for id in ids { json.string(id.description) }
            }
        }
        json.field("kept", changes.kept)
    }
}
