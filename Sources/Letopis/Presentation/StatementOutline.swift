/// The order in which statements are shown: by speaker, and below each statement those that its words report.
///
/// Guaranteed: every statement stands in it once, whatever `within` says.
struct StatementOutline: Sendable {
    /// A statement by its place in the record, and under how many others it stands.
    struct Entry: Hashable, Sendable {
        var statement: Int
        var depth: Int
    }

    /// What one speaker said; no speaker where the article hides the source.
    struct Section: Hashable, Sendable {
        var speaker: Actor.ID?
        var entries: [Entry] = []
    }

    /// In order of the first statement; hidden sources last.
    private(set) var sections: [Section] = []
    private var reported: [[Int]]
    private var isShown: [Bool]

    init(_ statements: [Statement]) {
        reported = Array(repeating: [], count: statements.count)
        isShown = Array(repeating: false, count: statements.count)
        var outer: [Int] = []
        for (i, statement) in statements.enumerated() {
            if let within = statement.within, reported.indices.contains(within.number - 1), within.number - 1 != i {
                reported[within.number - 1].append(i)
            } else {
                outer.append(i)
            }
        }
        // Statements that report each other in a ring have no outermost one: the first of them is taken.
        for i in outer + statements.indices where !isShown[i] { add(i, speaker: statements[i].source.actor) }
        sections = sections.filter { $0.speaker != nil } + sections.filter { $0.speaker == nil }
    }

    /// Adds a statement and all that it reports.
    private mutating func add(_ statement: Int, speaker: Actor.ID?) {
        let place = section(of: speaker)
        var open = [Entry(statement: statement, depth: 0)]
        while let next = open.popLast() {
            guard !isShown[next.statement] else { continue }
            isShown[next.statement] = true
            sections[place].entries.append(next)
            open += reported[next.statement].reversed().map { Entry(statement: $0, depth: next.depth + 1) }
        }
    }

    private var placesBySpeaker: [Actor.ID?: Int] = [:]

    private mutating func section(of speaker: Actor.ID?) -> Int {
        if let place = placesBySpeaker[speaker] { return place }
        placesBySpeaker[speaker] = sections.count
        sections.append(Section(speaker: speaker))
        return sections.count - 1
    }
}
