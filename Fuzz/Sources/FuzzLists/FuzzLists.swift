import FuzzDriver
import LetopisText

/// What libFuzzer calls with every input: a list of feeds (OPML), in the charset that the first byte chooses for the header.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, readList) }

private func readList(_ selector: UInt8, _ bytes: [UInt8]) {
    let list = OPML(bytes, base: "https://a.example/b/c", charset: .chosen(by: selector))
    promise(list.subscriptions.count <= OPML.mostSubscriptions, "feeds are capped")
    for subscription in list.subscriptions {
        promise(subscription.feed.lowercased().hasPrefix("http"), "feeds are of http")
        promise(subscription.site.map { $0.lowercased().hasPrefix("http") } ?? true, "sites are of http")
    }
    let written = OPML(title: list.title, subscriptions: list.subscriptions).bytes()
    let again = OPML(written)
    promise(again.subscriptions == list.subscriptions, "a list that is written is read again")
    promise(again.notices.isEmpty, "and needs no mending")
    promise(OPML(title: again.title, subscriptions: again.subscriptions).bytes() == written, "and is written alike")
}
