/// Words by which the article speaks of posts, kinship and people, read from `role-words.txt`. Immutable.
struct RoleWords: Sendable {
    /// What such a word says. The raw value stands in the lexicon.
    enum Kind: String, Sendable {
        /// An adjective: held no more: «бывший».
        case former
        /// An adjective that is no part of a title: «новый», «нынешний».
        case current
        /// An adjective that praises, and is no part of a title: «знаменитый».
        case quality
        /// A verb whose subject holds the post in the instrumental: «является министром».
        case holds
        /// A verb whose object, or subject in the passive, gets the post in the instrumental: «назначен министром».
        case appoints
        /// A noun that the post follows in the genitive: «пост министра».
        case office
        /// A word under which a post is wanted, offered or refused, not held: «отказ от поста».
        case unheld
        /// Kinship and the like: «зять».
        case tie
        /// A body or place that posts are held in, also where it has no name: «партия», «отдел».
        case body
        /// The same, where bodies seldom have the noun in their own names: «компания», «издание».
        case broad
        /// A party that an adjective names: «американская сторона».
        case side
        /// A body that is a part of another one: «отдел», «генштаб».
        case organ
        /// A noun without life that means people: «власти», «пресса».
        case people
        /// A noun that counts people: «тысячи демонстрантов».
        case many
        /// What somebody says or reckons something in: «прогноз», «письмо».
        case work
        /// A verb by which one makes or sends a writing: «написать».
        case writes
        /// A noun that stands for whoever of those with a post was just spoken of: «чиновник».
        case epithet
        /// The same, where the noun is an occupation of theirs: «политик».
        case calling
        /// The same for one who has another profession, or of whom nothing is said: «певец».
        case profession
        /// The same for one who has another profession; one of whom nothing is said is somebody else: «адвокат».
        case counsel
        /// A noun for one whom the article leaves without a name: «собеседник».
        case informant
        /// A word by which somebody's words are more of what they have said: «также», «добавить».
        case also
        /// A pronoun by which a noun is one just spoken of: «этот».
        case this
        /// A pronoun that says whose: «его».
        case owner
        /// An adjective that stands for the last one named: «последний».
        case latter
        /// A preposition before what is no part of a title: «из» of «рабочий из Риги».
        case from
        /// A preposition before the body that a post is held in: «в» of «заместитель в департаменте». It stands before places too.
        case inside
        /// A preposition before places, and hardly before people: «под».
        case place
    }
    private var kinds = WordMap<Kind>()
    private var others = WordMap<[[UInt8]]>()

    /// Reads the file's bytes: `lemma | kind and other words for the same`.
    init(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "role-words.txt", fields: 2) {
            let words = line.fields[1].split(separator: " ").map(String.init)
            guard let kind = words.first.flatMap(Kind.init(rawValue:)) else {
                throw LexiconError(file: "role-words.txt", line: line.number, kind: .unknown(line.fields[1]))
            }
            let lemma = folded(Array(line.fields[0].utf8)[...])
            kinds.set(lemma, kind)
            if words.count > 1 { others.set(lemma, words.dropFirst().map { folded(Array($0.utf8)[...]) }) }
        }
    }

    /// Other words by which an article speaks of what a lemma names: «ведомство» of «министерство».
    func others(for lemma: ArraySlice<UInt8>) -> [[UInt8]] { others[lemma] ?? [] }

    /// What a lemma says, where it is one of these words.
    func kind(of lemma: ArraySlice<UInt8>) -> Kind? { kinds[lemma] }

    /// Whether posts are held in what a lemma names.
    func isBody(_ lemma: ArraySlice<UInt8>) -> Bool { [.body, .broad, .organ].contains(kinds[lemma]) }

    /// Whether a lemma stands for whoever with a post was just spoken of.
    func isEpithet(_ lemma: ArraySlice<UInt8>) -> Bool { [.epithet, .calling, .profession, .counsel].contains(kinds[lemma]) }
}
