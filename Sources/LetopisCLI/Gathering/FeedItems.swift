internal import LetopisArchive
internal import LetopisFormats
internal import LetopisText

/// The items of a feed in a file, as far as the feed itself has their text: nothing is fetched.
final class FeedItems: SourcePieces {
    private let file: SourceFile
    private var items: ArraySlice<GatheredItem>
    private var failures: [SourceDocument] = []
    private var number = 0

    /// Reads the feed. `outlet` is what the command line says of all items.
    init(_ file: SourceFile, outlet: String?, charset: Charset?, lexicon: PageLexicon) throws {
        self.file = file
        let bytes = try file.whole()
        let whole = Compression(sniffing: bytes).map { Expanded(bytes, $0).bytes } ?? bytes
        let feed = Feed(whole, charset: charset, lexicon: lexicon)
        items = GatheredItem.items(of: feed, feed: FollowedFeed(url: file.origin, outlet: outlet))[...]
        let said = feed.notices.filter { feed.format == nil || $0.kind == .truncated || $0.kind == .refused }
        failures = said.map { .failed(name: file.path, reason: $0.message) }
    }

    func next() throws -> SourceDocument? {
        if let failure = failures.popLast() { return failure }
        guard let item = items.popFirst() else { return nil }
        number += 1
        let name = "\(file.path)#\(number)"
        guard let own = item.ownContent(at: file.time) else {
            return .failed(name: name, reason: "the feed has no text of this item\(item.link.map { "; its page is \($0)" } ?? "")")
        }
        return .document(own, name: name)
    }
}
