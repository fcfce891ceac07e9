internal import LetopisText

/// Where the article speaks of an actor, and how.
struct Mention: Hashable, Sendable {
    enum Form: Hashable, Sendable { case name, post, pronoun, phrase }
    /// The token that heads it.
    var head: Int
    /// Its tokens.
    var tokens: Range<Int>
    var form: Form
}

/// A post as the article gives it to somebody.
struct HeldPost: Hashable, Sendable {
    /// The post, with the body and country it is held in.
    var phrase: PostPhrase
    /// Its wording in the nominative.
    var title: String
    /// Numbers in the cast.
    var organization: Int?
    var country: Int?
    var former = false
    /// The rule that gave it.
    var rule: String
}

/// An actor in the making.
struct CastMember: Sendable {
    var kind: Actor.Kind
    var name: String
    var aliases: [String] = []
    /// Names of it that the lexicon knows, whether or not the article uses them.
    var synonyms: [String] = []
    var mentions: [Mention] = []
    var posts: [HeldPost] = []
    var ties: [(kind: String, to: Int, span: SourceSpan)] = []
    /// Evidence for masculine (positive) or feminine (negative).
    var genderVotes = 0

    /// The gender that the article's words agree on; nil where there is no evidence or as much against as for it.
    var gender: Gender? { genderVotes > 0 ? .masculine : genderVotes < 0 ? .feminine : nil }
}

/// Everybody that an article speaks of, and which tokens name whom.
struct Cast: Sendable {
    /// In no particular order; the number of a member is its place here.
    var members: [CastMember] = []
    /// For each token, the member that it is part of a name of, or that it stands for.
    private(set) var memberOf: [Int?]

    init(tokens: Int) { memberOf = Array(repeating: nil, count: tokens) }

    /// Adds a member and gives its number.
    mutating func add(_ member: CastMember) -> Int {
        members.append(member)
        for mention in member.mentions { note(mention, of: members.count - 1) }
        return members.count - 1
    }

    /// Adds a mention of a member.
    mutating func mention(_ member: Int, _ mention: Mention) {
        members[member].mentions.append(mention)
        note(mention, of: member)
    }

    private mutating func note(_ mention: Mention, of member: Int) {
        let tokens = mention.form == .name ? mention.tokens : mention.head..<mention.head + 1
        for i in tokens.clamped(to: memberOf.indices) where memberOf[i] == nil { memberOf[i] = member }
    }
}

extension CastMember {
    /// Notes a name that the article uses, unless it is the member's own or there already.
    mutating func note(alias: String) {
        if alias != name, !alias.isEmpty, !aliases.contains(alias) { aliases.append(alias) }
    }

    /// Gives a fuller name; the one it had becomes an alias.
    mutating func rename(_ fuller: String) {
        guard fuller != name else { return }
        let old = name
        name = fuller
        aliases.removeAll { $0 == fuller }
        note(alias: old)
    }
}

extension Cast {
    /// Gives a post to a member, once, and notes the phrase as a mention. Of two wordings of one post the fuller stays: «министр», «министр
    /// юстиции».
    mutating func give(_ phrase: PostPhrase, to member: Int, title: String, by rule: String, isMention: Bool = true) {
        if isMention { mention(member, Mention(head: phrase.head, tokens: phrase.tokens, form: .post)) }
        var post = HeldPost(phrase: phrase, title: title, organization: phrase.organization, country: phrase.country, rule: rule)
        post.former = phrase.former
        guard let same = members[member].posts.firstIndex(where: { $0.isSame(as: post) }) else { return members[member].posts.append(post) }
        let known = members[member].posts[same]
        if title.utf8.count > known.title.utf8.count, title.words(contain: known.title) { members[member].posts[same] = post }
        if members[member].posts[same].country == nil { members[member].posts[same].country = phrase.country ?? known.country }
        if members[member].posts[same].organization == nil {
            members[member].posts[same].organization = phrase.organization ?? known.organization
        }
    }
}

extension HeldPost {
    /// Whether two phrases speak of one post: they have the same words, or one has fewer of them and nothing else stands against it.
    func isSame(as other: HeldPost) -> Bool {
        if title == other.title { return true }
        guard phrase.isOfKind(of: other.phrase), former == other.former, compatible(country, other.country),
            compatible(organization, other.organization)
        else { return false }
        if title.words(contain: other.title) || other.title.words(contain: title) { return true }
        let (last, end) = (title.lastWord, other.title.lastWord)
        return [title, other.title].contains { !$0.contains(" ") } && last.utf8.count > 10 && end.utf8.count > 10
            && (last.hasSuffix(end) || end.hasSuffix(last))
    }

    private func compatible(_ a: Int?, _ b: Int?) -> Bool { a == nil || b == nil || a == b }
}

extension String {
    /// Whether each word of another text is here, whole or as a part of a longer word: «премьер» of «премьер-министр», «посланник» of
    /// «спецпосланник».
    func words(contain other: String) -> Bool {
        let words = split(separator: " ")
        return other.split(separator: " ").allSatisfy { word in
            words.contains { $0 == word || $0.hasPrefix(word + "-") || word.utf8.count > 10 && $0.hasSuffix(word) }
        }
    }

    /// The last word.
    var lastWord: Substring { split(separator: " ").last ?? "" }
}
