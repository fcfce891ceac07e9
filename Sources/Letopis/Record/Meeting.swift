public import LetopisText

/// A meeting, talks, a call, a visit or a summit, however many sentences speak of it.
public struct Meeting: Hashable, Sendable {
    /// What kind of event it is. The raw value stands in JSON.
    public enum Kind: String, Sendable, CaseIterable { case meeting, talks, call, visit, summit, consultation }
    /// Whether it took place. The raw value stands in JSON.
    public enum Status: String, Sendable, CaseIterable { case held, planned, cancelled, denied }

    /// A meeting's number in its record, counted from 1; written `m1`.
    public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
        /// The number, from 1.
        public let number: Int
        /// An id of a number.
        public init(_ number: Int) { self.number = number }
        /// As it stands in JSON: `m1`.
        public var description: String { "m\(number)" }
        /// By number.
        public static func < (a: ID, b: ID) -> Bool { a.number < b.number }
    }

    /// Who took part, on whose side, as what.
    public struct Participant: Hashable, Sendable {
        /// As what somebody took part. The raw value stands in JSON.
        public enum Part: String, Sendable, CaseIterable { case delegate, host, mediator, joined }
        /// Who.
        public var actor: Actor.ID
        /// The country or party on whose side.
        public var side: Actor.ID?
        /// As what.
        public var part: Part
        /// Where it is said.
        public var span: SourceSpan
        /// The rule that found them, for `letopis explain`.
        public var rule: String

        /// A participant, and where it is said.
        public init(actor: Actor.ID, side: Actor.ID? = nil, part: Part = .delegate, span: SourceSpan, rule: String = "") {
            self.rule = rule
            self.actor = actor
            self.side = side
            self.part = part
            self.span = span
        }
    }

    /// Where a meeting took place.
    public struct Place: Hashable, Sendable {
        /// The place.
        public var actor: Actor.ID
        /// Where it is said.
        public var span: SourceSpan

        /// A place, and where it is said.
        public init(actor: Actor.ID, span: SourceSpan) {
            self.actor = actor
            self.span = span
        }
    }

    /// Its id.
    public var id: ID
    /// The word that names it, at its first mention.
    public var span: SourceSpan
    /// All words that name it.
    public var mentions: [SourceSpan]
    /// What kind of event it is.
    public var kind: Kind
    /// Whether it took place.
    public var status: Status
    /// «США-Украина».
    public var format: Wording?
    /// Who took part.
    public var participants: [Participant] = []
    /// Where.
    public var place: Place?
    /// When.
    public var date: EventDate?
    /// What was discussed.
    public var agenda: [SourceSpan] = []
    /// What it is said to have brought, and how it is called.
    public var outcomes: [SourceSpan] = []
    /// The statements by which the article knows of it; empty where the reporter vouches for it.
    public var per: [Statement.ID] = []
    /// The rule that found it, for `letopis explain`.
    public var rule: String

    /// A meeting named by a word, with nothing else known.
    public init(id: ID, kind: Kind, status: Status, span: SourceSpan, rule: String = "") {
        self.rule = rule
        self.id = id
        self.kind = kind
        self.status = status
        self.span = span
        mentions = [span]
    }
}
