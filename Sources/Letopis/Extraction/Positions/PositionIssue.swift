import LetopisText

/// What a position is about, as a rule found it.
struct PositionIssue: Sendable {
    /// The rule's name.
    var rule: String
    /// Its tokens, not yet trimmed.
    var tokens: Range<Int>
    /// The token that heads it.
    var head: Int
    /// It is a noun with its attributes.
    var isNominal: Bool
    /// What is said of it turns the word's stance round: «считает план ошибкой».
    var isTurned = false
}
