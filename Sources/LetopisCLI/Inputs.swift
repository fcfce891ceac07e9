internal import FoundationEssentials
internal import LetopisText

/// One thing to read: where it is.
struct Input: Hashable, Sendable {
    /// The path, or `-` for standard input.
    let path: String
    /// Bytes that are read of one input, so that memory stays bounded: enough for the longest page, and for the longest article in any charset,
    /// and a bit more, so that the article's own notice says that there was more.
    static let mostBytes = max(2 * Article.mostBytes, Page.mostBytes) + 64

    /// Its bytes, as far as one document is looked at. Throws a `CommandError` where it cannot be read or is a folder.
    func bytes() throws -> [UInt8] {
        do {
            return try SourceFile(path).whole()
        } catch let error as SystemError {
            throw Input.isFolder(path) ? CommandError.folder(name: path) : CommandError.unreadable(name: path, error)
        }
    }

    /// What the command line names, folders opened: the `.txt` files in each, by name. A folder that cannot be opened stays as it is and
    /// is reported when it is read; a folder without texts throws.
    static func gather(_ paths: [String], openingFolders: Bool) throws -> [Input] {
        guard !paths.isEmpty else {
            if Descriptor(number: 0).isTerminal { throw CommandError.nothingToRead }
            return [Input(path: "-")]
        }
        return try paths.flatMap { path in openingFolders && isFolder(path) ? try texts(in: path) : [Input(path: path)] }
    }

    private static func texts(in folder: String) throws -> [Input] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [Input(path: folder)] }
        let texts = names.filter { $0.hasSuffix(".txt") }.sorted()
        guard !texts.isEmpty else { throw CommandError.noTexts(name: folder) }
        return texts.map { Input(path: folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)") }
    }

    static func isFolder(_ path: String) -> Bool {
        var folder = false
        return path != "-" && FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder
    }
}
