/// The words that meetings are known by, read from `meetings.txt` and `meeting-words.txt`. Immutable.
struct MeetingLexicon: Sendable {
    /// How a word takes part in naming a meeting: what stands around it.
    struct Frames: OptionSet, Hashable, Sendable {
        let rawValue: UInt32
        /// A noun: «встреча».
        static let noun = Frames(rawValue: 1)
        /// A verb: «встретиться».
        static let verb = Frames(rawValue: 1 << 1)
        /// The other one after «с».
        static let with = Frames(rawValue: 1 << 2)
        /// Subjects in the plural, or several, meet each other.
        static let mutual = Frames(rawValue: 1 << 3)
        /// A subject in the plural meets, and does nothing else: no infinitive follows.
        static let gather = Frames(rawValue: 1 << 4)
        /// The subject is the host, the object the guest.
        static let host = Frames(rawValue: 1 << 5)
        /// The one called, in the dative.
        static let to = Frames(rawValue: 1 << 6)
        /// The object is the place.
        static let place = Frames(rawValue: 1 << 7)
        /// «в Ригу» is the place.
        static let toPlace = Frames(rawValue: 1 << 8)
        /// The genitive is the place.
        static let ofPlace = Frames(rawValue: 1 << 9)
        /// The object is what was discussed.
        static let theme = Frames(rawValue: 1 << 10)
        /// The subject is what was discussed.
        static let passive = Frames(rawValue: 1 << 11)
        /// «по телефону» makes it a call.
        static let phone = Frames(rawValue: 1 << 12)
        /// It is a call, and only with «по телефону» anything.
        static let phoneOnly = Frames(rawValue: 1 << 13)
        /// The one who goes must hold a post.
        static let official = Frames(rawValue: 1 << 14)
        /// Makes no meeting of fewer than two.
        static let weak = Frames(rawValue: 1 << 15)
        /// With the press it is an interview and no meeting.
        static let press = Frames(rawValue: 1 << 16)
        /// Its plural too is one meeting: «переговоры». That of other nouns is many, and says who often met whom.
        static let plural = Frames(rawValue: 1 << 17)
        /// Its plural is one meeting, and its singular, without «с», is advice: «консультация адвоката».
        static let pluralOnly = Frames(rawValue: 1 << 21)
        /// A body sits, which the genitive names; without it, it is anybody's, a court's for one.
        static let session = Frames(rawValue: 1 << 18)
        /// Only with an adjective of negotiating: «переговорный процесс».
        static let negotiating = Frames(rawValue: 1 << 19)
        /// The guests, the object, are several: «собрал министров».
        static let several = Frames(rawValue: 1 << 20)

        /// A body that it is held in takes part: «в правительстве прошло совещание».
        static let inside = Frames(rawValue: 1 << 22)

        /// Their names in the lexicon.
        static let names: [String: Frames] = [
            "gather": .gather, "host": .host, "inside": .inside, "mutual": .mutual, "negotiating": .negotiating, "noun": .noun,
            "of-place": .ofPlace,
            "official": .official, "passive": .passive, "phone": .phone, "phone-only": .phoneOnly, "place": .place, "plural": .plural,
            "plural-only": .pluralOnly,
            "press": .press, "session": .session, "several": .several, "theme": .theme, "to": .to, "to-place": .toPlace, "verb": .verb,
            "weak": .weak, "with": .with,
        ]
    }

    /// A word that names a meeting.
    struct Entry: Sendable {
        /// Its first lemma.
        var name: String
        var kind: Meeting.Kind
        var frames: Frames
        var positive: [String]
        var negative: [String]
    }
    /// All entries, in the order of the file.
    private(set) var entries: [Entry] = []
    private var byLemma = WordMap<Int>()
    private var classes = WordMap<MeetingWords>()

    /// Reads the files' bytes. Throws where a line is malformed, out of order or there twice, with file and line.
    init(meetings: [UInt8], words: [UInt8]) throws(LexiconError) {
        try readEntries(meetings)
        for line in try lexiconLines(words, file: "meeting-words.txt", fields: 2) {
            guard let kind = MeetingWords.names[line.fields[0]] else {
                throw LexiconError(file: "meeting-words.txt", line: line.number, kind: .unknown(line.fields[0]))
            }
            for word in foldedWords(line.fields[1]) { classes.set(word, (classes[word[...]] ?? []).union(kind)) }
        }
    }

