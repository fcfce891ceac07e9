/// The classes of function words that rules of speech speak of; which words are in them is the lexicon's business.
struct WordClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    /// Begins a clause that is said: «что», «чтобы», «будто».
    static let complementizer = WordClasses(rawValue: 1)
    /// «как» of «как сообщил …».
    static let how = WordClasses(rawValue: 1 << 1)
    /// «который» in all forms.
    static let relative = WordClasses(rawValue: 1 << 2)
    /// «этом», «это»: stands for what was said before.
    static let demonstrative = WordClasses(rawValue: 1 << 3)
    /// «том» of «о том, что».
    static let correlative = WordClasses(rawValue: 1 << 4)
    /// «не», «ни».
    static let negation = WordClasses(rawValue: 1 << 5)
    /// «бы».
    static let irrealis = WordClasses(rawValue: 1 << 6)
    /// Prepositions of the theme of speech: «о», «об», «обо», «про».
    static let about = WordClasses(rawValue: 1 << 7)
    /// A pronoun of the third person: «он», «она», «они».
    static let thirdPerson = WordClasses(rawValue: 1 << 8)
    /// A question word that begins a clause that is said: «почему», «когда», «ли».
    static let interrogative = WordClasses(rawValue: 1 << 9)
    /// «также», «кроме того», «при этом»: links that belong to no one's words.
    static let link = WordClasses(rawValue: 1 << 10)
    /// A day or a stretch of time: «понедельник», «вчера», «июля».
    static let time = WordClasses(rawValue: 1 << 11)
    /// Prepositions that bind the place of publication: «в», «на», «во».
    static let inside = WordClasses(rawValue: 1 << 12)
    /// «пресс-секретарь», «представитель»: one who speaks for somebody.
    static let spokesperson = WordClasses(rawValue: 1 << 14)
    /// «агентство», «газета», «издание», «телеканал»: what the name of an outlet follows.
    static let outlet = WordClasses(rawValue: 1 << 15)
    /// «такой», «подобный», «соответствующий»: «такое мнение».
    static let suchlike = WordClasses(rawValue: 1 << 16)

    /// The speaker and the one spoken to: «я», «наш», «вы».
    static let firstPerson = WordClasses(rawValue: 1 << 17)

    /// «время», «ход» of «во время выступления».
    static let during = WordClasses(rawValue: 1 << 18)
    /// «прошлой», «минувшую»: attributes of a time.
    static let timeAttribute = WordClasses(rawValue: 1 << 19)

    /// «встрече», «заседании»: where things are said.
    static let occasion = WordClasses(rawValue: 1 << 20)
    /// «ред.», «прим.»: a remark in brackets that is not the speaker's.
    static let editor = WordClasses(rawValue: 1 << 21)

    /// «если»: begins a condition of what is said.
    static let condition = WordClasses(rawValue: 1 << 22)

    /// «ведомство», «партия»: bodies that can say something though they are no persons; lemmas.
    static let body = WordClasses(rawValue: 1 << 23)

    /// «чтобы»: begins what is wanted, not what is known.
    static let purpose = WordClasses(rawValue: 1 << 24)

    /// «информация», «данные»: what a source gives, not a source; lemmas.
    static let carrier = WordClasses(rawValue: 1 << 25)

    /// «однако», «но»: begins what stands against the words before.
    static let adversative = WordClasses(rawValue: 1 << 26)

    /// «всё»: what «что» behind it tells of, not what is said.
    static let total = WordClasses(rawValue: 1 << 27)
    /// «требовать»: verbs without a perfective future; lemmas.
    static let lasting = WordClasses(rawValue: 1 << 28)
    /// «вопрос»: what was asked; lemmas.
    static let question = WordClasses(rawValue: 1 << 29)
    /// «отставка», «отмена»: what can be demanded; lemmas.
    static let deed = WordClasses(rawValue: 1 << 30)
    /// «сделать», «привести»: verbs that with a noun of saying say; lemmas.
    static let giving = WordClasses(rawValue: 1 << 31)
    /// «юбилей»: days that are kept; lemmas.
    static let feast = WordClasses(rawValue: 1 << 32)
    /// «этот», «эту»: points at the words before.
    static let pointing = WordClasses(rawValue: 1 << 33)
    /// «по» of «по телефону».
    static let along = WordClasses(rawValue: 1 << 34)
    /// «журналист», «пресса»: whom a briefing is for; lemmas.
    static let press = WordClasses(rawValue: 1 << 35)
    /// «свой», «официальный»: whose channel it is.
    static let own = WordClasses(rawValue: 1 << 36)
    /// «с» of «в беседе с».
    static let with = WordClasses(rawValue: 1 << 37)

    /// «поскольку»: begins a reason that belongs to the words before an attribution.
    static let reason = WordClasses(rawValue: 1 << 38)
    /// «план», «традиция»: what things are done in accordance with, nobody's words; lemmas.
    static let order = WordClasses(rawValue: 1 << 39)
    /// «мнение», «новость»: what can be shared by telling it; lemmas.
    static let news = WordClasses(rawValue: 1 << 40)
    /// «из» of «следует из отчёта».
    static let outOf = WordClasses(rawValue: 1 << 41)
    /// «документ», «запись»: what words can be taken from; lemmas.
    static let writing = WordClasses(rawValue: 1 << 42)
    /// «её» and «их», which say whose words they are by themselves: a possessive has no gender and no number of its owner's.
    static let hers = WordClasses(rawValue: 1 << 43)
    static let theirs = WordClasses(rawValue: 1 << 44)
    /// «больница»: houses whose people can be meant by them; lemmas.
    static let venue = WordClasses(rawValue: 1 << 45)

    /// «появиться»: what words do in a place where they come up; lemmas.
    static let appearing = WordClasses(rawValue: 1 << 46)
    /// «врио», «и», «о» of «и. о.»: who holds a post for the time being.
    static let acting = WordClasses(rawValue: 1 << 47)
    /// «направить», «опубликовать»: whoever does so with a piece of writing says what is in it; lemmas.
    static let issuing = WordClasses(rawValue: 1 << 48)

    /// «ли»: asks whether.
    static let whether = WordClasses(rawValue: 1 << 49)
    /// «иск», «приговор»: steps of a court, which are brought or appealed against and say nothing; lemmas.
    static let ruling = WordClasses(rawValue: 1 << 50)
    /// «поводу»: makes a preposition of a theme with «по».
    static let topic = WordClasses(rawValue: 1 << 52)
    /// «матч»: what two sides play, named with a dash between them; lemmas.
    static let contest = WordClasses(rawValue: 1 << 51)

    /// «ый», «ого»: what adjectives end in; endings of two or three letters, not words.
    static let adjectiveEnding = WordClasses(rawValue: 1 << 53)
    /// «ближайший», «предстоящий»: attributes of what is still to come.
    static let upcoming = WordClasses(rawValue: 1 << 54)
    /// «вина», «ошибка»: what one admits or denies; lemmas.
    static let fault = WordClasses(rawValue: 1 << 55)
    /// «успеть»: what the infinitive behind it names was done; lemmas.
    static let implying = WordClasses(rawValue: 1 << 56)
    /// «преминуть» of «не преминул»: the same of negated verbs; lemmas.
    static let implyingNegated = WordClasses(rawValue: 1 << 57)

    /// Their names in the lexicon.
    static let names: [String: WordClasses] = [
        "acting": .acting, "adjective-ending": .adjectiveEnding, "contest": .contest, "issuing": .issuing, "ruling": .ruling,
        "topic": .topic, "fault": .fault, "implying": .implying, "implying-negated": .implyingNegated, "upcoming": .upcoming,
        "whether": .whether,
        "about": .about, "adversative": .adversative, "complementizer": .complementizer, "correlative": .correlative,
        "demonstrative": .demonstrative,
        "body": .body, "carrier": .carrier, "condition": .condition, "during": .during, "editor": .editor, "occasion": .occasion,
        "purpose": .purpose, "time-attribute": .timeAttribute, "first-person": .firstPerson, "how": .how,
        "inside": .inside, "interrogative": .interrogative, "irrealis": .irrealis, "link": .link,
        "negation": .negation, "outlet": .outlet, "relative": .relative, "spokesperson": .spokesperson, "suchlike": .suchlike,
        "third-person": .thirdPerson, "time": .time,
        "hers": .hers, "theirs": .theirs,
        "along": .along, "appearing": .appearing, "deed": .deed, "feast": .feast, "giving": .giving, "lasting": .lasting, "own": .own,
        "pointing": .pointing,
        "press": .press,
        "question": .question, "total": .total, "with": .with,
        "news": .news, "order": .order, "out-of": .outOf, "reason": .reason, "venue": .venue, "writing": .writing,
    ]
}
