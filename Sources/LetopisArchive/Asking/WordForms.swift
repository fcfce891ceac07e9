public import LetopisText

/// The dictionary as a question uses it: whoever asks for one form of a word means all of them.
public struct WordForms: Sendable {
    private let dictionary: MorphologicalDictionary?

    /// The forms that a dictionary knows; without one a word is only itself.
    public init(_ dictionary: MorphologicalDictionary? = nil) { self.dictionary = dictionary }

    /// The lemmas that a word may have, folded as those of the word tables; the word itself is among them.
    func lemmas(_ word: String) -> [String] {
        let parses = dictionary?.parses(of: word) ?? []
        return Set([word] + parses.compactMap { Self.single($0.normalForm) }).sorted()
    }

    /// The lemma that a word has most often, folded; the word itself where no dictionary says more.
    func likelyLemma(_ word: String) -> String { dictionary?.parses(of: word).first.flatMap { Self.single($0.normalForm) } ?? word }

    /// What is one word to the word tables, as they have it.
    private static func single(_ word: String) -> String? {
        let words = WordFolding.words(word)
        return words.count == 1 ? words[0] : nil
    }

    /// What a name may be in the nominative, in which names are filed: of a nominative only itself, so that «Белова» is not also «Белов».
    func nominatives(_ word: String) -> [String] {
        guard let dictionary, let nominative = dictionary.grammemes("nomn") else { return [word] }
        let all = dictionary.parses(of: word), kinds = ["Surn", "Name"].compactMap { dictionary.grammemes($0) }
        // «Беловой» is a rare adjective, too: where it may be a name, it is one.
        let proper = all.filter { parse in kinds.contains { parse.tag.grammemes.contains($0) } }, parses = proper.isEmpty ? all : proper
        guard !parses.contains(where: { $0.tag.grammemes.contains(nominative) }) else { return [word] }
        let names = parses.compactMap { dictionary.inflect($0, to: nominative) }.compactMap { Self.single($0.word) }
        return Set([word] + names).sorted()
    }

    /// All forms of a word, folded and in lower case: what to mark in a text that was found by it.
    public func forms(_ word: String) -> Set<String> {
        guard let dictionary else { return [word] }
        let forms = dictionary.parses(of: word.lowercased()).flatMap { dictionary.lexeme(of: $0) }
        return Set([word] + forms.flatMap { WordFolding.words($0.word) })
    }
}
