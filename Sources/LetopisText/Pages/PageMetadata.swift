/// What is known of the article on a page, the best source of each first.
struct PageMetadata {
    private(set) var outlet, title, author, url, published, modified, language: String?

    init(_ head: PageHead, _ data: LinkedData, url address: String?, lexicon: PageLexicon) {
        let meta = head.meta
        let base = address ?? head.base
        url =
            [head.canonical, meta["og:url"], data.url].lazy.compactMap { $0 }.compactMap { WebAddress.resolve($0, base: base) }.first
            ?? address
        outlet =
            PlainText.line(data.publisher ?? meta["og:site_name"] ?? meta["application-name"] ?? meta["apple-mobile-web-app-title"])
            ?? url.flatMap(WebAddress.host)
        title = PageMetadata.title(head, data, outlet)
        author = PageMetadata.author(head, data, lexicon)
        language = PageMetadata.language(head, data)
        let written = [
            data.published, meta["article:published_time"], head.properties["datepublished"], meta["datepublished"], meta["pubdate"],
            meta["publish-date"], meta["date"], meta["dc.date"], meta["dc.date.issued"], meta["parsely-pub-date"],
            meta["mediator_published_time"],
            meta["og:published_time"], head.time,
        ]
        published = PageMetadata.moment(written.compactMap { $0 } + head.dates, lexicon)
        let changed = [
            data.modified, meta["article:modified_time"], head.properties["datemodified"], meta["og:updated_time"], meta["last-modified"],
        ]
        modified = PageMetadata.moment(changed.compactMap { $0 }, lexicon)
    }

    private static func moment(_ texts: [String], _ lexicon: PageLexicon) -> String? {
        texts.lazy.compactMap { MomentReader.read($0, lexicon)?.iso }.first
    }

    /// The headline; of the page's title what stands before the outlet's name.
    private static func title(_ head: PageHead, _ data: LinkedData, _ outlet: String?) -> String? {
        let named = [data.headline, head.properties["headline"], head.heading].lazy.compactMap { PlainText.line($0) }.first
        return named ?? PlainText.line(head.meta["og:title"] ?? head.meta["twitter:title"] ?? head.title).map { withoutOutlet($0, outlet) }
    }

    private static func withoutOutlet(_ title: String, _ outlet: String?) -> String {
        for mark in [" | ", " — ", " – ", " - ", " :: ", " / "] {
            let parts = title.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count > 1, let last = parts.last else { continue }
            let isOutlet = outlet.map { ArticleText.folded(String(last)).contains(ArticleText.folded($0)) } ?? false
            if isOutlet || mark == " | " || mark == " :: " { return trimmed(parts.dropLast().joined(separator: mark)) }
        }
        return title
    }

    private static func author(_ head: PageHead, _ data: LinkedData, _ lexicon: PageLexicon) -> String? {
        let written = [
            data.author, head.meta["author"], head.meta["article:author"], head.properties["author"], head.meta["dc.creator"],
            head.meta["mediator_author"],
        ]
        let names = (written.compactMap { $0 } + head.authors).lazy.compactMap { PlainText.line($0) }
        return names.map { withoutByline($0, lexicon) }.first {
            !$0.isEmpty && $0.count <= 120 && !$0.hasPrefix("http") && !$0.contains("@")
        }
    }

    /// «Автор: Анна Лебедева» without «Автор:».
    private static func withoutByline(_ name: String, _ lexicon: PageLexicon) -> String {
        guard let phrase = lexicon.phrase(beginning: name, .byline) else { return name }
        return trimmed(String(name.dropFirst(phrase.count).drop { $0 == ":" || $0 == " " }))
    }

    /// The primary language: `ru` of `ru-RU`, `ru_RU`.
    private static func language(_ head: PageHead, _ data: LinkedData) -> String? {
        let tags = [head.language, data.language, head.meta["content-language"], head.meta["og:locale"]]
        return tags.lazy.compactMap { $0.map { String($0.lowercased().prefix { $0.isASCII && $0.isLetter }) } }.first {
            $0.count == 2 || $0.count == 3
        }
    }
}
