internal import LetopisText

/// Puts the mentions of one meeting together: by kind, participants, date and place. Two meetings stay two.
///
/// A mention without participants («в ходе переговоров») is the meeting that was spoken of last, if nothing contradicts.
struct MeetingMerger: Sendable {
    /// All meetings so far, in order of first mention.
    private(set) var drafts: [MeetingDraft] = []
    /// Numbers in `drafts`, the one spoken of last at the end.
    private var recent: [Int] = []
    /// No meeting further back is looked at; looking at all would cost quadratic time.
    private static let mostRecent = 16
    /// Another word («переговоры» after «встреча») goes on with a meeting at most so many tokens later.
    private static let nearby = 120
    private static let sameSentence = 30
    /// Rules that find people who are there besides those who meet.
    private static let besides: Set = ["with-participation", "takes-part", "mediator"]

    /// Adds a mention, or takes it into the meeting that it speaks of.
    mutating func add(_ mention: MeetingDraft, canStand: Bool = true) {
        guard let known = meeting(of: mention) else {
            if canStand { touch(drafts.count) }
            if canStand { drafts.append(mention) }
            return
        }
        drafts[known].merge(mention)
        touch(known)
    }

    /// The meeting that somebody of a delegation took part in: the last one that the delegation did, or the last one.
    func last(with member: Int?) -> Int? {
        let near = recent.reversed()
        return member.flatMap { member in near.first { drafts[$0].parts.contains { $0.member == member } } }
    }

    /// The meeting spoken of last, where that was at or after a token.
    func last(since token: Int) -> Int? { recent.last { drafts[$0].lastPlace >= token } }

    /// Whether nothing says that a meeting is still to come, or did not take place.
    func isHeld(_ draft: Int) -> Bool { (drafts[draft].status ?? .held) == .held }

    /// Changes a meeting, which is then the one spoken of last.
    mutating func change(_ draft: Int, _ body: (inout MeetingDraft) -> Void) {
        body(&drafts[draft])
        touch(draft)
    }

    private mutating func touch(_ draft: Int) {
        recent.removeAll { $0 == draft }
        recent.append(draft)
        if recent.count > Self.mostRecent { recent.removeFirst() }
    }

    private func meeting(of mention: MeetingDraft) -> Int? {
        let near = recent.reversed().filter { agree(drafts[$0], mention) }
        if mention.firm.isEmpty || mention.isJoining {
            return near.first { isSameWord(drafts[$0], mention) && continues(drafts[$0], mention) }
                ?? near.first { isNear(drafts[$0], mention) && continues(drafts[$0], mention) }
        }
        return near.first { shared(drafts[$0], mention) > 0 && fits(drafts[$0], mention) }
            ?? near.first { names(drafts[$0], mention) || names(mention, drafts[$0]) } ?? near.first { complete(drafts[$0], mention) }
    }

    /// «Встреча президентов Латвии и Эстонии» and «встреча Лунина и Берг»: the one names whom the other counts.
    private func names(_ a: MeetingDraft, _ b: MeetingDraft) -> Bool {
        guard let group = a.firm.first(where: { $0.stands != nil }), a.firm.count == 1,
            isSameWord(a, b) || group.stands == group.inner.count, isNear(a, b), isNear(b, a),
            let count = group.stands
        else { return false }
        let people = b.firm.filter { $0.isNamed && !$0.isSeveral && !Self.besides.contains($0.rule) }
        let sides = people.compactMap(\.side), known = group.inner
        guard count == 0 ? people.count > 1 : people.count == count else { return false }
        return count == 0 || known.isEmpty || sides.allSatisfy { known.contains($0) }
    }

    /// «Переговоры» of which one sentence names the one party and another sentence the other; words that named nobody before.
    private func complete(_ known: MeetingDraft, _ mention: MeetingDraft) -> Bool {
        guard isNear(known, mention) else { return false }
        if known.firm.isEmpty {
            return !mention.isWeak && (known.place == nil && known.date == nil || mention.lastPlace - known.lastPlace < Self.sameSentence)
        }
        guard known.kind == .talks, mention.kind == .talks else { return false }
        let knownOther = known.firm.allSatisfy { $0.rule == "with" }, other = mention.firm.allSatisfy { $0.rule == "with" }
        return knownOther != other && !(knownOther ? mention : known).firm.contains { $0.rule == "with" }
    }

