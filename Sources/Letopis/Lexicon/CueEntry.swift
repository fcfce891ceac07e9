import LetopisText

/// What a cue can take. The raw value stands in the lexicon.
struct Frames: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// A clause: «сообщил, что …».
    static let clause = Frames(rawValue: 1)
    /// A quotation: «сказал: „…“».
    static let quote = Frames(rawValue: 1 << 1)
    /// An infinitive: «призвал отменить …».
    static let infinitive = Frames(rawValue: 1 << 2)
    /// An object: «опроверг сообщения …».
    static let object = Frames(rawValue: 1 << 3)
    /// The cue after the content: «…, сказал министр».
    static let post = Frames(rawValue: 1 << 4)
    /// The content in brackets of a clause with «как»: «как отметил министр, …».
    static let parenthetical = Frames(rawValue: 1 << 5)
    /// Names no source: «сообщалось», «стало известно».
    static let hidden = Frames(rawValue: 1 << 6)
    /// Also with a negation: «не исключил, что …».
    static let negated = Frames(rawValue: 1 << 7)
    /// Only in the short form: «уверен», «убеждён».
    static let short = Frames(rawValue: 1 << 8)
    /// What an outlet does that passes on: «передаёт», «сообщает».
    static let relay = Frames(rawValue: 1 << 9)
    /// A noun: «заявление о том, что …».
    static let noun = Frames(rawValue: 1 << 10)
    /// Something predicated of an object in quotation marks: «назвал решение „ошибкой“».
    static let naming = Frames(rawValue: 1 << 11)
    /// What is spoken of, with a preposition of the class `about`: «заявил о визите».
    static let theme = Frames(rawValue: 1 << 12)

    /// Something in the instrumental: «пригрозил отставкой».
    static let instrumental = Frames(rawValue: 1 << 13)

    /// Says something only where it says in what: «говорится в заявлении», not the idiom «как говорится».
    static let place = Frames(rawValue: 1 << 14)
    /// Its object is the source and its subject passes on: «цитирует министра агентство».
    static let cites = Frames(rawValue: 1 << 15)

    /// A deed in the genitive: «требование отставки».
    static let genitive = Frames(rawValue: 1 << 16)

    /// A piece of news in the instrumental: «поделился мнением», not «поделился хлебом».
    static let news = Frames(rawValue: 1 << 17)
    /// Its object is the one spoken to: «предупредил жителей».
    static let whom = Frames(rawValue: 1 << 18)
    /// Also in the passive, where its subject is what is said: «выражена озабоченность», «в письме подчёркивается важность встречи».
    static let passive = Frames(rawValue: 1 << 19)

    /// Its object is a fault: «признал вину».
    static let fault = Frames(rawValue: 1 << 20)

    /// Their names in the lexicon.
    static let names: [String: Frames] = [
        "fault": .fault, "clause": .clause, "quote": .quote, "inf": .infinitive, "object": .object, "post": .post, "paren": .parenthetical,
        "hidden": .hidden, "neg": .negated, "short": .short, "relay": .relay, "noun": .noun, "naming": .naming, "theme": .theme,
        "ins": .instrumental, "place": .place, "cites": .cites, "gen": .genitive, "news": .news, "whom": .whom, "pass": .passive,
    ]
}

/// A word of saying: a verb, a noun or a short adjective.
struct CueEntry: Sendable {
    /// Its name in facts: the first lemma of the line.
    var name: String
    /// Words that must stand beside it, folded: «известно» of «стать известно».
    var companions: [[UInt8]] = []
    /// What it takes.
    var frames: Frames
    /// Prepositions of what it takes, folded: «на», «в», «за».
    var prepositions: [[UInt8]] = []
    /// What it does.
    var act: Act
    /// Its line in `cues.txt`, from 1.
    var line = 0
    /// Sentences that it must find.
    var positive: [String] = []
    /// Sentences in which it must find nothing.
    var negative: [String] = []
}

/// A group with a preposition that names a source: «по словам», «со ссылкой на».
struct GroupEntry: Sendable {
    /// The words, folded, adjectives left out.
    var words: [[UInt8]]
    /// Its name in facts.
    var name: String
    /// The case of the source; nil where the group hides it: «по слухам».
    var sourceCase: Case?
    /// It names whom another source refers to: «пишет газета со ссылкой на министра».
    var refers = false
    /// With an adjective and without a source it hides the source: «по неофициальным данным».
    var mayHide = false
    /// What it does.
    var act: Act
    /// Its line in `groups.txt`, from 1.
    var line = 0
    /// Sentences that it must find.
    var positive: [String] = []
    /// Sentences in which it must find nothing.
    var negative: [String] = []
}
