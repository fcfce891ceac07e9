/// The words that speech is known by, read from plain files.
struct SpeechLexicon: Sendable {
}
