/// Why no statement came of a word of saying. The raw value says it, for people and in JSON.
public enum CueLack: String, Sendable, CaseIterable {
    // The word's form.
    case partOfSpeech = "it is another part of speech here than in its entry"
    case form = "it does not stand in the short form, which alone says something"
    case person = "it is the first or second person: somebody speaks here, nobody is spoken of"
    case order = "it is an order"
    case notYet = "it is a future or an infinitive: nothing has been said yet"
    case participle = "it is a passive participle in its long form"
    case wish = "it is a wish or a condition"
    case negation = "it is negated"
    // What stands around it.
    case seeAlso = "it stands in a line that points at another article"
    case frame = "nothing that it takes stands with it"
    case firstPerson = "its subject is the first person: these are words of somebody who is quoted already, or of the reporter"
    case content = "no word is left of its content"
    case quotationTaken = "its quotation is another cue's content"
    case clauseTaken = "its clause is another cue's content"
    case source = "it has no source: no subject, none that is left out, and none that it hides"
    case mute = "its source is nothing that talks"
    case group = "no source stands behind it in the case that it takes"
    case words = "there are no words that it could attribute"
    // Its place among the other statements.
    case reference = "it only says whom another cue refers to"
    case relay = "it passes on what another statement of the sentence says, and is that statement's relay"
    case echo = "it goes on with the statement that holds it"
}
