internal import LetopisText

/// The cast as a record's actors: in order of first mention, with ids.
struct ActorList: Sendable {
    let actors: [Actor]
    private let ids: [Actor.ID?]

    init(_ cast: Cast, _ discourse: Discourse) {
        let order = cast.members.indices.filter { !cast.members[$0].mentions.isEmpty }.sorted { a, b in
            (ActorList.first(cast.members[a]), a) < (ActorList.first(cast.members[b]), b)
        }
        var ids = [Actor.ID?](repeating: nil, count: cast.members.count)
        for (place, member) in order.enumerated() { ids[member] = Actor.ID(place + 1) }
        self.ids = ids
        actors = order.enumerated().map { place, member in ActorList.actor(Actor.ID(place + 1), cast.members[member], ids, discourse) }
    }

    /// The id of a member of the cast.
    func id(_ member: Int?) -> Actor.ID? { member.flatMap { ids[$0] } }

    private static func first(_ member: CastMember) -> Int { member.mentions.map(\.tokens.lowerBound).min() ?? 0 }

    private static func actor(_ id: Actor.ID, _ member: CastMember, _ ids: [Actor.ID?], _ discourse: Discourse) -> Actor {
        var actor = Actor(id: id, kind: member.kind, name: member.name)
        actor.aliases = member.aliases
        actor.mentions = Set(member.mentions.map { discourse.span($0.tokens) }).sorted()
        actor.roles = member.posts.map { post in
            var role = Role(title: post.title, span: discourse.span(post.phrase.tokens), rule: post.rule)
            role.organization = post.organization.flatMap { ids[$0] }
            role.country = post.country.flatMap { ids[$0] }
            role.former = post.former
            return role
        }
        actor.ties = member.ties.compactMap { tie in ids[tie.to].map { Tie(kind: tie.kind, to: $0, span: tie.span) } }
        return actor
    }
}
