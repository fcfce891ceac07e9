internal import LetopisArchive
internal import LetopisFetching

/// Documents that `letopis ingest` is given by their addresses: fetched and kept, so that they can be read with whatever else is pending.
struct WebDocuments: Sendable {
    let archive: Archive
    let fetcher: Fetcher
    let known: ArticleOptions
    let clock: FetchClock
    /// Addresses that are fetched side by side.
    static let atOnce = 8

    /// Fetches and keeps. What cannot be had, and what the archive knows already, is told in the report.
    func keep(_ addresses: [String], _ report: inout IngestReport) async throws {
        let progress = Progress()
        var failures: [(name: String, reason: String)] = [], unchanged: [String] = [], done = 0
        try await boundedForEach(addresses, atOnce: WebDocuments.atOnce) {
            try await keep($0)
        } each: { result in
            done += 1
            progress.show(done, of: addresses.count, "addresses")
            switch result.outcome {
            case .failed(let reason): failures.append((result.name, reason))
            case .known: unchanged.append(result.name)
            case .kept: break
            }
        }
        progress.clear()
        for name in unchanged { try report.tellKnown(name) }
        for failure in failures { try report.tellFailure(failure.name, failure.reason) }
    }

    private enum Kept: Sendable {
        case kept, known
        case failed(String)
    }

    private func keep(_ text: String) async throws -> (name: String, outcome: Kept) {
        do {
            let address = try WebAddress(text), fetched = try await fetcher.fetch(address)
            guard let body = fetched.body else { throw FetchError.status(304, again: nil) }
            let kept = try archive.keep([retrieval(of: body, address, fetched)])
            switch kept.first?.state {
            case .settled: return (text, .known)
            case .quarantined: return (text, .failed("is in quarantine; see `letopis quarantine list`"))
            default: return (text, .kept)
            }
        } catch let error as FetchError {
            return (text, .failed(printable(error.message)))
        }
    }

    /// The document with what the header and the command line say of it; its origin is the address that was asked for.
    private func retrieval(of body: [UInt8], _ address: WebAddress, _ fetched: Fetched) -> Retrieval {
        var retrieval = Retrieval(bytes: body, origin: address.description, retrieved: HTTPDate.iso8601(clock.seconds))
        retrieval.mediaType = fetched.mediaType
        retrieval.charset = fetched.charset
        retrieval.complete(from: known)
        retrieval.url = retrieval.url ?? fetched.address.description
        return retrieval
    }
}

/// What was kept and not yet read.
enum Pending {
    /// Reads all of it, and gives the report that it was given with what came of it.
    static func read(_ archive: Archive, _ terms: ReadingRoom.Terms, _ report: IngestReport) throws -> IngestReport {
        guard try archive.pendingCount() > 0 else { return report }
        let ingestion = Ingestion(into: archive, terms: terms, report: report) { nil }
        try ingestion.run()
        return ingestion.report
    }
}
