internal import Glibc

/// An open file, pipe or terminal, by its number. read(2), write(2) and poll(2) take pointers; what goes in and out are
/// Swift's own arrays.
struct Descriptor {
    let number: Int32

    /// Standard output.
    static let output = Descriptor(number: STDOUT_FILENO)
    /// Standard error.
    static let complaints = Descriptor(number: STDERR_FILENO)

    /// Opens `path` for reading, hands it to `use`, and closes it whatever happens. The path `-` is standard input.
    static func reading<Result>(_ path: String, _ use: (Descriptor) throws -> Result) throws -> Result {
        let file = try opened(path)
        defer { if path != "-" { file.close() } }
        return try use(file)
    }

    /// Opens `path` for reading; whoever opens it closes it. The path `-` is standard input.
    static func opened(_ path: String) throws -> Descriptor {
        if path == "-" { return Descriptor(number: STDIN_FILENO) }
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw SystemError(number: errno) }
        return Descriptor(number: number)
    }

    /// Closes it.
    func close() { Glibc.close(number) }

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

    /// Those of some descriptors that have something to read, or whose other end is gone; none where that takes longer than so many milliseconds.
    static func readable(_ descriptors: [Descriptor], within milliseconds: Int) -> [Int] {
        var polled = descriptors.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
        let limit = Int32(clamping: max(0, milliseconds))
        guard unsafe poll(&polled, nfds_t(polled.count), limit) > 0 else { return [] }
        return polled.indices.filter { polled[$0].revents != 0 }
    }

    /// Writes all the bytes to a pipe; false where the other end does not take them within so many seconds, or is gone.
    func offer(_ bytes: [UInt8], within seconds: Int) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            var polled = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
            guard unsafe poll(&polled, 1, Int32(clamping: seconds * 1_000)) == 1, polled.revents & Int16(POLLOUT) != 0 else { return false }
            // A pipe that says that it takes bytes takes these at once.
            guard (try? write(Array(rest.prefix(Int(PIPE_BUF))))) != nil else { return false }
            rest = rest.dropFirst(Int(PIPE_BUF))
        }
        return true
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
