internal import FoundationEssentials
internal import LetopisText

/// The folder with everything that is read at run time: `models` and `lexicon`. Plain files beside the program.
struct ShareFolder {
    /// Its path.
    let path: String
    /// How it was found, for `doctor`: `--share`, `LETOPIS_SHARE`, `installed`, `checkout`.
    let found: String

    /// The folder of the models of a language.
    func models(_ language: String) -> String { "\(path)/models/\(language)" }
    /// The abbreviations of a language, as its word list has them.
    func abbreviations(_ language: String) throws -> [UInt8] { try LexiconFile.bytes("\(path)/lexicon/\(language)/abbreviations.txt") }
    /// The languages that have word lists.
    var lexiconLanguages: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/lexicon")) ?? []
        return names.filter { ShareFolder.isFolder("\(path)/lexicon/\($0)") }.sorted()
    }
    /// What the packs should be.
    var manifest: String { "\(path)/models/manifest.json" }

    /// Finds it: what the command line names, what `LETOPIS_SHARE` names, `../share/letopis` beside the program, then a folder `Share`
    /// upward from the program. One that is named is taken as it is, and missed where it is not there.
    static func locate(named: String?) throws -> ShareFolder {
        if let named { return try existing(named, found: "--share") }
        if let named = ProcessInfo.processInfo.environment["LETOPIS_SHARE"], !named.isEmpty {
            return try existing(named, found: "LETOPIS_SHARE")
        }
        let folders = foldersAbove(program)
        let installed = (folders.dropFirst().first ?? "") + "/share/letopis"
        if isFolder(installed + "/lexicon") { return ShareFolder(path: installed, found: "installed") }
        let checkouts = folders.map { $0 + "/Share" }
        guard let checkout = checkouts.first(where: { isFolder($0 + "/lexicon") || isFolder($0 + "/models") }) else {
            throw CommandError.noShare(searched: [installed, "Share in \(folders.first ?? "/") and above"])
        }
        return ShareFolder(path: checkout, found: "checkout")
    }

    private static func existing(_ path: String, found: String) throws -> ShareFolder {
        guard isFolder(path) else { throw CommandError.noShare(searched: ["\(path) (\(found))"]) }
        return ShareFolder(path: path, found: found)
    }

    /// The program's own file, whatever it was called by.
    private static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first ?? ""
    }

    /// The folder that holds `path`, the one that holds that, and so on to the root.
    private static func foldersAbove(_ path: String) -> [String] {
        var parts = path.split(separator: "/"), folders: [String] = []
        while !parts.isEmpty {
            parts.removeLast()
            folders.append("/" + parts.joined(separator: "/"))
        }
        return folders
    }

    private static func isFolder(_ path: String) -> Bool {
        var folder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder
    }
}
