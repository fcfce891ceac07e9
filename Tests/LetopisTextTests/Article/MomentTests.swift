internal import Testing

@testable internal import LetopisText

/// Dates as feeds and pages write them.
@Suite struct MomentTests {
    private static let lexicon: PageLexicon? = try? PageLexicon(
        lexicon: Array("декабря | month | 12\nмая | month | 5\nмск | zone | 180\n".utf8))

    @Test(
        arguments: [
            ("2025-12-16", "2025-12-16"), ("2025-12-16T09:30:00+03:00", "2025-12-16T09:30:00+03:00"),
            ("2025-12-16T09:30:00Z", "2025-12-16T09:30:00Z"),
            ("2025-12-16T09:30", "2025-12-16T09:30"), ("2025-12-16 09:30:00 +0300", "2025-12-16T09:30:00+03:00"),
            ("2025/12/16 9:30", "2025-12-16T09:30"),
            ("2025-12-16T09:30:00.123-05:30", "2025-12-16T09:30:00-05:30"), ("20251216T093000Z", "2025-12-16T09:30:00Z"),
            ("20251216", "2025-12-16"),
            ("Tue, 16 Dec 2025 09:30:00 +0300", "2025-12-16T09:30:00+03:00"), ("16 Dec 25 09:30 GMT", "2025-12-16T09:30Z"),
            ("Tue, 16 Dec 99 09:30:00 EST", "1999-12-16T09:30:00-05:00"), ("Tue, 16-Dec-2025 09:30:00 UTC", "2025-12-16T09:30:00Z"),
            ("Tue, 16 December 2025 09:30:00 PDT", "2025-12-16T09:30:00-07:00"), ("Tue Dec 16 09:30:00 2025", "2025-12-16T09:30:00"),
            ("December 16, 2025 9:30 PM", "2025-12-16T21:30"), ("Dec 16, 2025", "2025-12-16"), ("16th December 2025", "2025-12-16"),
            ("Sept 1, 2024", "2024-09-01"),
            ("16.12.2025 09:30", "2025-12-16T09:30"), ("09:30, 16.12.2025", "2025-12-16T09:30"), ("09:30 16.12.25", "2025-12-16T09:30"),
            ("16/12/2025", "2025-12-16"), ("12/16/2025", "2025-12-16"), ("03/04/2025", nil), ("16 декабря 2025, 09:30", "2025-12-16T09:30"),
            ("Вторник, 16 декабря 2025 г. в 09:30 (МСК)", "2025-12-16T09:30+03:00"), ("16 мая 2025", "2025-05-16"),
            ("16 декабря, 09:30", nil),
            ("1765866600", "2025-12-16T06:30:00Z"), ("1765866600000", "2025-12-16T06:30:00Z"),
            ("Tue, 16 Dec 2025 09:30:00 GMT+3", "2025-12-16T09:30:00+03:00"),
            ("Tue, 16 Dec 2025 24:00:00 +0000", "2025-12-16T00:00:00Z"), ("Tue, 16 Dec 2025 09:30:60 Z", "2025-12-16T09:30:59Z"),
            ("9999-12-31T23:59:59Z", nil), ("2025-02-29", nil), ("2024-02-29", "2024-02-29"), ("2025-13-01", nil), ("0000-00-00", nil),
            ("", nil), ("вчера", nil),
            ("32 Dec 2025", nil), ("Tue, 00 Jan 2025 00:00:00 GMT", nil), ("99999999999999999999", nil),
            ("2025-12-16T25:61:00", "2025-12-16"),
        ] as [(String, String?)]) func read(written: String, iso: String?) throws
    {
        #expect(MomentReader.read(written, try #require(Self.lexicon))?.iso == iso)
    }

    @Test(arguments: [
        ("16 декабря 2025, 09:30", true), ("Вторник, 16 декабря 2025 г.", true), ("К 16 мая 2025 года комиссия закончит работу", false),
        ("Мост", false),
    ])
    func dateAlone(text: String, isOnly: Bool) throws { #expect(MomentReader.isOnlyDate(text, try #require(Self.lexicon)) == isOnly) }
}

/// Addresses.
@Suite struct WebAddressTests {
    @Test(
        arguments: [
            ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d?y"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            ("#s", "http://a/b/c/d?q#s"), ("../g", "http://a/b/g"), ("../../../g", "http://a/g"), ("./g/.", "http://a/b/c/g/"),
            ("https://x/y", "https://x/y"),
            ("javascript:alert(1)", nil), ("file:///etc/passwd", nil), ("mailto:a@b", nil), ("", nil), (" /g h\n", "http://a/g%20h"),
            ("HTTP://X/", "HTTP://X/"),
        ] as [(String, String?)]) func resolve(reference: String, address: String?)
    {
        #expect(WebAddress.resolve(reference, base: "http://a/b/c/d?q") == address)
    }

    @Test func relativeToNothing() {
        #expect(WebAddress.resolve("/a", base: nil) == nil && WebAddress.resolve("/a", base: "nowhere") == nil)
    }
}
