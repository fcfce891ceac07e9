internal import LetopisText

/// Puts the names of one person together: «Тереза Мэй», «Мэй» and «Терезы Мэй» are one; where two could be meant, none is taken.
///
/// Full names come first, single words after them. A word that goes with two people of different full names stays its own.
struct PersonGrouping {
    /// A person found so far.
    struct Group {
        /// The fullest name.
        var words: [NameWord]
        var names: [PersonName]
        var votes = 0
        var gender: Gender? { votes > 0 ? .masculine : votes < 0 ? .feminine : nil }
    }
    private(set) var groups: [Group] = []
    private var bearers: [[UInt8]: [Int]] = [:]
    /// Where the names of two and more words end, and whose they are.
    private var ends: [Int: Int] = [:]
    /// Names borne by more people than this tell nobody apart, and looking through all of them would cost quadratic time.
    private static let mostBearers = 64

    /// Groups all names of persons of an article.
    init(_ discourse: Discourse, names all: [Name], nominative: Nominative) {
        let people = all.enumerated().filter { $0.element.kind == .person }
        let names = people.flatMap { PersonName.names($0.element.tokens, number: $0.offset, in: discourse, nominative: nominative) }
        let most = names.map(\.fullWords).max() ?? 0
        for count in stride(from: min(most, 4), through: 0, by: -1) {
            for name in names where min(name.fullWords, 4) == count { place(name, in: discourse) }
        }
    }

    private mutating func place(_ name: PersonName, in discourse: Discourse) {
        let vote = PersonGrouping.vote(name, in: discourse)
        if let bearer = bracketed(name, in: discourse) { return join(name, to: bearer, vote: 0) }
        var fitting = candidates(name).filter { fits(name, groups[$0], vote: vote) }
        if fitting.count > 1 { fitting = closest(name, fitting, vote) }
        if fitting.count == 1 {
            join(name, to: fitting[0], vote: vote)
        } else {
            var name = name
            if let alike = fitting.first { name.words = PersonGrouping.narrowed(name.words, by: groups[alike].words) }
            groups.append(Group(words: name.words, names: [name], votes: vote))
            for word in name.words { register(word, for: groups.count - 1) }
            ends[name.tokens.upperBound] = groups.count - 1
        }
    }

    /// «(Пылева)» right behind «Ольга Медведцева» is another name of hers.
    private func bracketed(_ name: PersonName, in discourse: Discourse) -> Int? {
        let open = name.tokens.lowerBound - 1
        guard name.words.count == 1, open > 0, name.tokens.upperBound < discourse.tokens.count,
            discourse.form(open).elementsEqual("(".utf8), discourse.form(name.tokens.upperBound).elementsEqual(")".utf8)
        else { return nil }
        return ends[open]
    }

    /// Groups that bear the name's rarest word.
    private func candidates(_ name: PersonName) -> [Int] {
        let lists = name.words.filter { !$0.isInitial && !$0.isPatronymic }.map { word in
            (word.nominatives + word.parts).reduce(into: [Int]()) { found, nominative in
                for group in bearers[nominative] ?? [] where !found.contains(group) { found.append(group) }
            }
        }
        return lists.min { $0.count < $1.count } ?? []
    }

    private func fits(_ name: PersonName, _ group: Group, vote: Int) -> Bool {
        let (own, known) = PersonGrouping.comparable(name.words, group.words)
        let (less, more) = own.count <= known.count ? (own, known) : (known, own)
        guard !less.isEmpty, less.allSatisfy({ word in more.contains { word.matches($0) } }) else { return false }
        return less.count > 1 || abs(vote) < 3 || group.votes == 0 || (vote > 0) == (group.votes > 0)
    }

    /// The words of two names without the patronymic that only one of them has.
    private static func comparable(_ a: [NameWord], _ b: [NameWord]) -> ([NameWord], [NameWord]) {
        if a.contains(where: \.isPatronymic) == b.contains(where: \.isPatronymic) { return (a, b) }
        return (a.filter { !$0.isPatronymic }, b.filter { !$0.isPatronymic })
    }

    /// Of several people, the one whose gender fits, or whose surname it is, or who bears exactly this name.
    private func closest(_ name: PersonName, _ fitting: [Int], _ vote: Int) -> [Int] {
        let gender: Gender? = vote > 0 ? .masculine : vote < 0 ? .feminine : name.gender
        let sameGender = gender == nil ? fitting : fitting.filter { groups[$0].gender == nil || groups[$0].gender == gender }
        if sameGender.count <= 1 { return sameGender }
        let bare = sameGender.filter { groups[$0].words.count == name.words.count }
        if bare.count == 1 { return bare }
        guard name.words.count == 1 else { return sameGender }
        let bySurname = sameGender.filter { groups[$0].words.last.map { name.words[0].matches($0) } == true }
        return bySurname.count == 1 ? bySurname : sameGender
    }

    private mutating func join(_ name: PersonName, to number: Int, vote: Int) {
        for word in name.words where !word.isInitial { narrow(number, with: word) }
        if name.fullWords > groups[number].words.count(where: { !$0.isInitial }) { groups[number].words = name.words }
        groups[number].names.append(name)
        groups[number].votes += vote
        if name.words.count > 1 { ends[name.tokens.upperBound] = number }
        for word in name.words { register(word, for: number) }
    }

    /// The words of a name that could be any of several people's, in the nominative that these share.
    private static func narrowed(_ words: [NameWord], by others: [NameWord]) -> [NameWord] {
        words.map { word in
            var word = word
            let both = word.nominatives.filter { nominative in others.contains { $0.nominatives.contains(nominative) } }
            if !both.isEmpty { word.nominatives = both }
            return word
        }
    }

    /// What both mentions could be in the nominative is what the name is.
    private mutating func narrow(_ number: Int, with word: NameWord) {
        guard let place = groups[number].words.firstIndex(where: { !$0.isInitial && $0.matches(word) }) else { return }
        let both = groups[number].words[place].nominatives.filter(word.nominatives.contains)
        if !both.isEmpty { groups[number].words[place].nominatives = both }
    }

    private mutating func register(_ word: NameWord, for group: Int) {
        guard !word.isInitial else { return }
        for nominative in word.nominatives + word.parts where (bearers[nominative]?.count ?? 0) < PersonGrouping.mostBearers {
            if bearers[nominative]?.contains(group) != true { bearers[nominative, default: []].append(group) }
        }
    }

    /// A verb in the past that agrees with the name says more of the bearer than the name's own form.
    private static func vote(_ name: PersonName, in discourse: Discourse) -> Int {
        var vote = name.gender == .masculine ? 1 : name.gender == .feminine ? -1 : 0
        let head = discourse.head(of: name.tokens)
        guard discourse.tokens[head].deprel == .nsubj, discourse.tokens[head].head >= 0 else { return vote }
        switch discourse.tokens[discourse.tokens[head].head].feats.gender {
        case .masculine: vote += 3
        case .feminine: vote -= 3
        default: break
        }
        return vote
    }
}
