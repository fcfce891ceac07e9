import LetopisText

/// A stretch of words that says who says the words around it: «, сообщил министр», «По словам министра,», «, как пишет газета,».
struct Attribution: Sendable {
    /// How it stands to the words it attributes.
    enum Form: Sendable { case posted, how, group, relative }
    /// The cue in it.
    var cue: Cue
    /// Its tokens, without the punctuation around it.
    var tokens: Range<Int>
    /// How it stands.
    var form: Form
    /// Whose words they are.
    var source: SourceMention?
    /// The article hides whose words they are.
    var hidden = false
    /// Who passes them on, where the cue names both: «пишет газета со ссылкой на министра».
    var relays: [RelayMention] = []
}
