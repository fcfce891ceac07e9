import LetopisText

/// One act of saying or writing, as one rule found it: who, by which word, what, through what.
///
/// Guaranteed: every span lies in the article and is not empty; `content` is in text order, does not overlap, and holds neither the
/// cue's word nor outer quotation marks nor a final stop. What it does not do: it does not say who a pronoun or a post stands for.
///
/// «Мы готовы», — сказал министр: source «министр», cue «сказал», content «Мы готовы».
struct SpeechFact: Hashable, Sendable {
    /// The name of the rule that made it: `post-posed`.
    var rule: String
    /// The lexicon entry that the cue is: `сказать`; nil where the cue is punctuation (`Трамп: …`).
    var lexiconEntry: String?
    /// Verbatim, retold, or both.
    var kind: SpeechKind
    /// Who says it, as the article puts it; nil where the article hides the source or the rule does not know.
    var source: SourceMention?
    /// The article hides the source: «сообщалось», «стало известно».
    var hidden = false
    /// The word that says that something is said.
    var cue: SourceSpan
    /// What was said, without the cue and the outer quotation marks, in text order.
    var content: [SourceSpan]
    /// The sentences that a content of only «этом» or «такое мнение» stands for.
    var antecedent: [SourceSpan] = []
    /// What it was said through.
    var channel: ChannelMention?
    /// Who passed it on, nearest to the reader first.
    var relays: [RelayMention] = []
    /// Token of the one spoken to: «рассказал Зеленскому».
    var addressee: Int?
    /// What the cue does.
    var act = Act.say
    /// Words that weaken the claim: «якобы», «по-видимому».
    var hedges: [SourceSpan] = []
    /// When it was said: «в понедельник», «14 декабря».
    var date: SourceSpan?
    /// Token of the one a spokesman speaks for: «пресс-секретарь президента» → `президента`.
    var onBehalfOf: Int?
    /// Index of the fact whose content holds this one (A said that B said).
    var within: Int?
}

/// Whether the words are the speaker's own. The raw value stands in JSON.
public enum SpeechKind: String, Sendable, CaseIterable {
    /// All of the content is verbatim.
    case direct
    /// None of it is.
    case indirect
    /// Part of it is: retold with quotations in it.
    case mixed
}

/// Who says it, where the article says so.
struct SourceMention: Hashable, Sendable {
    /// How the article refers to the source.
    enum Form: Hashable, Sendable {
        /// «спецпосланник США Стив Виткофф», «МИД», «источник в правительстве».
        case nounPhrase
        /// «он», «она», «они», «который».
        case pronoun
        /// No word at all: «Он приехал. Добавил, что …» `gender` and `number` are all that is known.
        case zero
        /// A name in quotation marks: «Ведомости», "Газпром".
        case quotedName
    }
    /// All of its characters; nil where the form is `zero`.
    var span: SourceSpan?
    /// The token that heads it; where the form is `zero`, the verb whose subject is left out.
    var head: Int
    /// Its tokens; empty where the form is `zero`.
    var tokens: Range<Int>
    /// How the article refers to it.
    var form: Form
    /// Grammatical gender, where the form of the head or the verb tells it.
    var gender: Gender?
    /// Grammatical number, where the form of the head or the verb tells it.
    var number: Number?
}

/// What it was said through.
struct ChannelMention: Hashable, Sendable {
    /// What kind of thing carries the words. The raw value stands in JSON.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case post, briefing, interview, statement, speech, publication, document, call
    }
    /// The kind.
    var kind: Kind
    /// Its name, as the article writes it, where it gives one: «Fox News».
    var name: String?
    /// The words that name it.
    var span: SourceSpan
    /// The tokens of the name, where it is the article's own words: «Голосу Америки».
    var nameTokens: Range<Int>?
}

/// An outlet that passed the words on.
struct RelayMention: Hashable, Sendable {
    /// Its name, as the article writes it, without quotation marks.
    var name: String
    /// The characters of the name.
    var span: SourceSpan
}

/// What the cue does: says, denies, promises. The raw value stands in JSON and in the lexicon.
public enum Act: String, Sendable, CaseIterable {
    case say, claim, deny, confirm, admit, promise, warn, demand, ask, propose, agree, refuse, accuse, praise, opine
}

/// The reporter's turn to what came before: «Напомним, …», «Ранее сообщалось, …».
struct RecallFact: Hashable, Sendable {
    /// The word that turns back.
    var marker: SourceSpan
    /// The sentence or sentences.
    var span: SourceSpan
}

/// A line that points at another article: «Читайте также: …». Its text is never mined.
struct SeeAlsoFact: Hashable, Sendable {
    /// The other article's title.
    var title: SourceSpan
    /// The whole line.
    var span: SourceSpan
}
