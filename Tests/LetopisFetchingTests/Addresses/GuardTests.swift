internal import Testing

@testable internal import LetopisFetching

/// What URLs are read as, and which addresses may be connected to.
@Suite struct GuardTests {
    /// The canonical form of a URL, or the fault that it is refused with.
    private func check(_ text: String, _ wanted: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect((try? WebAddress(text))?.description == wanted, "\(text)", sourceLocation: sourceLocation)
    }

    private func check(_ text: String, refused fault: AddressFault, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: FetchError.address(text, fault), sourceLocation: sourceLocation) { try WebAddress(text) }
    }

    @Test func oneSpellingForEveryURL() {
        check("https://Example.ORG", "https://example.org/")
        check(" http://example.org.:80/a b?q=\"c\"#d ", "http://example.org/a%20b?q=%22c%22")
        check("https://example.org:8443/a/../b/./c/..", "https://example.org:8443/b/")
        check("https://example.org/../../etc", "https://example.org/etc")
        check(
            "https://президент.рф/новости?тема=мост",
            "https://xn--d1abbgf6aiiy.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?%D1%82%D0%B5%D0%BC%D0%B0=%D0%BC%D0%BE%D1%81%D1%82"
        )
        check("https://ПРЕЗИДЕНТ.РФ", "https://xn--d1abbgf6aiiy.xn--p1ai/")
        check("http://bücher.example", "http://xn--bcher-kva.example/")
        check("http://例え.jp", "http://xn--r8jz45g.jp/")
        check("http://%D0%BC%D0%BE%D1%81%D1%82.рф/", "http://xn--l1aeje.xn--p1ai/")
        check("http://8.8.8.8/100%", "http://8.8.8.8/100%25")
        check("http://[2606:4700::1111]:8080?x", "http://[2606:4700::1111]:8080/?x")
        check("http://a_b.example-1.org/%d0%b0[1]|", "http://a_b.example-1.org/%d0%b0%5B1%5D%7C")
        check("http://0x7fg.org/", "http://0x7fg.org/")
        check("http://1.2.3.4.example/", "http://1.2.3.4.example/")
    }

    @Test func faultsAreNamed() {
        check("ftp://example.org/", refused: .scheme)
        check("example.org", refused: .scheme)
        check("", refused: .scheme)
        check("http:example.org", refused: .noHost)
        check("http:///a", refused: .noHost)
        check("http://me@example.org/", refused: .user)
        check("http://example.org:0/", refused: .port)
        check("http://example.org:65536/", refused: .port)
        check("http://127.1/", refused: .hostNumber)
        check("http://１.1.1.1/", refused: .hostNumber)
        check("http://exa mple.org/", refused: .hostCharacter)
        check("http://a..b/", refused: .emptyLabel)
        check("http://a\nb/", refused: .control)
        check("http://" + String(repeating: "a", count: 64) + ".org/", refused: .hostTooLong)
        check("http://" + String(repeating: "я", count: 60) + ".org/", refused: .hostTooLong)
        check("http://" + String(repeating: "a.", count: 127) + "org/", refused: .hostTooLong)
        check("http://example.org/" + String(repeating: "a", count: 8192), refused: .tooLong)
        // Found by fuzzing: what grows too long when it is encoded, or put behind another one's folder.
        check("http://example.org/" + String(repeating: "я", count: 2000), refused: .tooLong)
        let base = try? WebAddress("http://example.org/" + String(repeating: "a", count: 8000) + "/b")
        #expect(base != nil && (try? base?.resolving(String(repeating: "c", count: 200))) == nil)
    }

    @Test(arguments: [
        ("b", "http://a.org/x/b"), ("./b", "http://a.org/x/b"), ("../b", "http://a.org/b"), ("../../b", "http://a.org/b"),
        ("/b", "http://a.org/b"),
        ("?b", "http://a.org/x/y?b"), ("", "http://a.org/x/y?z"), ("#b", "http://a.org/x/y?z"), ("//b.org", "http://b.org/"),
        ("https://b.org/c", "https://b.org/c"), ("b:c", "refused"), ("мост", "http://a.org/x/%D0%BC%D0%BE%D1%81%D1%82"),
        ("b/", "http://a.org/x/b/"),
        ("\\\\b.org", "refused"), ("/\\b.org", "refused"), ("file:///etc", "refused"), ("..", "http://a.org/"), ("?", "http://a.org/x/y?"),
    ]) func references(_ reference: String, _ wanted: String) throws {
        let base = try WebAddress("http://a.org/x/y?z")
        #expect(((try? base.resolving(reference))?.description ?? "refused") == wanted)
    }

    @Test(arguments: [
        ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("::ffff:192.0.2.1", "::ffff:c000:201"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("0:1:0:1:0:1:0:1", "0:1:0:1:0:1:0:1"), ("255.255.255.255", "255.255.255.255"),
        ("ABCD::EF01", "abcd::ef01"),
    ]) func addressesReadAndWritten(_ text: String, _ wanted: String) {
        #expect(IPAddress(text)?.description == wanted)
    }

    @Test(arguments: [
        "", ":", ":::", "1", "1:2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", "1::2::3", "12345::", "g::", "::+1", "-1::", "1.2.3",
        "1.2.3.4.5", "1.2.3.256",
        "1.2.3.04", "1..2.3", " 1.2.3.4", "1.2.3.4 ", "::1.2.3", "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", "::1%lo", "1:2:3:4:5:6:7::8:9",
        ":1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8:", "::" + String(repeating: "0", count: 50),
    ]) func noAddresses(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func blocksHoldTheirAddresses() throws {
        let block = try #require(AddressBlock("172.16.0.0/12")), six = try #require(AddressBlock("2001:db8::/33"))
        for (text, inside) in [
            ("172.16.0.0", true), ("172.31.255.255", true), ("172.32.0.0", false), ("172.15.255.255", false), ("::ac10:1", false),
        ] {
            #expect(block.contains(try #require(IPAddress(text))) == inside)
        }
        #expect(six.contains(try #require(IPAddress("2001:db8:7fff::"))))
        #expect(!six.contains(try #require(IPAddress("2001:db8:8000::"))))
        #expect(AddressBlock("0.0.0.0/0")?.contains(.v4(1)) == true && AddressBlock("::/0")?.contains(.v4(1)) == false)
        #expect(AddressBlock("127.0.0.1")?.description == "127.0.0.1/32")
        for text in ["10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8", "10/8", "10.0.0.0/8/8", "", "/8", "::/129"] {
            #expect(AddressBlock(text) == nil)
        }
    }

    @Test func everySpecialBlockWasRead() { #expect(SpecialAddresses.count == 30) }

    @Test func placesInTheInternetPass() throws {
        let wall = AddressGuard()
        for text in [
            "8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "223.255.255.255", "2a00:1450::1",
            "2606:4700::1", "64:ff9b::808:808", "::ffff:8.8.8.8",
        ] {
            #expect(wall.objection(to: try #require(IPAddress(text))) == nil, "\(text)")
        }
        let mapped = try #require(IPAddress("::ffff:8.8.8.8"))
        #expect(try wall.checked([mapped], of: "a") == [.v4(0x0808_0808)])
    }

    @Test func oneWrongAddressIsEnough() throws {
        let good = IPAddress.v4(0x0808_0808), bad = IPAddress.v4(0x7F00_0001)
        #expect(throws: FetchError.forbidden(host: "a", address: bad, kind: "loopback")) {
            try AddressGuard().checked([good, bad], of: "a")
        }
        let allowing = AddressGuard(allowing: [try #require(AddressBlock("127.0.0.0/8"))])
        #expect(try allowing.checked([good, bad], of: "a") == [good, bad])
        #expect(allowing.objection(to: .v6(1)) == "loopback")
        #expect(allowing.objection(to: try #require(IPAddress("::ffff:127.0.0.1"))) == nil)
    }

    /// Every spelling is refused as it stands, or is an address or a name of addresses that the guard refuses.
    @Test func noSpellingPasses() throws {
        let spellings = Spellings.all(port: 8080)
        #expect(Set(spellings).count >= 200)
        for text in spellings {
            guard let url = try? WebAddress(text) else { continue }
            let addresses: [IPAddress]
            switch url.host {
            case .address(let address): addresses = [address]
            case .name(let name): addresses = (Spellings.addresses[name] ?? []).compactMap { IPAddress($0) }
            }
            #expect(!addresses.isEmpty, "\(text) would be looked up as \(url.host)")
            #expect(throws: FetchError.self, "\(text)") { try AddressGuard().checked(addresses, of: "a") }
        }
    }
}
