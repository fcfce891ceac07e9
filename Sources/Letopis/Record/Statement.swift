public import LetopisText

/// One act of saying or writing: «…», – написал Виткофф.
public struct Statement: Hashable, Sendable {
    /// A statement's number in its record, counted from 1; written `s1`.
    public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
        /// The number, from 1.
        public let number: Int
        /// An id of a number.
        public init(_ number: Int) { self.number = number }
        /// As it stands in JSON: `s1`.
        public var description: String { "s\(number)" }
        /// By number.
        public static func < (a: ID, b: ID) -> Bool { a.number < b.number }
    }

    /// Who says it.
    public struct Source: Hashable, Sendable {
        /// The actor, or nil where the article hides the source («сообщалось»).
        public var actor: Actor.ID?
        /// The words that name the source here, or nil where there are none.
        public var span: SourceSpan?

        /// A source, and where it is named.
        public init(actor: Actor.ID? = nil, span: SourceSpan? = nil) {
            self.actor = actor
            self.span = span
        }
    }

    /// Its id.
    public var id: ID
    /// How much of the content is verbatim.
    public var kind: SpeechKind
    /// Who says it.
    public var source = Source()
    /// The word that says that something is said.
    public var cue: SourceSpan
    /// What was said, without quotation marks and cue.
    public var content: [SourceSpan]
    /// The sentences that a content of «этом» stands for.
    public var antecedent: [SourceSpan] = []
    /// What it was said through.
    public var channel: Channel?
    /// The outlets that passed it on, nearest to the reader first.
    public var relays: [Relay] = []
    /// To whom it was said.
    public var addressee: Actor.ID?
    /// For whom a spokesperson says it.
    public var onBehalfOf: Actor.ID?
    /// What the cue does.
    public var act: Act
    /// Words that weaken the claim: «вроде бы».
    public var hedges: [SourceSpan] = []
    /// The statement whose content holds this one.
    public var within: ID?
    /// When it was said.
    public var date: EventDate?
    /// The rule that found it, for `letopis explain`.
    public var rule: String

    /// A statement with its cue and content, of an unknown source.
    public init(id: ID, kind: SpeechKind, cue: SourceSpan, content: [SourceSpan], act: Act = .say, rule: String = "") {
        self.id = id
        self.kind = kind
        self.cue = cue
        self.content = content
        self.act = act
        self.rule = rule
    }
}

/// What something was said through: a post on X, a briefing, an interview with Fox News.
public struct Channel: Hashable, Sendable {
    /// What kind of thing carries the words. The raw value stands in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        case post, briefing, interview
        /// A written one, a press release.
        case statement
        case speech
        /// An article, a report, a book.
        case publication
        /// A law, a decree, a letter.
        case document
        case call
    }

    /// What kind of thing carries the words.
    public var kind: Kind
    /// Its name where the article gives one.
    public var name: String?
    /// The words that say so.
    public var span: SourceSpan

    /// A channel of a kind, and where it is said.
    public init(kind: Kind, name: String? = nil, span: SourceSpan) {
        self.kind = kind
        self.name = name
        self.span = span
    }
}

/// An outlet that passed a statement on: «передает RegioNews».
public struct Relay: Hashable, Sendable {
    /// The outlet's name.
    public var name: String
    /// Where it is named.
    public var span: SourceSpan

    /// An outlet, and where it is named.
    public init(name: String, span: SourceSpan) {
        self.name = name
        self.span = span
    }
}
