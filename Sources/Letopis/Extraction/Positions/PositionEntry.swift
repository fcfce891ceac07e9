import LetopisText

/// What a word of wanting can take, and who is its holder. The names stand in the lexicon.
struct PositionFrames: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    /// A noun: «требование».
    static let noun = PositionFrames(rawValue: 1)
    /// Something predicated of its subject: «готов», «неприемлем».
    static let short = PositionFrames(rawValue: 1 << 1)
    /// A noun that is put equal to the issue: «наш приоритет – …», «условием является …».
    static let equation = PositionFrames(rawValue: 1 << 2)
    /// A noun for people with a position: «сторонник реформы».
    static let adherent = PositionFrames(rawValue: 1 << 3)
    /// A preposition that is a predicate: «мы против санкций».
    static let adposition = PositionFrames(rawValue: 1 << 4)

    /// The issue is an infinitive: «призвал отменить».
    static let infinitive = PositionFrames(rawValue: 1 << 5)
    /// The issue is the object: «поддержал план».
    static let object = PositionFrames(rawValue: 1 << 6)
    /// The issue is in the genitive, without a preposition: «требование отставки».
    static let genitive = PositionFrames(rawValue: 1 << 7)
    /// The issue is in the dative: «воспротивился решению».
    static let dative = PositionFrames(rawValue: 1 << 8)
    /// The issue is in the instrumental: «недоволен планом».
    static let instrumental = PositionFrames(rawValue: 1 << 9)
    /// The issue is the subject: «не нравится план».
    static let subject = PositionFrames(rawValue: 1 << 10)

    /// The holder is in the dative: «Киеву не нравится …».
    static let holderDative = PositionFrames(rawValue: 1 << 11)
    /// The holder is the object: «Киев не устраивает …».
    static let holderObject = PositionFrames(rawValue: 1 << 12)
    /// The one asked is in the dative: «предложил Киеву …».
    static let towardDative = PositionFrames(rawValue: 1 << 13)
    /// The one asked is the object: «призвал Киев …».
    static let towardObject = PositionFrames(rawValue: 1 << 14)
    /// A noun whose holder is the subject of whatever verb it goes with: «ушёл из-за несогласия с …».
    static let free = PositionFrames(rawValue: 1 << 15)
    /// Also with «бы»: «хотел бы».
    static let irrealis = PositionFrames(rawValue: 1 << 16)

    /// A verb that lends its subject to a noun: «выдвинул требование».
    static let light = PositionFrames(rawValue: 1 << 17)
    /// A verb that goes on with an infinitive and changes nothing in it: «продолжает поддерживать».
    static let carrier = PositionFrames(rawValue: 1 << 18)
    /// A word that makes of its clause a mere possibility: «если».
    static let hypothetical = PositionFrames(rawValue: 1 << 19)
    /// A verb that puts two things equal: «является», «называют».
    static let copula = PositionFrames(rawValue: 1 << 20)

    /// A possessive of the first person: «наш».
    static let speaker = PositionFrames(rawValue: 1 << 21)
    /// The preposition of company: «с» of «с требованием».
    static let company = PositionFrames(rawValue: 1 << 22)
    /// A noun without life that acts: «правительство», «партия».
    static let party = PositionFrames(rawValue: 1 << 23)
    /// The one that something is lacking: «нет».
    static let denial = PositionFrames(rawValue: 1 << 24)
    /// The prepositions of the one who has something: «у», «в».
    static let possessor = PositionFrames(rawValue: 1 << 25)
    /// The preposition of the one who judges: «для».
    static let behalf = PositionFrames(rawValue: 1 << 26)
    /// Prepositions that only bind a noun to the noun before: «по».
    static let within = PositionFrames(rawValue: 1 << 27)
    /// A pronoun for two: «оба», «они».
    static let couple = PositionFrames(rawValue: 1 << 28)
    /// Whoever says it judges so: «неприемлемо».
    static let holderSpeaker = PositionFrames(rawValue: 1 << 29)

    /// Words of judgement; as a frame, a verb that takes one in the instrumental: «назвал план ошибкой», «считает план хорошим».
    static let bad = PositionFrames(rawValue: 1 << 30)
    static let good = PositionFrames(rawValue: 1 << 31)
    /// A word that makes a position depend on something: «если».
    static let proviso = PositionFrames(rawValue: 1 << 32)
    /// A judgement, not a word of one.
    static let verdict = PositionFrames(rawValue: 1 << 33)

    /// The issue is no name: «выступать за команду» is no «выступать за Ригу».
    static let thing = PositionFrames(rawValue: 1 << 34)
    /// What is refused or asked every day and is no issue: «комментарий».
    static let idle = PositionFrames(rawValue: 1 << 35)

    /// What is said that a country or a body must do is what the speaker wants of it: «Рига должна открыть границу».
    static let obliged = PositionFrames(rawValue: 1 << 36)

    /// A noun for a number of others: «ряд депутатов».
    static let amount = PositionFrames(rawValue: 1 << 37)

    /// What one can promise or threaten to do: «ответить», «подписать».
    static let deed = PositionFrames(rawValue: 1 << 38)
    /// A noun that in the plural stands for those who met: «стороны».
    static let those = PositionFrames(rawValue: 1 << 39)
    /// A preposition before what is only asked for: «за» of «обратился за одобрением».
    static let sought = PositionFrames(rawValue: 1 << 40)
    /// «любой» of «готов в любое время»: readiness for whatever comes is an offer.
    static let whatever = PositionFrames(rawValue: 1 << 41)
    /// What is answered: «отказался отвечать на вопрос» is no position.
    static let asked = PositionFrames(rawValue: 1 << 42)
    /// «быть» of «должно быть решение».
    static let being = PositionFrames(rawValue: 1 << 44)
    /// When, where or how something may be: «время» of «в любое время».
    static let occasion = PositionFrames(rawValue: 1 << 45)
    /// A month or another measure of time: «мост должен быть построен к маю».
    static let deadline = PositionFrames(rawValue: 1 << 46)
    /// Readiness, which may be an offer: «готов».
    static let ready = PositionFrames(rawValue: 1 << 43)

    /// Entries that are no words of wanting but help to read them.
    static let helpers: PositionFrames = [
        .light, .carrier, .hypothetical, .copula, .speaker, .company, .party, .denial, .possessor, .behalf, .within, .couple, .proviso,
        .verdict, .idle, .amount, .deed, .those, .sought, .whatever, .asked, .being, .occasion, .deadline,
    ]

    /// Their names in the lexicon.
    static let names: [String: PositionFrames] = [
        "noun": .noun, "short": .short, "equation": .equation, "adherent": .adherent, "adposition": .adposition, "inf": .infinitive,
        "object": .object, "gen": .genitive, "dat": .dative, "ins": .instrumental, "subject": .subject, "holder-dat": .holderDative,
        "holder-object": .holderObject, "to-dat": .towardDative, "to-object": .towardObject, "free": .free, "irrealis": .irrealis,
        "light": .light, "carrier": .carrier, "hypothetical": .hypothetical, "copula": .copula,
        "speaker": .speaker, "company": .company, "party": .party, "denial": .denial, "possessor": .possessor, "behalf": .behalf,
        "within": .within, "couple": .couple, "holder-speaker": .holderSpeaker, "bad": .bad, "good": .good, "proviso": .proviso,
        "verdict": .verdict, "thing": .thing, "idle": .idle, "obliged": .obliged, "amount": .amount, "deed": .deed,
        "those": .those, "sought": .sought, "whatever": .whatever, "asked": .asked, "ready": .ready, "being": .being, "occasion": .occasion,
        "deadline": .deadline,
    ]
}

/// A word that says that somebody wants, offers, accepts or refuses something.
struct PositionEntry: Sendable {
    /// Its name in facts: the first words of the line.
    var name: String
    /// Words that must stand beside it, folded: «согласие» of «дать согласие».
    var companions: [[UInt8]] = []
    /// What it takes.
    var frames: PositionFrames = []
    /// Prepositions and conjunctions of the issue, folded, the most telling first: «против», «чтобы».
    var markers: [[UInt8]] = []
    /// Prepositions of the one asked or opposed, folded: «от».
    var towardMarkers: [[UInt8]] = []
    /// The stance where nothing is denied; nil where only the denial is a position: «(не) нравится».
    var stance: Position.Stance?
    /// The stance where it is denied; nil where the denial is none.
    var denied: Position.Stance?
    /// Sentences in which it must be found.
    var positive: [String] = []
    /// Sentences in which it must not.
    var negative: [String] = []
}
