/// A word of what is said through something: what kind of channel it is, and what must stand beside it.
struct ChannelEntry: Sendable {
    /// Its kind.
    let kind: ChannelMention.Kind
    /// The platform's name, one for all its spellings in a script, where the word is one: «твиттере» is «Твиттер».
    var name: String?
    /// Carries words only where somebody's own is spoken of: «в своём канале».
    var isOwn = false
    /// An interview only with the name of an outlet: «в разговоре с „Вестником“».
    var needsOutlet = false
    /// A briefing where it is for journalists: «в беседе с журналистами».
    var isPress = false
    /// Nothing else than that: «на встрече с журналистами».
    var needsPress = false
    /// A post where the article spoke of a post before: «в другом сообщении».
    var mayBePost = false
    /// A letter where it turns to somebody: «в обращении к министру».
    var isLetter = false

    /// Reads the first field of a line: the kind, then `name` and a name, or marks; nil where a word of it is not known.
    init?(_ field: String) {
        let words = field.split(separator: " ").map(String.init)
        guard let kind = words.first.flatMap(ChannelMention.Kind.init(rawValue:)) else { return nil }
        self.kind = kind
        if words.count > 2, words[1] == "name" {
            name = words.dropFirst(2).joined(separator: " ")
            return
        }
        for word in words.dropFirst() {
            switch word {
            case "again": mayBePost = true
            case "letter": isLetter = true
            case "outlet": needsOutlet = true
            case "own": isOwn = true
            case "press": isPress = true
            case "only": needsPress = true
            default: return nil
            }
        }
    }
}
