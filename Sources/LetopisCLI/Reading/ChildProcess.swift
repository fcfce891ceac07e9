internal import FoundationEssentials
internal import Glibc

/// Another process of this program, with pipes to its standard input and from its standard output. With `Descriptor.swift` the only file of
/// this room with pointers: posix_spawn(3), pipe(2) and waitpid(2) take them.
final class ChildProcess {
    /// How a process ended.
    enum Ending: Hashable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    /// What is written here comes to its standard input.
    let input: Descriptor
    /// What it writes to its standard output comes here.
    let output: Descriptor
    /// How many bytes lie in the pipe to it before somebody who writes has to wait.
    let inputCapacity: Int
    /// F_SETPIPE_SZ of fcntl(2): gives the size that the system has settled on, or fails and leaves it at 64 KiB.
    private static let setPipeSize: Int32 = 1031
    private let number: pid_t
    private var ending: Ending?

    /// Starts this program once more with these arguments. Its standard error is this process's.
    init(arguments: [String]) throws {
        let inward = try Self.pipe(), outward = try Self.pipe()
        defer {
            close(inward.reading)
            close(outward.writing)
        }
        do { number = try Self.spawn(arguments, input: inward.reading, output: outward.writing) } catch {
            close(inward.writing)
            close(outward.reading)
            throw error
        }
        input = Descriptor(number: inward.writing)
        inputCapacity = max(1 << 16, Int(fcntl(inward.writing, Self.setPipeSize, 1 << 18)))
        // What is answered while its reader is busy lies here, so that the process need not wait to go on.
        _ = fcntl(outward.reading, Self.setPipeSize, 1 << 20)
        output = Descriptor(number: outward.reading)
    }

    deinit {
        close(input.number)
        close(output.number)
        if ending == nil { _ = end() }
    }

    /// Ends it at once, and says how it ended: it may have ended before.
    func end() -> Ending {
        if let ending { return ending }
        var status: Int32 = 0
        if unsafe waitpid(number, &status, WNOHANG) == 0 {
            kill(number, SIGKILL)
            unsafe waitpid(number, &status, 0)
        }
        let signal = status & 0x7F
        let found = signal == 0 ? Ending.exited(status >> 8 & 0xFF) : .killed(signal: signal)
        ending = found
        return found
    }

    /// A process that goes away must not take this one with it: writing to it then is an error, and no signal.
    static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

    private static func pipe() throws -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [0, 0]
        guard unsafe Glibc.pipe(&ends) == 0 else { throw SystemError(number: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func spawn(_ arguments: [String], input: Int32, output: Int32) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        let words = unsafe (["letopis"] + arguments).map { unsafe strdup($0) } + [nil]
        let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
        defer { unsafe (words + variables).forEach { unsafe free($0) } }
        var number: pid_t = 0
        let result = unsafe posix_spawn(&number, "/proc/self/exe", &actions, nil, words, variables)
        guard result == 0 else { throw SystemError(number: result) }
        return number
    }
}
