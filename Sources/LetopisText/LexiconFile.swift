internal import LetopisNeural

/// A lexicon file, read whole. Lexicons are plain text in `Share/lexicon`, one entry a line.
public enum LexiconFile {
    /// The bytes of the file at `path`. Throws `TextError` where it cannot be read. An empty file has no bytes.
    public static func bytes(_ path: String) throws(TextError) -> [UInt8] {
        do {
            return try WholeFile.read(path)
        } catch {
            throw TextError(lexicon: path, line: 0, .unreadable)
        }
    }
}
