internal import Foundation

/// The checkout these tests were built from. The tests read its files, never the built program.
enum Checkout {
    /// Its folder, found from where this file was compiled.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The rooms, from the bottom up: a room may import only what stands left of it.
    static let rooms = [
        "COpenBLAS", "CLibXML2", "CZlib", "CZstd", "CBrotli", "LetopisNeural", "LetopisFormats", "LetopisText", "Letopis", "LetopisArchive",
        "LetopisWeb",
        "LetopisFetching", "LetopisCLI",
    ]

    /// Libraries in C, each with the one room that may call it.
    static let callers = [
        "COpenBLAS": "LetopisNeural", "CLibXML2": "LetopisFormats", "CZlib": "LetopisFormats", "CZstd": "LetopisFormats",
        "CBrotli": "LetopisFormats",
    ]

    /// The rooms with unsafe memory; in all others it is an error.
    static let unsafeRooms: Set<String> = ["LetopisNeural", "LetopisFormats"]

    /// The rooms whose output depends on nothing but their input: no clock, no changing globals, no input or output of their own.
    static let pureRooms: Set<String> = ["LetopisNeural", "LetopisFormats", "LetopisText", "Letopis"]

    /// All files under a folder of the checkout whose names end so, as paths from its root, sorted.
    static func files(under folder: String, ending: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
        let paths = (names?.allObjects as? [String]) ?? []
        return paths.filter { $0.hasSuffix(ending) && !$0.contains("/.") && !$0.contains("__pycache__") }.map { "\(folder)/\($0)" }.sorted()
    }

    /// The text of a file, or the empty text where there is no such file.
    static func text(_ path: String) -> String {
        guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    /// All Swift files of the rooms.
    static let sources: [SwiftFile] = files(under: "Sources", ending: ".swift").map { SwiftFile(path: $0, text: text($0)) }
    /// All Swift files of the tests.
    static let tests: [SwiftFile] = files(under: "Tests", ending: ".swift").map { SwiftFile(path: $0, text: text($0)) }
}
