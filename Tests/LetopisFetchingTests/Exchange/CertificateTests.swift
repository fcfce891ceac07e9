internal import TestHosting
internal import Testing

@testable internal import LetopisFetching

/// Hosts that speak TLS: nothing is asked of those that cannot say who they are, and nothing they say is taken.
@Suite struct CertificateTests {
    /// Fetches `https://NAME/` from a host of an identity, by somebody who trusts the authority or only whom the machine trusts; gives what
    /// came, or what went wrong, and what the host was asked.
    private func fetch(
        _ name: String, from identity: TestHost.Identity, trusting authority: Authority?
    ) async throws -> (result: Result<Fetched, FetchError>, asked: [String]) {
        let host = try await TestHost.listening(as: identity) { _ in .text("мост") }
        let fetcher = testFetcher(authorities: authority?.certificate)
        let result: Result<Fetched, FetchError>
        do {
            result = .success(try await fetcher.fetch(try WebAddress("https://\(name):\(host.port)/"), followingRobots: false))
        } catch let error as FetchError {
            result = .failure(error)
        }
        await fetcher.close()
        try await host.close()
        return (result, host.targets)
    }

    private func check(
        refused reason: String, _ name: String, _ identity: TestHost.Identity, trusting authority: Authority?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let (result, asked) = try await fetch(name, from: identity, trusting: authority)
        guard case .failure(let error) = result else {
            Issue.record("something was taken from a host that cannot say who it is", sourceLocation: sourceLocation)
            return
        }
        #expect(error == .unreachable(host: name, reason: reason), sourceLocation: sourceLocation)
        #expect(error.message == "\(name) cannot be reached (\(reason))", sourceLocation: sourceLocation)
        #expect(asked.isEmpty, "a host that cannot say who it is was asked for something", sourceLocation: sourceLocation)
    }

    private let untrusted = "its certificate is out of date, or signed by nobody whom this machine trusts"
    private let otherName = "its certificate is for another name"

    /// The control: without it, the refusals would prove nothing.
    @Test func whoSaysWhoItIsIsRead() async throws {
        guard let authority = try Authority() else { return }
        for name in ["open.example", "127.0.0.2"] {
            let (result, asked) = try await fetch(name, from: try authority.identity(name), trusting: authority)
            #expect(try result.get().body == Array("мост".utf8) && asked == ["/"])
        }
    }

    @Test func certificatesOutOfDate() async throws {
        guard let authority = try Authority() else { return }
        let old = try authority.identity("open.example", from: "20200101000000Z", to: "20200201000000Z")
        try await check(refused: untrusted, "open.example", old, trusting: authority)
        let early = try authority.identity("open.example", from: "20980101000000Z")
        try await check(refused: untrusted, "open.example", early, trusting: authority)
    }

    @Test func certificatesThatNobodySigned() async throws {
        guard let authority = try Authority() else { return }
        try await check(refused: untrusted, "open.example", try authority.selfSigned("open.example"), trusting: authority)
        try await check(refused: untrusted, "open.example", try authority.identity("open.example"), trusting: nil)
        try await check(refused: untrusted, "open.example", try authority.selfSigned("open.example"), trusting: nil)
        try await check(refused: untrusted, "127.0.0.2", try authority.selfSigned("127.0.0.2"), trusting: nil)
    }

    /// Also a certificate for the very address that is connected to: whoever lies about a name's address can have one of his own.
    @Test(arguments: ["other.example", "example", "*.example", "*", "open.example.org", "127.0.0.2"])
    func certificatesForOthers(_ name: String) async throws {
        guard let authority = try Authority() else { return }
        let identity = try authority.identity(name)
        if name == "*.example" {
            // A name with an asterisk is one for every host of a domain.
            let (result, _) = try await fetch("open.example", from: identity, trusting: authority)
            #expect((try? result.get().body) != nil)
        } else {
            try await check(refused: otherName, "open.example", identity, trusting: authority)
        }
        if name != "127.0.0.2" { try await check(refused: otherName, "127.0.0.2", identity, trusting: authority) }
    }

    @Test(arguments: [
        ("a.example", "a.example", true), ("A.Example", "a.example", true), ("*.example", "a.example", true),
        ("*.b.example", "a.b.example", true),
        ("*.example", "a.b.example", false), ("*.example", "example", false), ("*", "example", false), ("*.", "a.", true), ("", "a", false),
        ("b.example", "a.example", false), ("a*.example", "a.example", false), ("*.*", "a.example", false),
        ("a.example\0.b", "a.example", false),
        ("a.*", "a.example", false),
    ]) func whomANameCovers(_ pattern: String, _ name: String, _ covers: Bool) {
        #expect(CertificateName.covers(pattern, name) == covers)
    }

    /// A redirect is looked at as if somebody had typed it: a good host cannot vouch for another one.
    @Test func redirectsToThoseWhoCannotSayWhoTheyAre() async throws {
        guard let authority = try Authority() else { return }
        let bad = try await TestHost.listening(as: try authority.selfSigned("other.example")) { _ in .text("мост") }
        let good = try await TestHost.listening(as: try authority.identity("open.example")) { _ in
            .text("", ["Location: https://other.example:\(bad.port)/"], status: "301 Moved")
        }
        let fetcher = testFetcher(authorities: authority.certificate)
        await #expect(throws: FetchError.unreachable(host: "other.example", reason: untrusted)) {
            _ = try await fetcher.fetch(try WebAddress("https://open.example:\(good.port)/"), followingRobots: false)
        }
        #expect(good.targets == ["/"] && bad.targets.isEmpty)
        await fetcher.close()
        try await good.close()
        try await bad.close()
    }
}
