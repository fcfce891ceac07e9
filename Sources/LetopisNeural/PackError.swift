/// Why networks or dictionaries cannot be loaded: which file, what is wrong with it, what to do.
public struct PackError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// The file is not there or cannot be read.
        case unreadable(errno: Int32)
        /// The file does not begin as a pack does.
        case notAPack
        /// The pack is of another protocol than this program's.
        case wrongProtocol(found: UInt32, wanted: UInt32)
        /// The file is shorter or longer than it says.
        case wrongSize(found: Int, wanted: Int)
        /// The table of sections, or a section, does not hold together.
        case malformed(String)
        /// A section that is needed is not there, or of another type or shape.
        case section(String)
        /// The system has no OpenBLAS that can be loaded.
        case library(String)
    }
    /// The file.
    public let path: String
    /// What is wrong with it.
    public let kind: Kind

    /// An error about the pack at `path`.
    public init(path: String, _ kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// What, where, and what to do.
    public var description: String {
        switch kind {
        case .unreadable(let errno): pack("cannot be read (errno \(errno))")
        case .notAPack: pack("is not a model pack")
        case .wrongProtocol(let found, let wanted): pack("has protocol \(found), this program reads \(wanted)")
        case .wrongSize(let found, let wanted): pack("has \(found) bytes where its header says \(wanted): cut off or overwritten")
        case .malformed(let why): pack("is malformed: \(why)")
        case .section(let why): pack("lacks what is needed: \(why)")
        case .library(let why): "OpenBLAS cannot be loaded: \(why). Install it: on Debian, `apt-get install libopenblas0`."
        }
    }

    private func pack(_ what: String) -> String { "model pack \(path) \(what). Run `make models` to make it anew." }
}
