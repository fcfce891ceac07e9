internal import LetopisText

// Positions, what was told before, pointers, and who is who.
extension RecordText {
    mutating func positions() {
        guard section(Labels.positions, record.positions.isEmpty) else { return }
        for position in record.positions {
            var pieces = [Piece(name(position.holder) ?? "?", .strong), Piece(" \(Labels.stance(position.stance)) ")]
            pieces.append(Piece(Terminal.clean(position.issue.text)))
            if let toward = name(position.toward) { pieces.append(Piece(" → \(toward)")) }
            if !position.per.isEmpty { pieces.append(Piece(RecordText.dot + "\(Labels.accordingTo) \(sources(position.per))", .faint)) }
            if !position.hedges.isEmpty {
                pieces.append(Piece(RecordText.dot + "\(Labels.hedged): " + words(position.hedges, ", "), .hedge))
            }
            page.line(pieces, first: margin(position.span))
        }
    }

    /// Recalls, with places of what they tell; with their words where nothing was read in them.
    mutating func recalls() {
        guard section(Labels.recalls, record.recalls.isEmpty) else { return }
        for recall in record.recalls {
            let meetings = recall.meetings.map { $0.number - 1 }.filter(record.meetings.indices.contains).map { record.meetings[$0] }
            let told = [sources(recall.statements)] + meetings.map { "\(Labels.event($0.kind)) (\(list(of: [$0.span])))" }
            let text = told.filter { !$0.isEmpty }.joined(separator: ", ")
            let pieces = text.isEmpty ? [Piece(words(recall.span))] : [Piece(words(recall.marker), .strong), Piece(": " + text)]
            page.line(pieces, first: margin(recall.marker))
        }
    }

    mutating func seeAlso() {
        guard section(Labels.seeAlso, record.seeAlso.isEmpty) else { return }
        for pointer in record.seeAlso {
            let address = pointer.url.map { [Piece(" " + Terminal.clean($0), .faint)] } ?? []
            page.line([Piece(Terminal.clean(pointer.title))] + address, first: margin(pointer.span))
        }
    }

    /// Everybody of whom there is something to say: a post, a tie, another name, a part in what is told above.
    mutating func actors() {
        let involved = involved()
        let shown = record.actors.filter { !$0.roles.isEmpty || !$0.ties.isEmpty || !$0.aliases.isEmpty || involved.contains($0.id) }
        guard section(Labels.actors, shown.isEmpty) else { return }
        for actor in shown {
            var pieces = who(actor, .strong)
            if let kind = Labels.kind(actor.kind) { pieces.append(Piece(RecordText.dot + kind, .faint)) }
            if !actor.aliases.isEmpty {
                let aliases = actor.aliases.map { Terminal.clean($0) }.joined(separator: ", ")
                pieces.append(Piece(RecordText.dot + "\(Labels.also) \(aliases)", .faint))
            }
            page.line(pieces, first: actor.mentions.first.map { margin($0) } ?? RecordText.margin)
        }
    }

    /// Who says something, is told it, meets somebody or holds a position.
    private func involved() -> Set<Actor.ID> {
        let speech = record.statements.flatMap { [$0.source.actor, $0.addressee, $0.onBehalfOf] }
        let met = record.meetings.flatMap { $0.participants.flatMap { [$0.actor, $0.side] } }
        let held = record.positions.flatMap { [$0.holder, $0.toward] }
        return Set((speech + met + held).compactMap { $0 })
    }

    /// `Стив Виткофф, специальный посланник (США)`; `Джаред Кушнер, зять of Дональд Трамп`.
    func who(_ actor: Actor, _ ink: Ink) -> [Piece] {
        let roles = actor.roles.map { role in
            let held = [role.organization, role.country].compactMap { name($0) }.joined(separator: ", ")
            return (role.former ? "\(Labels.former) " : "") + Terminal.clean(role.title) + (held.isEmpty ? "" : " (\(held))")
        }
        let ties = actor.ties.map { "\(Terminal.clean($0.kind)) \(Labels.tieOf) \(name($0.to) ?? "?")" }
        return [Piece(Terminal.clean(actor.name), ink)] + (roles + ties).map { Piece(", " + $0) }
    }
}
