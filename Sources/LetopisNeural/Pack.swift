/// A model pack: named arrays of numbers in one memory-mapped file. `Training/pack.py` writes it and describes the format.
///
/// Guaranteed after opening: the header, the table and every section lie inside the file, aligned, with the size that their shape says.
/// What the numbers mean is for the caller to check.
public struct Pack: Sendable {
    /// The version of the format, and of what the packs hold, that this program reads.
    public static let currentProtocol: UInt32 = 1
    /// Where it was read from.
    public let path: String
    private let file: MappedFile
    private let sections: [String: Section]

    private struct Section { var kind: UInt32, shape: [Int], offset: Int, bytes: Int }
    private enum Layout {
        static let magic = Array("LETOPACK".utf8)
        static let header = 24
        static let entry = 72
        static let nameBytes = 32
        static let most = 1024
    }

    /// Maps the pack at `path` and checks its table. Throws a `PackError` where it is missing, cut off or malformed.
    public init(path: String) throws(PackError) {
        self.path = path
        file = try MappedFile(path: path)
        let bytes = unsafe MappedArray(base: file.base.assumingMemoryBound(to: UInt8.self), count: file.count, owner: file)
        sections = try Pack.table(bytes, path)
    }

    /// The section `name` as numbers of one type, with its shape. Throws where it is missing, of another type, or of another rank.
    public func array<Element>(_ name: String, of type: Element.Type, rank: Int) throws(PackError) -> (MappedArray<Element>, shape: [Int])
    where Element: PackElement {
        guard let section = sections[name] else { throw PackError(path: path, .section("no section \(name)")) }
        guard section.kind == Element.packKind else { throw PackError(path: path, .section("section \(name) is of another type")) }
        guard section.shape.count == rank else {
            throw PackError(path: path, .section("section \(name) has rank \(section.shape.count), not \(rank)"))
        }
        let base = unsafe (file.base + section.offset).assumingMemoryBound(to: Element.self)
        return (unsafe MappedArray(base: base, count: section.bytes / MemoryLayout<Element>.size, owner: file), section.shape)
    }

    /// A section of bytes.
    public func bytes(_ name: String) throws(PackError) -> MappedArray<UInt8> { try array(name, of: UInt8.self, rank: 1).0 }

    /// A section of lines of UTF-8 text, a line feed after each.
    public func lines(_ name: String) throws(PackError) -> [String] {
        let bytes = try self.bytes(name)
        var lines: [String] = []
        var line: [UInt8] = []
        for i in 0..<bytes.count {
            if bytes[i] == 10 {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll(keepingCapacity: true)
            } else {
                line.append(bytes[i])
            }
        }
        return lines
    }

    private static func table(_ bytes: MappedArray<UInt8>, _ path: String) throws(PackError) -> [String: Section] {
        guard bytes.count >= Layout.header, (0..<8).allSatisfy({ bytes[$0] == Layout.magic[$0] }) else {
            throw PackError(path: path, .notAPack)
        }
        let found = UInt32(bytes.little(8, 4))
        guard found == currentProtocol else { throw PackError(path: path, .wrongProtocol(found: found, wanted: currentProtocol)) }
        let size = bytes.little(16, 8)
        guard size == UInt64(bytes.count) else { throw PackError(path: path, .wrongSize(found: bytes.count, wanted: Int(clamping: size))) }
        let count = Int(bytes.little(12, 4))
        guard count <= Layout.most, Layout.header + count * Layout.entry <= bytes.count else {
            throw PackError(path: path, .malformed("the table of sections runs over the end"))
        }
        var sections: [String: Section] = [:]
        for i in 0..<count {
            let (name, section) = try entry(bytes, at: Layout.header + i * Layout.entry, path)
            guard sections.updateValue(section, forKey: name) == nil else {
                throw PackError(path: path, .malformed("two sections \(name)"))
            }
        }
        return sections
    }

    private static func entry(_ bytes: MappedArray<UInt8>, at start: Int, _ path: String) throws(PackError) -> (String, Section) {
        let name = String(decoding: (start..<start + Layout.nameBytes).map { bytes[$0] }.prefix { $0 != 0 }, as: UTF8.self)
        let kind = UInt32(bytes.little(start + 32, 4)), rank = Int(bytes.little(start + 36, 4))
        guard let width = elementSizes[kind], (1...4).contains(rank) else {
            throw PackError(path: path, .malformed("section \(name): type or rank"))
        }
        let shape = (0..<rank).map { Int(bytes.little(start + 40 + $0 * 4, 4)) }
        let offset = bytes.little(start + 56, 8), length = bytes.little(start + 64, 8)
        var product: UInt64 = UInt64(width)
        for dimension in shape {
            let (value, overflow) = product.multipliedReportingOverflow(by: UInt64(dimension))
            guard !overflow else { throw PackError(path: path, .malformed("section \(name): shape")) }
            product = value
        }
        guard product == length, offset % 64 == 0, offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset else {
            throw PackError(path: path, .malformed("section \(name) does not lie in the file"))
        }
        return (name, Section(kind: kind, shape: shape, offset: Int(offset), bytes: Int(length)))
    }

    private static let elementSizes: [UInt32: Int] = [1: 1, 2: 2, 3: 4, 4: 4]
}

/// A type of number that a pack can hold.
public protocol PackElement: BitwiseCopyable, Sendable {
    /// Its code in the table of sections.
    static var packKind: UInt32 { get }
}
extension UInt8: PackElement {
    /// The code of sections of bytes.
    public static var packKind: UInt32 { 1 }
}
extension UInt16: PackElement {
    /// The code of sections of 16-bit numbers.
    public static var packKind: UInt32 { 2 }
}
extension UInt32: PackElement {
    /// The code of sections of 32-bit numbers.
    public static var packKind: UInt32 { 3 }
}
extension Float: PackElement {
    /// The code of sections of floating-point numbers.
    public static var packKind: UInt32 { 4 }
}

extension MappedArray where Element == UInt8 {
    /// A little-endian number of `width` bytes at `start`.
    func little(_ start: Int, _ width: Int) -> UInt64 {
        (0..<width).reduce(0) { $0 | UInt64(self[start + $1]) << UInt64(8 * $1) }
    }
}
