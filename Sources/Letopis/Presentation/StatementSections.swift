internal import LetopisText

// Statements, a section for each speaker.
extension RecordText {
    /// Statements that report others are followed by them, each this much further in, up to `deepest` times.
    private static let step = "  ", deepest = 4

    mutating func statements() {
        let recalled = Set(record.recalls.flatMap(\.statements))
        for section in StatementOutline(record.statements).sections {
            page.gap()
            if let actor = record.actor(section.speaker) { page.line(who(actor, .heading)) } else { page.heading(Labels.hidden) }
            for entry in section.entries {
                let statement = record.statements[entry.statement]
                show(statement, depth: entry.depth, isRecalled: recalled.contains(statement.id))
            }
        }
    }

    /// A statement and, on a line of their own, the facts about it.
    private mutating func show(_ statement: Statement, depth: Int, isRecalled: Bool) {
        let indent = String(repeating: RecordText.step, count: min(depth, RecordText.deepest))
        var pieces: [Piece] = []
        if depth > 0 { pieces.append(Piece((name(statement.source.actor) ?? Labels.hidden) + RecordText.dot, .strong)) }
        pieces.append(Piece(leadIn(statement), .faint))
        if let act = Labels.act(statement.act) { pieces += [Piece(" "), Piece("[\(act)]", .notable)] }
        pieces.append(Piece(": ", .faint))
        pieces += SpokenWords(statement, in: record.article).pieces
        if !statement.antecedent.isEmpty { pieces.append(Piece(" = " + words(statement.antecedent, " "))) }
        page.line(pieces, first: margin(RecordText.place(of: statement)) + indent)
        let facts = facts(statement, isRecalled)
        if !facts.isEmpty { page.line(facts, first: RecordText.margin + indent) }
    }

    /// Cue and source as the article puts them: «отметил спецпосланник»; the cue alone where the heading has the source's words.
    private func leadIn(_ statement: Statement) -> String {
        let cue = words(statement.cue)
        guard let source = statement.source.span, !source.overlaps(statement.cue) else { return cue }
        let named = words(source)
        if let name = name(statement.source.actor), " \(named) ".contains(" \(name) ") { return cue }
        let isBefore = source < statement.cue
        let between = isBefore ? SourceSpan(source.end, statement.cue.start) : SourceSpan(statement.cue.end, source.start)
        let joint = words(between).isEmpty ? " " : " … "
        return isBefore ? named + joint + cue : cue + joint + named
    }

    /// The way it took, to whom, for whom, when, how sure.
    private func facts(_ statement: Statement, _ isRecalled: Bool) -> [Piece] {
        var facts: [Piece] = []
        if let chain = chain(statement) { facts.append(Piece(chain, .way)) }
        if let addressee = name(statement.addressee) { facts.append(Piece("\(Labels.to) \(addressee)", .faint)) }
        if let principal = name(statement.onBehalfOf) { facts.append(Piece("\(Labels.onBehalfOf) \(principal)", .faint)) }
        if let date = statement.date {
            facts.append(Piece("\(Labels.on) \(Terminal.clean(date.value ?? record.article.text(date.span)))", .faint))
        }
        if !statement.hedges.isEmpty { facts.append(Piece("\(Labels.hedged): " + words(statement.hedges, ", "), .hedge)) }
        if isRecalled { facts.append(Piece(Labels.toldBefore, .faint)) }
        return Array(facts.map { [$0] }.joined(separator: [Piece(RecordText.dot, .faint)]))
    }

    /// `Стив Виткофф → X (post) → RegioNews`: from the speaker to the reader. A channel without a name, passed on by nobody, is no chain: `post`.
    private func chain(_ statement: Statement) -> String? {
        let kind = statement.channel.map { Labels.channel($0.kind) }
        let channel = kind.map { kind in statement.channel?.name.map { "\(Terminal.clean($0)) (\(kind))" } ?? kind }
        if statement.channel?.name == nil, statement.relays.isEmpty { return kind }
        let source = name(statement.source.actor) ?? statement.source.span.map { words($0) } ?? "?"
        let relays = statement.relays.reversed().map { Terminal.clean($0.name) }
        return ([source] + (channel.map { [$0] } ?? []) + relays).joined(separator: " → ")
    }
}
