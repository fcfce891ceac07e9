internal import Glibc

/// An open file, pipe or terminal, by its number. All pointers of this room are in this file: read(2) and write(2) take them, and what
/// goes in and out are Swift's own arrays.
struct Descriptor {
    let number: Int32

    /// Standard output.
    static let output = Descriptor(number: STDOUT_FILENO)
    /// Standard error.
    static let complaints = Descriptor(number: STDERR_FILENO)

    /// Opens `path` for reading, hands it to `use`, and closes it whatever happens. The path `-` is standard input.
    static func reading<Result>(_ path: String, _ use: (Descriptor) throws -> Result) throws -> Result {
        if path == "-" { return try use(Descriptor(number: STDIN_FILENO)) }
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw SystemError(number: errno) }
        defer { close(number) }
        return try use(Descriptor(number: number))
    }

    /// Whether somebody sits at the other end.
    var isTerminal: Bool { isatty(number) == 1 }

    /// The next bytes, at most `count`; none at the end.
    func read(atMost count: Int) throws -> [UInt8] {
        var got = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            repeat { got = unsafe Glibc.read(number, buffer.baseAddress, count) } while got < 0 && errno == EINTR
            filled = max(got, 0)
        }
        guard got >= 0 else { throw SystemError(number: errno) }
        return bytes
    }

    /// Writes all the bytes, or throws.
    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written >= 0 else { throw SystemError(number: errno) }
            rest = rest.dropFirst(written)
        }
    }
}

/// What the system said no with.
struct SystemError: Error, Hashable, CustomStringConvertible {
    let number: Int32

    /// Nobody reads the other end any more: `letopis … | head`.
    var isBrokenPipe: Bool { number == EPIPE }

    /// In the system's words: `No such file or directory`.
    var description: String { unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)" }
}