    /// The entry of a lemma, folded.
    func entry(ofLemma lemma: ArraySlice<UInt8>) -> Entry? { byLemma[lemma].map { entries[$0] } }

    /// The classes of a lemma, folded.
    func classes(ofLemma lemma: ArraySlice<UInt8>) -> MeetingWords { classes[lemma] ?? [] }

    private mutating func readEntries(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "meetings.txt", fields: 3) {
            let lemmas = line.fields[0].split(separator: "/").map(String.init)
            guard let kind = Meeting.Kind(rawValue: line.fields[1]) else {
                throw LexiconError(file: "meetings.txt", line: line.number, kind: .unknown(line.fields[1]))
            }
            guard !line.positive.isEmpty, !line.negative.isEmpty else {
                throw LexiconError(file: "meetings.txt", line: line.number, kind: .noExample(line.fields[0]))
            }
            var frames: Frames = []
            for word in line.fields[2].split(separator: " ") {
                guard let frame = Frames.names[String(word)] else {
                    throw LexiconError(file: "meetings.txt", line: line.number, kind: .unknown(String(word)))
                }
                frames.insert(frame)
            }
            for lemma in lemmas {
                guard byLemma.set(folded(Array(lemma.utf8)[...]), entries.count) == nil else {
                    throw LexiconError(file: "meetings.txt", line: line.number, kind: .duplicate(lemma))
                }
            }
            entries.append(Entry(name: lemmas[0], kind: kind, frames: frames, positive: line.positive, negative: line.negative))
        }
    }
}

