internal import LetopisText

/// Finds whom a post without a name stands for: «спецпосланник», «американский президент», «глава правительства».
///
/// A holder must be the only one whose post goes with these words: no country, body or word of the title may contradict.
/// Two who fit are none.
struct PostReferences {
    private let discourse: Discourse
    private let cast: Cast
    private(set) var holders: [String: [Int]] = [:]
    /// Those whose post in a country lets an article call them by another name: «французский лидер» of its president.
    private var widely: [String: [Int]] = [:]
    /// A post held by more people than this tells nobody apart.
    private static let mostHolders = 64

    init(_ discourse: Discourse, cast: Cast) {
        (self.discourse, self.cast) = (discourse, cast)
        for (number, member) in cast.members.enumerated() {
            for post in member.posts {
                for key in [post.phrase.family, post.phrase.kind, noun(post.phrase)] { Self.note(number, under: key, in: &holders) }
                for key in post.phrase.wider where post.country != nil { Self.note(number, under: key, in: &widely) }
            }
        }
    }

    /// The number of the holder in the cast, or nil.
    func holder(of phrase: PostPhrase) -> Int? {
        let keys = [phrase.family, noun(phrase), phrase.kind]
        let named = Set(keys.flatMap { holders[$0] ?? [] } + (phrase.country == nil ? [] : widely[phrase.family] ?? [])).sorted()
        let fitting = named.filter { fits(phrase, cast.members[$0]) }
        if fitting.count <= 1 { return fitting.first }
        let closer = fitting.filter { cast.members[$0].posts.contains { fit($0, phrase) == .exact } }
        if closer.count == 1 { return closer[0] }
        let before = (closer.isEmpty ? fitting : closer).filter { cast.members[$0].mentions.contains { $0.head < phrase.head } }
        return before.count == 1 ? before[0] : nil
    }

    private static func note(_ member: Int, under key: String, in table: inout [String: [Int]]) {
        guard (table[key]?.count ?? 0) < mostHolders, table[key]?.contains(member) != true else { return }
        table[key, default: []].append(member)
    }

    func noun(_ phrase: PostPhrase) -> String { String(decoding: discourse.lemma(phrase.head), as: UTF8.self) }

    enum Fit { case no, possible, exact }

    private func fits(_ phrase: PostPhrase, _ member: CastMember) -> Bool {
        member.posts.contains { fit($0, phrase) != .no }
    }

    func fit(_ post: HeldPost, _ phrase: PostPhrase) -> Fit {
        guard compatible(post.country, phrase.country), compatible(post.organization, phrase.organization) else { return .no }
        let (held, said) = (extras(post.phrase), extras(phrase))
        if post.phrase.wider.contains(phrase.family), phrase.country != nil,
            said.isEmpty || phrase.family != noun(phrase)
        {
            return post.country == phrase.country && post.organization == nil ? .possible : .no
        }
        if post.phrase.family == phrase.family {
            if !said.isEmpty, noun(post.phrase) == noun(phrase), !said.isSubset(of: held) { return .no }
            return held == said && post.country == phrase.country && post.organization == phrase.organization ? .exact : .possible
        }
        if phrase.family == post.phrase.kind, said.isEmpty || phrase.family != noun(phrase) { return .possible }
        let isPlain = phrase.family == noun(phrase) || post.phrase.family == noun(post.phrase)
        return isPlain && noun(post.phrase) == noun(phrase) && said.isSubset(of: held) ? .possible : .no
    }

    private func compatible(_ a: Int?, _ b: Int?) -> Bool { a == nil || b == nil || a == b }

    /// The words of a title besides the noun, by how they begin: «иностранных дел».
    private func extras(_ phrase: PostPhrase) -> Set<[UInt8]> {
        Set(
            phrase.title.filter { $0 != phrase.head && discourse.tokens[$0].upos != .adposition }.map {
                Array(discourse.lemma($0).prefix(10))
            })
    }
}

extension PostPhrase {
    /// What kind of post the common name says it is: «министр» of «министр иностранных дел».
    var kind: String { String(family.prefix { $0 != " " }) }

    /// Whether two phrases may speak of one post: «министр» and «министр юстиции».
    func isOfKind(of other: PostPhrase) -> Bool { family == other.family || family == other.kind || kind == other.family }
}
