internal import LetopisArchive
internal import LetopisFetching

extension Fetcher {
    /// The document at an address, as the archive keeps it; its origin is the address that was asked for. robots.txt is followed. Throws a
    /// `CommandError` with the address and what is wrong, or `CancellationError`.
    func retrieval(of text: String, clock: FetchClock = .system) async throws -> Retrieval {
        do {
            let address = try WebAddress(text), fetched = try await fetch(address)
            guard let body = fetched.body else { throw FetchError.status(304, again: nil) }
            var retrieval = Retrieval(bytes: body, origin: address.description, retrieved: HTTPDate.iso8601(clock.seconds))
            retrieval.mediaType = fetched.mediaType
            retrieval.charset = fetched.charset
            retrieval.url = fetched.address.description
            return retrieval
        } catch let error as FetchError {
            throw CommandError.address(text, reason: error.message)
        }
    }
}