/// The classes of words that rules of meetings speak of; which words are in them is the lexicon's business.
struct MeetingWords: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    /// Whose subject takes part in what it takes part in: «участвовать».
    static let attends = MeetingWords(rawValue: 1)
    /// «отменить», «срыв».
    static let cancels = MeetingWords(rawValue: 1 << 1)
    /// A noun without life that can meet somebody: «делегация», «правительство».
    static let collective = MeetingWords(rawValue: 1 << 2)
    /// «опровергнуть».
    static let denies = MeetingWords(rawValue: 1 << 3)
    /// «конструктивный».
    static let evaluates = MeetingWords(rawValue: 1 << 4)
    /// «сосредоточиться на …»: says what was discussed.
    static let focuses = MeetingWords(rawValue: 1 << 5)
    /// «формат».
    static let format = MeetingWords(rawValue: 1 << 6)
    /// «присоединиться».
    static let joins = MeetingWords(rawValue: 1 << 7)
    /// A verb that says of a meeting only that it took place: «провести», «состояться».
    static let light = MeetingWords(rawValue: 1 << 8)
    /// «посредничество».
    static let mediates = MeetingWords(rawValue: 1 << 9)
    /// «участие».
    static let participation = MeetingWords(rawValue: 1 << 10)
    /// «по телефону», «телефонный».
    static let phone = MeetingWords(rawValue: 1 << 11)
    /// «планировать», «возможность», «предстоящий».
    static let plans = MeetingWords(rawValue: 1 << 12)
    /// «журналист», «агентство».
    static let press = MeetingWords(rawValue: 1 << 13)
    /// In the plural it only stands for whose they are: «представители Риги и Осло».
    static let proxies = MeetingWords(rawValue: 1 << 14)
    /// «делегацию представляли …».
    static let represents = MeetingWords(rawValue: 1 << 15)
    /// «со стороны США».
    static let side = MeetingWords(rawValue: 1 << 16)
    /// A noun that says which part of a meeting: «раунд», «ход», «итог».
    static let stages = MeetingWords(rawValue: 1 << 17)
    /// «по вопросу …»: the theme is what follows.
    static let topic = MeetingWords(rawValue: 1 << 18)
    /// After «по» it is no theme: «по итогам».
    static let untopical = MeetingWords(rawValue: 1 << 19)
    /// «где».
    static let place = MeetingWords(rawValue: 1 << 20)
    /// Prepositions, by what they say of a meeting: «с послом», «между Ригой и Осло», «от Украины», «по торговле», «в ходе», «после», «для».
    static let with = MeetingWords(rawValue: 1 << 21)
    static let between = MeetingWords(rawValue: 1 << 22)
    static let behalf = MeetingWords(rawValue: 1 << 23)
    static let by = MeetingWords(rawValue: 1 << 24)
    static let during = MeetingWords(rawValue: 1 << 25)
    static let around = MeetingWords(rawValue: 1 << 26)
    static let aim = MeetingWords(rawValue: 1 << 27)
    /// «стать» of «стал встречаться с ней».
    static let habit = MeetingWords(rawValue: 1 << 28)
    /// Whose: of a man, of a woman.
    static let his = MeetingWords(rawValue: 1 << 29)
    static let hers = MeetingWords(rawValue: 1 << 30)
    /// Whose: the speaker's.
    static let ours = MeetingWords(rawValue: 1 << 31)
    /// «выход» of «выход Латвии из союза»: whose it is and what it leaves or joins are the parties of talks about it.
    static let accession = MeetingWords(rawValue: 1 << 32)
    /// «суд», «судебный»: sits, and meets nobody.
    static let court = MeetingWords(rawValue: 1 << 33)
    /// «член» of «члены семьи»: is part of whom the genitive names.
    static let members = MeetingWords(rawValue: 1 << 34)
    /// «переговорный».
    static let negotiating = MeetingWords(rawValue: 1 << 35)
    /// A light verb that in the present tells of what goes on: «вести».
    static let ongoing = MeetingWords(rawValue: 1 << 36)
    /// What those who met came to: «договориться», «подписать».
    static let results = MeetingWords(rawValue: 1 << 37)
    /// How it ended, as an adverb or noun: «безрезультатно», «успех».
    static let ends = MeetingWords(rawValue: 1 << 38)
    /// Those who met, whoever they are: «стороны», «собеседники».
    static let parties = MeetingWords(rawValue: 1 << 39)
    /// Lets others meet, and meets nobody: «разрешить».
    static let permits = MeetingWords(rawValue: 1 << 42)
    /// «в присутствии министра».
    static let presence = MeetingWords(rawValue: 1 << 43)
    /// Asks others to do something: «попросить».
    static let asks = MeetingWords(rawValue: 1 << 44)
    /// Offers others to do something with whoever offers it: «предложить».
    static let offers = MeetingWords(rawValue: 1 << 45)
    /// «у» of «у министра будет встреча».
    static let owned = MeetingWords(rawValue: 1 << 46)
    /// Says that something will be, and not when: «анонсировать».
    static let announces = MeetingWords(rawValue: 1 << 47)
    /// «находиться» of «находится в контакте».
    static let stays = MeetingWords(rawValue: 1 << 48)
    /// In the future tells of what may have begun: «продлиться».
    static let lasts = MeetingWords(rawValue: 1 << 49)
    /// «войти» of «в делегацию вошли».
    static let enters = MeetingWords(rawValue: 1 << 50)
    /// A verb whose infinitive is still to come: «решить».
    static let decides = MeetingWords(rawValue: 1 << 51)
    /// «без».
    static let without = MeetingWords(rawValue: 1 << 40)

    /// Their names in the lexicon.
    static let names: [String: MeetingWords] = [
        "accession": .accession, "announces": .announces, "around": .around, "asks": .asks, "attends": .attends, "behalf": .behalf,
        "between": .between, "by": .by,
        "cancels": .cancels, "collective": .collective, "court": .court, "decides": .decides, "denies": .denies, "during": .during,
        "ends": .ends, "enters": .enters,
        "evaluates": .evaluates, "focuses": .focuses, "for": .aim, "format": .format, "habit": .habit, "hers": .hers, "his": .his,
        "joins": .joins, "lasts": .lasts, "light": .light, "mediates": .mediates, "members": .members, "negotiating": .negotiating,
        "ongoing": .ongoing,
        "offers": .offers, "ours": .ours, "owned": .owned, "participation": .participation, "parties": .parties, "permits": .permits,
        "phone": .phone, "plans": .plans, "presence": .presence, "press": .press,
        "proxies": .proxies, "represents": .represents, "results": .results, "side": .side, "stages": .stages, "stays": .stays,
        "topic": .topic, "untopical": .untopical, "where": .place, "with": .with, "without": .without,
    ]
}
