public import LetopisText

/// Why an article's record is what it is: what `letopis explain` shows.
///
/// Guaranteed: the record is the one that `Reader.read` gives; `statements` are the record's, in its order; every span lies in the article.
/// Making it costs a second reading; reading itself keeps nothing of it.
public struct Explanation: Sendable {
    /// The record.
    public var record: Record
    /// The language analysis that it comes from.
    public var analysis: Analysis
    /// For each statement of the record, what found it.
    public var statements: [StatementExplanation]
    /// Words of saying of which no statement came, in text order.
    public var silent: [SilentCue]
    /// What found the posts, meetings and positions.
    public var findings: [Finding]
}

/// What found a statement, and who its source was taken for.
public struct StatementExplanation: Sendable {
    /// The statement.
    public var id: Statement.ID
    /// The rule that found it: `clause`.
    public var rule: String
    /// The line of the lexicon that its cue stands on; nil where the cue is punctuation.
    public var entry: LexiconEntry?
    /// The rules that were tried before, in order, and what each lacked.
    public var tried: [RuleTrial]
    /// The sentences that hold cue, source and content.
    public var sentences: Range<Int>
    /// The tokens of the tree around the cue, in text order.
    public var tree: [Int]
    /// How the source was resolved.
    public var source: SourceExplanation
}

/// A word of saying of which no statement came, and why.
public struct SilentCue: Sendable {
    /// Its characters.
    public var span: SourceSpan
    /// The line of the lexicon that it stands on.
    public var entry: LexiconEntry
    /// What it lacked.
    public var lack: CueLack
    /// The rules that were tried, in order, and what each lacked.
    public var tried: [RuleTrial]
    /// The sentence that holds it.
    public var sentences: Range<Int>
    /// The tokens of the tree around it, in text order.
    public var tree: [Int]
}

/// A line of a word list.
public struct LexiconEntry: Hashable, Sendable {
    /// The file in the lexicon's folder: `cues.txt`.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The entry's name: `сказать`.
    public var name: String
    /// What it takes, as the line says it: `clause`, `quote`.
    public var frames: [String]
}

/// A rule that was tried for a cue and found nothing.
public struct RuleTrial: Hashable, Sendable {
    /// The rule's name.
    public var rule: String
    /// What it lacked, in words.
    public var lack: String
}

/// A post, a meeting, somebody who takes part in one, or a position, and the rule that found it.
public struct Finding: Hashable, Sendable {
    /// `role`, `meeting`, `participant` or `position`.
    public var kind: String
    /// Its name: holder and title of a post; the id of a meeting, with the name of who takes part; the entry of a position.
    public var name: String
    /// The rule that found it.
    public var rule: String
    /// Where it stands.
    public var span: SourceSpan
}
