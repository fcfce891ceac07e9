internal import LetopisArchive

/// Everything that a command can fail with: the wording and the exit status of each, in one place.
enum CommandError: Error, Hashable {
    /// An input could not be opened or read.
    case unreadable(name: String, SystemError)
    /// A folder where one article was wanted.
    case folder(name: String)
    /// A folder without any text file.
    case noTexts(name: String)
    /// Part of an input, or what is in it, could not be read, and why.
    case unread(name: String, reason: String)
    /// There was no article in any of the inputs.
    case nothingInside
    /// No input was named, and standard input is a terminal.
    case nothingToRead
    /// `count` inputs could not be read; each has been reported.
    case someFailed(count: Int)
    /// All inputs could be read, and none is text; each has been reported.
    case noneIsText
    /// No share folder was found in these places.
    case noShare(searched: [String])
    /// The share folder has no such language.
    case noLanguage(String, known: [String])
    /// A model or a word list is missing or damaged, in the words of the room that wanted it.
    case setUp(String)
    /// `doctor` found things missing, and has said which.
    case unwell
    /// The archive could not do what was asked.
    case archive(ArchiveError)
    /// A question to the archive that cannot be understood.
    case question(QuestionError)
    /// Nothing was found; that has been said, or need not be.
    case nothingFound
    /// No article, statement, meeting or position has this id; or several have.
    case noSuchID(String, candidates: [String])
    /// `check` found faults, and has said which.
    case faulty
    /// Something that should be an address of the web, and why it cannot be fetched.
    case address(String, reason: String)
    /// A list, or an archive, without a feed.
    case noFeeds(in: String)
    /// A feed that the archive does not have.
    case noSuchFeed(String)
    /// Stopped by Ctrl-C, before all was done.
    case interrupted
    /// Standard output takes no more.
    case unwritable(SystemError)
    /// Whoever read standard output has gone away.
    case readerGone

    /// The exit status: `sysexits.h` where it has one, 2 for an input that failed, 141 as the shell shows SIGPIPE.
    var status: Int32 {
        switch self {
        case .nothingFound, .noSuchID, .faulty: 1
        case .unreadable, .folder, .noTexts, .unread, .someFailed, .address, .noFeeds, .noSuchFeed: 2
        case .nothingToRead, .question: 64
        case .noneIsText, .nothingInside: 65
        case .unwritable: 74
        case .archive(let error): error.status
        case .noShare, .noLanguage, .setUp, .unwell: 78
        case .interrupted: 130
        case .readerGone: 141
        }
    }

    /// What to tell people: what, where, what to do. Nil where it has been said, or nobody listens.
    var message: String? {
        switch self {
        case .unreadable(let name, let error): "\(printable(name)): \(error)"
        case .folder(let name): "\(printable(name)): is a folder; name the files in it"
        case .noTexts(let name): "\(printable(name)): no .txt file in this folder"
        case .unread(let name, let reason): "\(printable(name)): \(printable(reason))"
        case .nothingInside: "there is no article in what was named"
        case .nothingToRead: "nothing to read: name a file, or - for standard input; see `letopis --help`"
        case .noShare(let searched):
            "no folder with models and word lists found; looked for \(searched.map(printable).joined(separator: ", ")). "
                + "Name it with --share or LETOPIS_SHARE; `make models` makes it in a checkout."
        case .noLanguage(let code, let known):
            "no word lists for the language \(printable(code)); there are: \(known.joined(separator: ", "))"
        case .setUp(let what): "\(what)\(what.hasSuffix(".") ? "" : ".") See also `letopis doctor`."
        case .address(let text, let reason): "\(printable(text)): \(printable(reason))"
        case .noFeeds(let place): "\(printable(place)): no feeds in it; `letopis feeds add URL` adds one to the archive"
        case .noSuchFeed(let url): "\(printable(url)): the archive has no such feed; `letopis feeds list` lists them"
        case .unwritable(let error): "standard output: \(error)"
        case .archive(let error): printable("\(error)")
        case .question(let error): printable("\(error)")
        case .noSuchID(let id, let candidates):
            candidates.isEmpty
                ? "nothing in the archive has the id \(printable(id))"
                : "several have an id that begins with \(printable(id)): \(candidates.joined(separator: ", "))"
        case .someFailed, .noneIsText, .unwell, .interrupted, .readerGone, .nothingFound, .faulty: nil
        }
    }

    /// What is wrong with an input, without its name.
    var reason: String? {
        switch self {
        case .unreadable(_, let error): "\(error)"
        case .folder: "is a folder; name the files in it"
        default: message
        }
    }

    /// What is wrong, without sending on to `doctor`: for `doctor` itself.
    var complaint: String? {
        if case .setUp(let what) = self { what } else { message }
    }
}

extension CommandError {
    /// An error of the rooms below that a command passes on; nil of others.
    init?(any error: any Error) {
        switch error {
        case let error as CommandError: self = error
        case let error as ArchiveError: self = .archive(error)
        case let error as QuestionError: self = .question(error)
        default: return nil
        }
    }
}

extension ArchiveError {
    /// The exit status: `sysexits.h` where it has one.
    fileprivate var status: Int32 {
        switch self {
        case .foreign, .newer, .damaged, .malformedRecord: 65
        case .unopenable: 66
        case .readOnly, .exists: 73
        case .full, .diskFailed, .unsynchronised, .other: 74
        case .locked: 75
        }
    }
}
