/// Why a file of a language's morphology was refused: which line, and what is wrong with it.
public struct MorphologyDataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let reason: String

    /// An error in a line of a file.
    public init(file: String, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// Where and what.
    public var description: String { "\(file), line \(line): \(reason). Correct the line, or install the file anew." }
}
