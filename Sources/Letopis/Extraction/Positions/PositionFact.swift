import LetopisText

/// What somebody wants, as one rule found it: «Киев призвал союзников ввести санкции».
///
/// Guaranteed: every span lies in the article and is not empty. What it does not do: it does not say who a pronoun or a post stands for,
/// nor who vouches for it.
struct PositionFact: Hashable, Sendable {
    /// Whose position it is.
    enum Holder: Hashable, Sendable {
        /// Whoever speaks here of himself: «мы готовы», «наш приоритет».
        case speaker
        /// Whoever says so here: «решение неприемлемо». Nobody, where it is the reporter.
        case judge
        /// Whom these words stand for.
        case mention(SourceMention)
        /// Those who met, where the article has told of a meeting: «стороны договорились». Else whom these words stand for.
        case parties(SourceMention)

        /// The words that name the holder, where there are any.
        var mention: SourceMention? {
            switch self {
            case .speaker, .judge: nil
            case .mention(let mention), .parties(let mention): mention
            }
        }
    }
    /// The name of the rule that found the issue: `infinitive`.
    var rule: String
    /// The lexicon entry: `призвать`.
    var lexiconEntry: String
    /// Which way the holders stand to the issue.
    var stance: Position.Stance
    /// Whose position it is; «Киев и Рига» are two. Never empty.
    var holders: [Holder]
    /// The one asked, offered or opposed.
    var toward: SourceMention?
    /// The issue's tokens.
    var issue: Range<Int>
    /// The issue is a noun with its attributes, which can be put into the nominative.
    var isNominal: Bool
    /// The issue begins with a verb in the future: «ответит ударами», which is called «ответить ударами».
    var isFinite = false
    /// The issue's characters.
    var issueSpan: SourceSpan
    /// The word that says it.
    var word: SourceSpan
    /// Words that weaken it.
    var hedges: [SourceSpan] = []
    /// It stands in the headline.
    var isHeadline = false
    /// The clause.
    var span: SourceSpan
}