    private func isSameWord(_ known: MeetingDraft, _ mention: MeetingDraft) -> Bool { known.words.contains { mention.words.contains($0) } }
    /// A weak word with a theme of its own («обсуждение бюджета») speaks of a meeting only in its sentence.
    private func isNear(_ known: MeetingDraft, _ mention: MeetingDraft) -> Bool {
        let isOther = mention.isWeak && !mention.agenda.isEmpty && mention.firm.isEmpty
        if isOther, !mention.parts.isEmpty { return false }
        return mention.lastPlace - known.lastPlace < (isOther ? Self.sameSentence : Self.nearby)
    }

    // MARK: What may be one meeting

    /// Whether kind, status, date and place of two mentions may be those of one meeting.
    private func agree(_ a: MeetingDraft, _ b: MeetingDraft) -> Bool {
        guard kinds(a, b), statuses(a.status, b.status), a.isSession == b.isSession, a.isSeries == b.isSeries else { return false }
        if let first = a.date?.value, let second = b.date?.value, !first.hasPrefix(second), !second.hasPrefix(first) { return false }
        return places(a, b)
    }

    /// The same place, or a capital and its country.
    private func places(_ a: MeetingDraft, _ b: MeetingDraft) -> Bool {
        guard let first = a.place?.member, let second = b.place?.member, first != second else { return true }
        return a.country != nil && a.country == b.country
    }

    private func kinds(_ a: MeetingDraft, _ b: MeetingDraft) -> Bool {
        if a.kind == .visit || b.kind == .visit { return a.kind == b.kind }
        if a.kind == .call || b.kind == .call {
            if Set([a.kind, b.kind]) == [.call, .talks] { return true }
            return a.kind == b.kind || a.isWeak || b.isWeak || a.mayBeCall && a.kind == .meeting || b.mayBeCall && b.kind == .meeting
        }
        if a.kind == .summit || b.kind == .summit {
            return a.kind == b.kind || b.firm.isEmpty && b.kind != .consultation || a.date?.value != nil && a.date?.value == b.date?.value
        }
        return true
    }

    /// What was held is not what is planned.
    private func statuses(_ a: Meeting.Status?, _ b: Meeting.Status?) -> Bool {
        guard let a, let b, a != b else { return true }
        return a != .held && b != .held
    }

    /// Whether a mention that names nobody goes on with a meeting; one that brings a date or a place of its own, or a turn back, begins anew.
    private func continues(_ known: MeetingDraft, _ mention: MeetingDraft) -> Bool {
        if mention.kind == .visit, mention.place != nil { return known.place != nil && places(known, mention) }
        let isNew = mention.date != nil && known.date == nil || mention.place != nil && known.place == nil
        guard isNew else { return true }
        if mention.date != nil, mention.place != nil, known.date == nil, known.place == nil { return false }
        let isForeign = mention.parts.contains { part in !known.parts.contains { same($0, part) } }
        return !isForeign && !(mention.isRecalled && !known.isRecalled)
    }

    /// How many of the one also take part in the other.
    private func shared(_ a: MeetingDraft, _ b: MeetingDraft) -> Int { b.firm.count { part in a.parts.contains { same($0, part) } } }

    /// Whether one list holds the other.
    private func fits(_ a: MeetingDraft, _ b: MeetingDraft) -> Bool {
        let common = shared(a, b)
        if a.kind == .visit { return a.place == nil || b.place == nil || places(a, b) }
        return common == b.firm.count || a.firm.allSatisfy { part in b.parts.contains { same($0, part) } }
    }

    /// The same actor, or the country or party that they come for.
    private func same(_ a: MeetingDraft.Part, _ b: MeetingDraft.Part) -> Bool {
        a.isSame(as: b) || a.side == b.member || b.side == a.member || a.inner.contains(b.member) || b.inner.contains(a.member)
    }
}
