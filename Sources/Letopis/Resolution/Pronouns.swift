internal import LetopisText

/// Finds whom a pronoun or a left-out subject stands for.
///
/// The reporter's own sentences count before retold and quoted ones, subjects and speakers before others, near sentences before far ones.
/// Where one sentence offers two who fit, nobody is taken.
struct Pronouns {
    /// Who spoke last, and by which token that is said.
    struct Speaker {
        var member: Int, token: Int
        /// Several people: «он» is none of them.
        var isGroup = false
        /// A body or a country: «он» is neither.
        var isBody = false
        /// The gender of the noun, where the speaker is no person.
        var gender: Gender?
    }
    private let discourse: Discourse
    private let cast: Cast
    /// For each sentence, the people it mentions.
    private(set) var people: [[(token: Int, member: Int)]]
    /// The first token that names a person.
    private var first = Int.max
    /// Of more people in one sentence than this, the first ones count.
    private static let mostPeople = 64
    /// No antecedent is further back than this many sentences.
    static let furthest = 3

    init(_ discourse: Discourse, cast: Cast) {
        (self.discourse, self.cast) = (discourse, cast)
        people = Array(repeating: [], count: discourse.analysis.sentences.count)
        for (number, member) in cast.members.enumerated() where member.kind == .person {
            for mention in member.mentions where people.indices.contains(discourse.sentenceOf[mention.head]) {
                people[discourse.sentenceOf[mention.head]].append((mention.head, number))
            }
        }
        for i in people.indices { people[i] = Array(people[i].sorted { $0.token < $1.token }.prefix(Pronouns.mostPeople)) }
        first = people.first { !$0.isEmpty }?[0].token ?? Int.max
    }

    /// The person that the words at a token stand for, or nil. Whoever `own` words name, which that person says, is somebody else, and
    /// however many sentences they are, they stand for one.
    func antecedent(
        of token: Int, gender: Gender?, number: Number?, after speaker: Speaker?, except outer: Int? = nil, saying own: Range<Int>? = nil
    ) -> Int? {
        if number == .plural { return plural(token, speaker) }
        let sentence = discourse.sentenceOf[token]
        let begun = own.map { min(sentence, discourse.sentenceOf[$0.lowerBound]) } ?? sentence
        for back in 0...Pronouns.furthest where begun - back >= 0 {
            let here = back == 0 ? sentence : begun - back
            let found = candidates(in: here, before: token, gender, speaker, except: outer).filter { $0 != outer }
            if found.count == 1 { return found[0] }
            if found.count > 1 { return nil }
        }
        return retold(before: token, sentence, gender, besides: own) ?? following(token, sentence, gender)
            ?? onlyOne(before: token, gender, speaker)
    }

    /// The last speaker, further back, where the article names nobody else: «Лунин открыл мост. … По его словам, …».
    private func onlyOne(before token: Int, _ gender: Gender?, _ speaker: Speaker?) -> Int? {
        guard let speaker, speaker.token < token, !speaker.isGroup, !speaker.isBody, fits(speaker.member, gender),
            discourse.sentenceOf[token] - discourse.sentenceOf[speaker.token] <= 2 * Pronouns.furthest, discourse.voice[token] == .reporter,
            cast.members.indices.filter({ cast.members[$0].kind == .person }) == [speaker.member]
        else { return nil }
        return speaker.member
    }

    /// The people that «они» means where a sentence just before names several side by side: «Берг и Лунин уехали. Они …»
    func several(before token: Int) -> [(token: Int, member: Int)] {
        let sentence = discourse.sentenceOf[token]
        for back in 0...2 where sentence - back >= 0 {
            let told = people[sentence - back].filter { $0.token < token && discourse.voice[$0.token] == .reporter && isSubject($0.token) }
            let joined = told.filter { one in
                told.contains { discourse.tokens[$0.token].head == one.token && discourse.tokens[$0.token].deprel == .conj }
            }
            guard let first = joined.first else { if told.isEmpty { continue } else { return [] } }
            return [first] + told.filter { discourse.tokens[$0.token].head == first.token && $0.member != first.member }
        }
        return []
    }

    /// «они» are the group that spoke last, if that was just before.
    private func plural(_ token: Int, _ speaker: Speaker?) -> Int? {
        guard let speaker, speaker.member < cast.members.count ? cast.members[speaker.member].kind != .person : true else { return nil }
        return discourse.sentenceOf[token] - discourse.sentenceOf[speaker.token] <= 1 ? speaker.member : nil
    }

    /// Those of a sentence that the reporter speaks of: its subjects, or all where it has none that fits.
    private func candidates(in sentence: Int, before token: Int, _ gender: Gender?, _ speaker: Speaker?, except outer: Int?) -> [Int] {
        var told = people[sentence].filter {
            $0.member != outer && $0.token < token && discourse.voice[$0.token] <= discourse.voice[token] && fits($0.member, gender)
        }
        var subjects = told.filter { isSubject($0.token) }.map(\.member)
        if let speaker, speaker.member != outer, discourse.sentenceOf[speaker.token] == sentence, speaker.token < token, !speaker.isGroup,
            fits(speaker.member, gender), !speaker.isBody || ![.pronoun, .determiner].contains(discourse.tokens[token].upos),
            gender == nil || speaker.gender == nil || speaker.gender == gender
        {
            subjects.append(speaker.member)
            told.append((speaker.token, speaker.member))
        }
        let all = distinct(told.map(\.member)), first = distinct(subjects)
        if first.count > 1, let speaker, first.contains(speaker.member) { return [speaker.member] }
        return first.isEmpty ? all : first
    }

    /// The only one of whom the last two sentences' speech speaks.
    private func retold(before token: Int, _ sentence: Int, _ gender: Gender?, besides own: Range<Int>?) -> Int? {
        let range = max(0, sentence - 1)...sentence
        let told = range.flatMap { people[$0] }.filter { $0.token < token && own?.contains($0.token) != true }
        let found = distinct(told.filter { fits($0.member, gender) }.map(\.member))
        return found.count == 1 ? found[0] : nil
    }

    /// Whom a beginning means that names nobody («Об этом он сообщил вчера»): the only one that the next sentences to speak of people name.
    private func following(_ token: Int, _ sentence: Int, _ gender: Gender?) -> Int? {
        guard first > token else { return nil }
        for next in sentence..<min(people.count, sentence + Pronouns.furthest + 1) {
            let found = distinct(people[next].filter { $0.token > token && fits($0.member, gender) }.map(\.member))
            if !found.isEmpty { return found.count == 1 ? found[0] : nil }
        }
        return nil
    }

    func isSubject(_ token: Int) -> Bool {
        let relation = discourse.tokens[token].deprel, head = discourse.tokens[token].head
        if relation == .conj, head >= 0 { return [.nsubj, .nsubjPass].contains(discourse.tokens[head].deprel) }
        return relation == .nsubj || relation == .nsubjPass
    }

    /// A source without a name, which came after the cast was taken, has no gender that would contradict.
    func fits(_ member: Int, _ gender: Gender?) -> Bool {
        guard let gender, member < cast.members.count, let own = cast.members[member].gender else { return true }
        return gender == own
    }

    private func distinct(_ members: [Int]) -> [Int] {
        members.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
