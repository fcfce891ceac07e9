internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// What `search` and `timeline` are told, and the run that they share.
struct AskingOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, csv }

    @Argument(
        parsing: .allUnrecognized,
        help: "Words, \"phrases\", -words that must not be there, and filters: speaker: about: outlet: lang: kind: date:")
    var question: [String] = []

    @Option(name: .shortAndLong, help: "text for people; json (an object a line) or csv for programs.")
    var format = Format.text

    @Option(help: "At most so many.")
    var limit = 20

    @Option(help: "Go on after the page that ended with this; each page says what comes after it.")
    var after: Int64?

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var common: DictionaryOptions

    func validate() throws {
        if !(1...1_000_000).contains(limit) { throw ValidationError("--limit is a number from 1 to 1000000, not \(limit).") }
    }

    /// Asks, and writes what is found. One more than the page has is asked for: it says whether there is a next page.
    func run(_ order: Archive.Order, of entriesOnly: Bool) throws {
        var question = try Question(question.joined(separator: " "))
        if entriesOnly { question.askForEntries() }
        let forms = common.wordForms
        let hits = try archive.open(.reading).search(question, forms: forms, order: order, after: after, limit: limit + 1)
        guard !hits.isEmpty else {
            if format == .text { Console.complain("nothing found") }
            throw CommandError.nothingFound
        }
        let page = Array(hits.prefix(limit)), next = hits.count > limit ? page.last?.cursor : nil
        switch format {
        case .json: try Console.emit(HitWire.lines(page))
        case .csv: try Console.emit(HitWire.table(page))
        case .text:
            let marked = question.marked.reduce(into: Set<String>()) { $0.formUnion(forms.forms($1)) }
            try Console.emit(Array(HitText(style: Console.style, marked: marked, groupsByDay: entriesOnly).text(page).utf8))
            if let next { Console.complain("there is more: --after \(next)") }
        }
    }
}

/// Where the dictionary is looked for that knows the forms of words. Without it a word is only itself.
struct DictionaryOptions: ParsableArguments {
    @Option(help: "The folder with models and word lists.", completion: .directory)
    var share: String?

    @Option(help: "The language of the question, by its code.")
    var lang = "ru"

    /// The forms of words; where there is no dictionary, that is said.
    var wordForms: WordForms {
        guard let folder = try? ShareFolder.locate(named: share),
            let dictionary = try? MorphologicalDictionary(pack: folder.models(lang) + "/dictionary.pack")
        else {
            Console.complain("no dictionary found, so words are looked for in the form that is asked for; see `letopis doctor`")
            return WordForms()
        }
        return WordForms(dictionary)
    }
}
