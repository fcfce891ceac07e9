public import LetopisText

/// Somebody or something that takes part in what an article says: «Стив Виткофф», «США», «украинская делегация».
///
/// Guaranteed: `mentions` are in text order and do not repeat. Two actors may be one person: where the article leaves a doubt,
/// they are kept apart.
public struct Actor: Hashable, Sendable {
    /// What kind of thing it is. The raw value stands in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        case person, organization, country, place
        /// Several people without a name of their own: «советники по нацбезопасности из Европы».
        case group
    }

    /// An actor's number in its record, counted from 1; written `a1`.
    public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
        /// The number, from 1.
        public let number: Int
        /// An id of a number.
        public init(_ number: Int) { self.number = number }
        /// As it stands in JSON: `a1`.
        public var description: String { "a\(number)" }
        /// By number.
        public static func < (a: ID, b: ID) -> Bool { a.number < b.number }
    }

    /// Its id.
    public var id: ID
    /// What kind of thing it is.
    public var kind: Kind
    /// Its name in the nominative, as fully as the article gives it anywhere.
    public var name: String
    /// Other names the article uses, in the nominative, in order of first mention.
    public var aliases: [String] = []
    /// All spans that stand for it: names, pronouns, posts.
    public var mentions: [SourceSpan] = []
    /// Posts it holds or held.
    public var roles: [Role] = []
    /// Kinship and the like.
    public var ties: [Tie] = []

    /// An actor with a name, and nothing else known.
    public init(id: ID, kind: Kind, name: String) {
        self.id = id
        self.kind = kind
        self.name = name
    }
}

/// A post or occupation: «президент США», «секретарь СНБО», «бывший премьер-министр».
public struct Role: Hashable, Sendable {
    /// The post in the nominative, without the body or country it is held in: «секретарь».
    public var title: String
    /// The body it is held in, where the article names one.
    public var organization: Actor.ID?
    /// The country it is held in, where the article names one.
    public var country: Actor.ID?
    /// The words that say so.
    public var span: SourceSpan
    /// Whether the article says that it is held no more.
    public var former = false
    /// The rule that gave the post to its holder: `name-after`. `letopis explain` shows it.
    public var rule: String

    /// A post, where it is said, and the rule that gave it.
    public init(title: String, span: SourceSpan, rule: String = "") {
        self.title = title
        self.span = span
        self.rule = rule
    }
}

/// Kinship and the like: «зять Трампа».
public struct Tie: Hashable, Sendable {
    /// What they are to each other, in the nominative: «зять».
    public var kind: String
    /// Whose.
    public var to: Actor.ID
    /// The words that say so.
    public var span: SourceSpan

    /// A tie to an actor, and where it is said.
    public init(kind: String, to: Actor.ID, span: SourceSpan) {
        self.kind = kind
        self.to = to
        self.span = span
    }
}
