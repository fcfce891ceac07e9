import LetopisText

/// What a rule found a cue to say: the content's tokens, and whether they only stand for what was said before.
struct FrameMatch: Sendable {
    /// The rule's name.
    var rule: String
    /// Runs of tokens, not yet trimmed.
    var content: [Range<Int>]
    /// The content is only «этом».
    var standsForBefore = false
    /// The whole content is verbatim though no marks say so: a colon and a new line.
    var verbatim = false
    /// Retold words lead to the verbatim ones.
    var isLed = false
    /// The quotation that is the content, where it is one.
    var quotation: Int?
}
