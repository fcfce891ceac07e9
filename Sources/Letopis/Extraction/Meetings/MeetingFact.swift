internal import LetopisText

/// What one word of an article says of a meeting, as the rules found it: who, where, when, about what.
///
/// What it does not do: it does not say which other words speak of the same meeting, nor who a pronoun stands for.
struct MeetingFact: Sendable {
    /// Somebody who takes part.
    struct Part: Hashable, Sendable {
        /// The token that heads the words that name them.
        var token: Int
        /// As what.
        var part: Meeting.Participant.Part = .delegate
        /// The rule that found them: `with`.
        var rule: String
        /// The token of the country or party on whose side.
        var side: Int?
        /// The gender that a possessive tells: «его», «её».
        var gender: Gender?
        /// Alone it makes no meeting: the subject of a clause that a meeting is only the time of.
        var isWeak = false
        /// It is whoever speaks here: «мы», «наш».
        var isOurs = false
        /// The speaker himself, and not his country: «я», «мы с министром».
        var isAlone = false
        /// A noun without life that can meet somebody: «восьмёрка».
        var isBody = false
        /// «члены семьи»: is part of whom the genitive names.
        var isMember = false
    }
    /// The rule that found it: `verb`, `noun`, `delegation`.
    var rule: String
    /// The word that names it; nil where only a delegation is named.
    var trigger: Int?
    /// A token of the sentence that it stands in.
    var place: Int
    var kind: Meeting.Kind
    /// The lexicon entry of the word.
    var entry = ""
    /// Whether it took place; nil where nothing says so.
    var status: Meeting.Status?
    var frames: MeetingLexicon.Frames = []
    var parts: [Part] = []
    /// Adjectives that name who takes part: «американо-российские».
    var adjectives: [Int] = []
    /// The tokens of «США-Украина».
    var format: Range<Int>?
    /// Tokens of names or nouns that say where, the nearest first.
    var places: [Int] = []
    var date: DateMention?
    var agenda: [SourceSpan] = []
    var outcomes: [SourceSpan] = []
    /// The delegation whose members are named: «украинскую делегацию представляли …».
    var delegation: Int?
    /// Its word is the plural of one that names one meeting: «встречи», which may be any.
    var isGeneric = false
    /// It may be a way of living, and no event: «контакты».
    var isVague = false
    /// Several are counted: «пять раундов переговоров».
    var isSeries = false
    /// A body sits, by itself: «заседание правительства».
    var isSession = false
    /// It stands in the reporter's turn to what came before.
    var isRecalled = false
}
