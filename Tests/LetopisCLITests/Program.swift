internal import Foundation

/// The built program, run as a process, as people run it.
enum Program {
    /// The folder of the tests' own executable: the program is built beside it.
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    /// The checkout.
    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether the packs and word lists are there. Where they are not, tests that read articles are skipped, and this says so.
    static let canRead: Bool = {
        let needed = ["Share/models/manifest.json", "Share/lexicon/ru/abbreviations.txt"]
        let missing = needed.filter { !FileManager.default.fileExists(atPath: checkout.appendingPathComponent($0).path) }
        if !missing.isEmpty {
            print("tests that read articles are skipped: \(missing.joined(separator: ", ")) missing; `make models` makes the models")
        }
        return missing.isEmpty
    }()

    /// What a run gave.
    struct Run {
        var status: Int32
        var output, errors: String
        /// Ended by a signal: `status` is its number.
        var wasKilled: Bool

        /// The lines of the output.
        var lines: [Substring] { output.split(separator: "\n") }
    }

    /// Runs `letopis` in `folder` with these arguments, this input and these additions to a bare environment.
    static func run(
        _ arguments: [String], input: String = "", in folder: URL? = nil, environment: [String: String] = [:], program: String = "letopis"
    ) throws -> Run {
        let process = Process(), inward = Pipe()
        let scratch = try Scratch()
        process.executableURL = program == "letopis" ? self.folder.appendingPathComponent(program) : URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "TERM": "xterm"].merging(environment) { $1 }
        process.standardInput = inward
        process.standardOutput = try scratch.handle("out")
        process.standardError = try scratch.handle("err")
        try process.run()
        try? inward.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? inward.fileHandleForWriting.close()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: scratch.text("out"), errors: scratch.text("err"),
            wasKilled: process.terminationReason == .uncaughtSignal)
    }

    /// Starts `letopis` in a scratch folder, its output and errors going to the files `out` and `err` there.
    static func started(_ arguments: [String], in scratch: Scratch) throws -> Process {
        let process = Process()
        process.executableURL = folder.appendingPathComponent("letopis")
        process.arguments = arguments
        process.currentDirectoryURL = scratch.folder
        process.standardOutput = try scratch.handle("out")
        process.standardError = try scratch.handle("err")
        try process.run()
        return process
    }

    /// Starts it, and kills it after so many microseconds; where `sign` is given, so many after that stands in its output.
    static func killed(_ arguments: [String], after microseconds: Int, whenSaying sign: String?, in scratch: Scratch) throws {
        let process = try started(arguments, in: scratch)
        if let sign {
            for _ in 0..<500 where process.isRunning && !scratch.text("out").contains(sign) { usleep(10_000) }
        }
        usleep(UInt32(microseconds))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

/// A folder of its own for one test, gone when the test is over.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("letopis-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file and gives its path.
    @discardableResult func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    @discardableResult func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    func handle(_ name: String) throws -> FileHandle { try FileHandle(forWritingTo: URL(fileURLWithPath: try write(name, ""))) }

    func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) ?? Data(), as: UTF8.self)
    }
}
