public import LetopisNeural

/// A dictionary of a language's word forms: reads words, gives their other forms.
///
/// Words that it does not have are read by analogy: by prefix, by the parts of a compound, by the ending. The analyses and their order
/// are those of pymorphy3 2.0 (M. Korobov, "Morphological Analyzer and Generator for Russian and Ukrainian Languages", 2015) over
/// OpenCorpora's dictionary.
///
/// Guaranteed: any word has at least one parse; no word, and no content of the pack, makes it fail; a word's cost is bounded, since only
/// words of up to `longestWord` code points are analysed. Copying costs nothing.
public struct MorphologicalDictionary: Sendable {
    let tables: DictionaryTables

    /// Longer words are not words: their only parse is the one for unknown words.
    public static let longestWord = 64

    /// Maps the dictionary pack at `path`. Throws where the pack is missing, cut off, or not a dictionary.
    public init(pack path: String) throws(PackError) {
        tables = try DictionaryTables(Pack(path: path))
    }

    /// All parses of a word, the most likely first where the corpus has the word; never empty.
    public func parses(of word: String) -> [Parse] { parses(of: Array(word.utf8)[...]) }

    /// All parses of a word given in UTF-8.
    public func parses(of word: ArraySlice<UInt8>) -> [Parse] {
        let end = UTF8Text.prefixEnd(MorphologicalDictionary.longestWord, of: word)
        var analyzer = WordAnalyzer(tables: tables)
        guard end == word.endIndex else { return [analyzer.unknown(LowerCase.of(word[..<end]))] }
        return analyzer.parses(of: Array(word))
    }

    /// Whether the dictionary itself has the word, in any spelling that a text may use for it: «все» for «всё».
    public func contains(_ word: String) -> Bool {
        var found: [FoundRecord] = []
        var scratch = LookupScratch()
        let bytes = Array(word.utf8)
        let end = UTF8Text.prefixEnd(MorphologicalDictionary.longestWord, of: bytes[...])
        guard end == bytes.endIndex else { return false }
        tables.lookup.append(LowerCase.of(bytes[...])[...], in: tables.words, to: &found, with: &scratch)
        return !found.isEmpty
    }

    /// A tag in OpenCorpora's notation: `NOUN,anim,masc sing,nomn`.
    public func text(of tag: Tag) -> String { String(decoding: tables.tags.names.text(Int(tag.id)), as: UTF8.self) }

    /// A set of grammemes by their names in OpenCorpora: `nomn`, `Surn`. Nil where the dictionary does not know one of them.
    public func grammemes(_ names: String...) -> Grammemes? { tables.tags.set(names) }
}
