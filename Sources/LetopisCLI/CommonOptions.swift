internal import ArgumentParser
internal import FoundationEssentials
internal import LetopisText

/// Options of every command that reads.
struct CommonOptions: ParsableArguments {
    @Option(
        help:
            "The folder with models and word lists. Otherwise LETOPIS_SHARE, ../share/letopis beside the program, or the checkout's Share.",
        completion: .directory)
    var share: String?

    @Option(name: .shortAndLong, help: "How many inputs are read side by side. (default: the number of processors)")
    var jobs: Int?

    @Option(
        help: "The charset of the input, where it is known: utf-8, windows-1251, koi8-r, utf-16. Otherwise it is found out.",
        transform: CommonOptions.charset)
    var charset: Charset?

    @Option(help: "The language of the input, by its code.")
    var lang = "ru"

    /// The share folder, and that it has the language.
    func locateShare() throws -> ShareFolder {
        let found = try ShareFolder.locate(named: share)
        guard found.lexiconLanguages.isEmpty || found.lexiconLanguages.contains(lang) else {
            throw CommandError.noLanguage(lang, known: found.lexiconLanguages)
        }
        return found
    }

    /// The number of tasks.
    var parallelism: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    /// A charset by any of the names that the web has for it: `cp1251`.
    private static func charset(_ label: String) throws -> Charset {
        guard let charset = Charset(label: label) else {
            let known = Charset.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--charset is one of \(known), not \"\(printable(label))\".")
        }
        return charset
    }

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024, not \(jobs).") }
    }
}
