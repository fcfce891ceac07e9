internal import LetopisText

/// Whom «стороны» and «собеседники» stand for: those who took part in the meeting spoken of last.
struct MeetingParties: Sendable {
    private let meetings: [(span: SourceSpan, parties: [Actor.ID])]
    /// A meeting so many bytes before is not the one meant.
    private static let nearby = 1600
    private static let principal: Set = ["with", "between", "genitive", "subject", "light-verb", "speaker", "adjective"]

    init(_ meetings: [Meeting], _ actors: [Actor]) {
        let kinds = Dictionary(actors.map { ($0.id, $0.kind) }) { first, _ in first }
        self.meetings = meetings.flatMap { meeting in
            let main = meeting.participants.filter { Self.principal.contains($0.rule) }.map(\.actor)
            let countries = main.filter { kinds[$0] == .country }, people = main.filter { kinds[$0] == .person }
            let parties = countries.count > 1 ? countries : people
            return meeting.mentions.map { (span: $0, parties: parties) }
        }
        .filter { $0.parties.count > 1 }.sorted { $0.span < $1.span }
    }

    /// The parties; none where no meeting of two or more that are named was spoken of shortly before.
    func parties(before span: SourceSpan) -> [Actor.ID] {
        var (low, high) = (0, meetings.count)
        while low < high {
            let middle = (low + high) / 2
            if meetings[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        guard low > 0, span.start - meetings[low - 1].span.end < Self.nearby else { return [] }
        return meetings[low - 1].parties
    }
}
