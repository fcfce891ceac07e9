internal import LetopisText

/// A meeting in the making: actors are numbers in the cast.
struct MeetingDraft: Sendable {
    /// Somebody who takes part.
    struct Part: Hashable, Sendable {
        var member: Int
        var side: Int?
        var part: Meeting.Participant.Part
        var span: SourceSpan
        /// The rule that found them.
        var rule: String
        /// Alone it makes no meeting.
        var isWeak = false
        /// Has a name, or is of several people: enough to tell whom somebody met.
        var isNamed = true
        var isSeveral = false
        /// How many people it stands for, whom other words of the article may name: two for «президенты Латвии и Эстонии», 0 for any number.
        var stands: Int?
        /// The post that a plural without names is called by: «главы МИД» and «министры иностранных дел» are the same people.
        var post: String?
        /// Those whom its words name besides: the union of «лидеры стран союза».
        var inner: [Int] = []
        /// Lemmas of words that name somebody without a name, their head first: «семья», «Мандела».
        var words: [[UInt8]] = []

        /// Whether it means several people.
        func isGroup(_ token: Token) -> Bool { token.feats.number == .plural && token.feats.animacy == .animate }

        /// The same actor, or one called by the same noun and fewer words: «семья Берга» and «семья министра Олега Берга».
        func isSame(as other: Part) -> Bool {
            if member == other.member { return true }
            if let post, post == other.post { return inner.isEmpty || other.inner.isEmpty || !Set(inner).isDisjoint(with: other.inner) }
            guard let head = words.first, head == other.words.first, words.count > 1, other.words.count > 1 else { return false }
            let (less, more) = words.count < other.words.count ? (words, other.words) : (other.words, words)
            return less.allSatisfy { more.contains($0) }
        }
    }
    /// The rule that found it.
    var rule: String
    /// The tokens that name it.
    var triggers: [Int]
    /// Their lexicon entries.
    var words: [String] = []
    var kind: Meeting.Kind
    var status: Meeting.Status?
    /// What is known of it came from weak words only.
    var isWeak: Bool
    var parts: [Part] = []
    var place: (member: Int, span: SourceSpan)?
    /// The lexicon's number of the country that the place is, or is the capital of.
    var country: Int?
    /// Its word may be that of a call too: «разговор».
    var mayBeCall = false
    var date: DateMention?
    var agenda: [SourceSpan] = []
    var outcomes: [SourceSpan] = []
    var format: Range<Int>?
    /// Several are counted: «пять раундов переговоров».
    var isSeries = false
    /// A body sits, by itself.
    var isSession = false
    /// The token of the last word that spoke of it.
    var lastPlace: Int
    var isRecalled = false

    /// Names only people who come to a meeting that is spoken of elsewhere: «во встрече приняли участие …».
    var isJoining: Bool { parts.allSatisfy { MeetingDraft.joining.contains($0.rule) || $0.isWeak } }
    private static let joining: Set = ["takes-part", "delegate-at", "delegate-of", "position-at"]
    /// A word so near may say what an earlier one left open: «Саммит стран начнётся позже. Он пройдёт в мае.»
    private static let nearby = 60
    /// Those who count as having met.
    var firm: [Part] { parts.filter { !$0.isWeak } }

    /// Adds somebody, once; a known side and the better rule count.
    mutating func add(_ part: Part) {
        guard let known = parts.firstIndex(where: { $0.isSame(as: part) }) else { return parts.append(part) }
        parts[known].side = parts[known].side ?? part.side
        parts[known].isWeak = parts[known].isWeak && part.isWeak
        if parts[known].part == .delegate { parts[known].part = part.part }
    }

    /// Takes in another mention of the same meeting.
    mutating func merge(_ other: MeetingDraft) {
        triggers += other.triggers
        words += other.words.filter { !words.contains($0) }
        let isOpen = firm.isEmpty || other.status == .planned && other.lastPlace - lastPlace < MeetingDraft.nearby
        status = MeetingDraft.joined(status ?? (isOpen ? nil : .held), other.status)
        for part in other.parts { add(part) }
        if parts.count(where: { $0.isNamed && !$0.isSeveral }) > 1 { parts.removeAll { $0.stands != nil } }
        if isWeak, !other.isWeak { (kind, isWeak) = (other.kind, false) }
        if kind == .meeting, other.kind == .call, mayBeCall { kind = .call }
        if place == nil { (place, country) = (other.place, other.country) }
        if date?.value == nil, let other = other.date { date = other.value == nil ? date ?? other : other }
        agenda += other.agenda.filter { new in !agenda.contains { $0.overlaps(new) } }
        outcomes += other.outcomes.filter { new in !outcomes.contains { $0.overlaps(new) } }
        format = format ?? other.format
        lastPlace = max(lastPlace, other.lastPlace)
    }

    /// What was cancelled or denied stays so; otherwise the first word counts.
    private static func joined(_ a: Meeting.Status?, _ b: Meeting.Status?) -> Meeting.Status? {
        if b == .cancelled || b == .denied { return b }
        return a ?? b
    }
}
