internal import FoundationEssentials

/// The files that `letopis ingest` is to take: those named, and those in folders.
struct SourceFiles {
    private(set) var paths: [String] = []
    /// Folders that could not be opened, or have nothing in them.
    private(set) var failures: [SourceDocument] = []

    /// Files that are named one by one.
    init(naming paths: [String]) { self.paths = paths }

    /// Opens folders, down to the last one: the files in them whose ending names a form, by name; hidden ones left out.
    init(_ sources: [String]) {
        for source in sources {
            guard Self.isFolder(source) else {
                paths.append(source)
                continue
            }
            guard let names = try? FileManager.default.subpathsOfDirectory(atPath: source) else {
                failures.append(.failed(name: source, reason: "the folder cannot be opened"))
                continue
            }
            let taken = names.filter { SourceForm(ending: $0) != nil && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
            if taken.isEmpty {
                failures.append(.failed(name: source, reason: "no file of text, HTML, JSON lines, feeds or WARC in this folder"))
            }
            paths += taken.map { source.hasSuffix("/") ? source + $0 : "\(source)/\($0)" }
        }
    }

    /// Where a file is, whatever folder the program was started in.
    static func absolute(_ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// When a file was last changed, as ISO 8601 writes it: the time at which what stands in it was got.
    static func changed(_ path: String) -> String {
        let date = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
        // To the millisecond: a file that is changed twice in a second has two forms, of which the later one is current.
        return (date ?? Date.now).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    private static func isFolder(_ path: String) -> Bool {
        var folder = false
        return path != "-" && FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder
    }
}
