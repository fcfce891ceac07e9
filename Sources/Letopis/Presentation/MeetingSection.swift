internal import LetopisText

// Meetings, and who was on which side.
extension RecordText {
    mutating func meetings() {
        guard section(Labels.meetings, record.meetings.isEmpty) else { return }
        let recalled = Set(record.recalls.flatMap(\.meetings))
        for meeting in record.meetings { show(meeting, isRecalled: recalled.contains(meeting.id)) }
    }

    private mutating func show(_ meeting: Meeting, isRecalled: Bool) {
        var pieces: [Piece] = []
        if let status = Labels.status(meeting.status) { pieces += [Piece(status, .notable), Piece(" ")] }
        pieces.append(Piece(Labels.event(meeting.kind), .strong))
        for fact in setting(of: meeting) { pieces.append(Piece(RecordText.dot + fact)) }
        if isRecalled { pieces.append(Piece(RecordText.dot + Labels.toldBefore, .faint)) }
        page.line(pieces, first: margin(meeting.span))
        detail(Labels.part(.delegate), sides(of: meeting))
        for part in [Meeting.Participant.Part.host, .mediator, .joined] {
            detail(Labels.part(part), meeting.participants.filter { $0.part == part }.compactMap { name($0.actor) }.joined(separator: ", "))
        }
        detail(Labels.about, words(meeting.agenda, "; "))
        detail(Labels.outcome, words(meeting.outcomes, "; "))
        detail(Labels.accordingTo, sources(meeting.per), .faint)
        detail(Labels.alsoAt, list(of: meeting.mentions.filter { $0 != meeting.span }), .faint)
    }

    /// Format, place, date.
    private func setting(of meeting: Meeting) -> [String] {
        let date = meeting.date.map { Terminal.clean($0.value ?? record.article.text($0.span)) }
        return [meeting.format.map { Terminal.clean($0.text) }, name(meeting.place?.actor), date].compactMap { $0 }
    }

    private mutating func detail(_ label: String, _ text: String, _ ink: Ink = .plain) {
        guard !text.isEmpty else { return }
        page.line([Piece(text, ink)], first: RecordText.margin + label + " ")
    }

    /// `США: Стив Виткофф, Джаред Кушнер — Украина: Рустем Умеров; Ринат Ганиев`. A country is a side, with or without a delegate; who is on
    /// no side is named last.
    private func sides(of meeting: Meeting) -> String {
        let delegates = meeting.participants.filter { $0.part == .delegate }
        let named = Set(delegates.compactMap(\.side))
        var order: [Actor.ID] = [], members: [Actor.ID: [String]] = [:], others: [String] = []
        for delegate in delegates {
            let isSide = delegate.side == nil && (named.contains(delegate.actor) || record.actor(delegate.actor)?.kind == .country)
            guard let side = isSide ? delegate.actor : delegate.side else {
                others += [name(delegate.actor)].compactMap { $0 }
                continue
            }
            if members[side] == nil { order.append(side) }
            members[side, default: []] += [isSide || side == delegate.actor ? nil : name(delegate.actor)].compactMap { $0 }
        }
        let sides = order.map { side in
            let people = (members[side] ?? []).joined(separator: ", ")
            return (name(side) ?? "?") + (people.isEmpty ? "" : ": \(people)")
        }
        return [sides.joined(separator: " — "), others.joined(separator: ", ")].filter { !$0.isEmpty }.joined(separator: "; ")
    }
}
