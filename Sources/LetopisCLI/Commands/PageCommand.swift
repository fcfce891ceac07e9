internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// `letopis page`: the article that was found on each page, for `Evaluation/pages`, and to see what `read` reads of a page.
struct PageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page",
        abstract: "Show the article that is found on a page of HTML, as JSON.",
        discussion: "For Evaluation/pages, and to see what `letopis read` takes of a page. Docs/pages-and-feeds.md defines the JSON.",
        shouldDisplay: false)

    @Argument(help: "Pages of HTML; - is standard input.", completion: .file())
    var files: [String] = []

    @Option(help: "Where the page came from.")
    var url: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let lexicon = try ShareFolder.locate(named: common.share).pageLexicon()
            let files = SourceFiles(naming: try Input.gather(files, openingFolders: false).map(\.path))
            let stream = DocumentStream(files, form: .html, known: nil, charset: nil, lexicon: lexicon)
            try await Batch(stream, jobs: common.parallelism).run {
                { documents in
                    documents.map { given in
                        let page = Page(given.document.bytes, charset: common.charset, url: url, lexicon: lexicon)
                        return .read(PageCommand.json(page, id: documentID(given.name)), notices: page.article.notices)
                    }
                }
            }
        }
    }

    private static func json(_ page: Page, id: String) -> [UInt8] {
        var json = JSONWriter()
        let article = page.article, map = CodePointMap(article)
        json.object { json in
            json.field("id", id)
            json.field("outlet", article.outlet)
            json.field("title", article.title)
            json.field("author", article.author)
            json.field("published", article.published)
            json.field("modified", page.modified)
            json.field("url", article.url)
            json.field("lang", article.language)
            json.key("text")
            json.string(utf8: article.utf8[...])
            json.key("seeAlso")
            json.array { json in for pointer in page.seeAlso { write(pointer, map, to: &json) } }
        }
        json.endLine()
        return json.bytes
    }

    private static func write(_ pointer: Page.SeeAlsoBlock, _ map: CodePointMap, to json: inout JSONWriter) {
        json.object { json in
            json.field("title", pointer.title)
            json.field("url", pointer.url)
            json.key("span")
            guard let span = pointer.span.map({ map.codePoints($0) }) else { return json.null() }
            json.object { json in
                json.field("start", span.lowerBound)
                json.field("end", span.upperBound)
            }
        }
    }
}
