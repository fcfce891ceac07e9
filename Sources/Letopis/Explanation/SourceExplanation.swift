public import LetopisText

/// How a statement's source was resolved.
public struct SourceExplanation: Sendable {
    /// How the article refers to the source. The raw value stands in JSON.
    public enum Form: String, Sendable, CaseIterable {
        case name
        /// A part of a name: «Виткофф».
        case shortName = "short name"
        /// A post without a name: «спецпосланник».
        case post
        case pronoun
        /// No word at all.
        case zero = "left out"
        /// Several people side by side.
        case several
        /// Any other phrase: «источник издания».
        case phrase
        case hidden
        /// The rule knows no source.
        case none
    }
    /// What came of it. The raw value stands in JSON.
    public enum Decision: String, Sendable, CaseIterable {
        case resolved
        /// An actor called by the article's own words.
        case left = "left as the article's words"
        case hidden = "the article hides it"
        case undecided = "nothing in the article decides"
    }
    /// How the article refers to the source.
    public var form: Form
    /// Who came into question, in the order in which they are looked at.
    public var candidates: [SourceCandidate]
    /// What came of it.
    public var decision: Decision
    /// Whom it stands for.
    public var actor: Actor.ID?
    /// Where it is a common noun: how well it goes with each of the article's actors.
    public var description: DescriptionExplanation?
}

/// How a common noun was weighed against the actors of the article.
public struct DescriptionExplanation: Sendable {
    /// What it can stand for: `person`, `body`, `writing`.
    public var kind: String
    /// Those who came into question, the best first.
    public var candidates: [DescribedActor]
}

/// Somebody whom a description may stand for.
public struct DescribedActor: Sendable {
    /// The actor; nil where the record has none of that name.
    public var actor: Actor.ID?
    /// The name.
    public var name: String
    /// The sum of what the clues count, in hundredths.
    public var score: Int
    /// What speaks for and against.
    public var clues: [DescriptionClue]
    /// Whether this one was chosen.
    public var isChosen: Bool
}

/// Somebody who came into question as a source.
public struct SourceCandidate: Sendable {
    /// What spoke against somebody. The raw value says it, for people and in JSON.
    public enum Objection: String, Sendable, CaseIterable {
        case gender = "is of another gender"
        case number = "is one person where several are meant"
        case animacy = "is no person"
        case voice = "is named only in somebody's words"
        case utterer = "utters these words"
        case farther = "stands further back than one that fits"
        case noSubject = "is no subject, and a subject fits"
        case silent = "did not speak just before, and one that fits did"
        case tie = "another fits as well"
        case office = "has the post in another country or body"
        case title = "has another title"
        case lessExact = "has a post that goes with these words less exactly than another's"
    }
    /// The actor; nil where the record has none of that name.
    public var actor: Actor.ID?
    /// The name.
    public var name: String
    /// Where they are spoken of.
    public var span: SourceSpan
    /// How many sentences further back; negative where it is further on.
    public var sentencesBack: Int
    /// What spoke against them; nil for the one who was taken.
    public var objection: Objection?
}
