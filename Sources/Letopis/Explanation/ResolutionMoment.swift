/// What resolution knows when it has resolved a statement's source.
struct ResolutionMoment {
    let fact: SpeechFact
    /// Who utters the statement that holds this one.
    let outer: Int?
    /// Who spoke before.
    let speaker: Pronouns.Speaker?
    /// Whom the source stands for, by number in the cast.
    let member: Int?
    let sources: Sources
    /// What was known just before.
    let before: Sources?
    /// All posts of the article, in text order.
    let phrases: [PostPhrase]

    /// Whether the source became an actor called by the article's own words.
    var isLeft: Bool {
        guard let member, let mention = sources.cast.members[member].mentions.last else { return false }
        return mention.form == .phrase && mention.head == fact.source?.head
    }
}
