public import LetopisText

/// What a party wants, offers, accepts or refuses, according to whom.
public struct Position: Hashable, Sendable {
    /// Which way the holder stands to the issue. The raw value stands in JSON.
    public enum Stance: String, Sendable, CaseIterable {
        case supports, opposes, demands, offers, agrees, rejects, prioritizes, conditions, undecided
    }
    /// Whose position it is.
    public var holder: Actor.ID
    /// Which way the holder stands to the issue.
    public var stance: Stance
    /// «вывести войска из Донбасса», in the nominative or infinitive.
    public var issue: Wording
    /// The one asked, offered or opposed.
    public var toward: Actor.ID?
    /// The statements by which the article knows of it, outermost first; empty where the reporter vouches for it.
    public var per: [Statement.ID] = []
    /// Words that weaken it.
    public var hedges: [SourceSpan] = []
    /// The clause.
    public var span: SourceSpan
    /// The rule that found it, for `letopis explain`.
    public var rule = ""
    /// The lexicon's entry that it was found by, for `letopis explain`.
    public var lexiconEntry = ""

    /// A position of a holder on an issue.
    public init(holder: Actor.ID, stance: Stance, issue: Wording, span: SourceSpan) {
        self.holder = holder
        self.stance = stance
        self.issue = issue
        self.span = span
    }
}
