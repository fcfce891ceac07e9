internal import LetopisArchive
internal import Testing

/// What a feed announces, and what of it the archive lacks; settings.
@Suite struct AnnouncedTests {
    @Test func whatIsLacking() throws {
        let place = try Place(), archive = try place.archive()
        _ = try archive.keep(Retrieval(bytes: [65], origin: "http://a.org/1", retrieved: "2024-03-05T12:00:00+03:00"))
        let cases: [(changed: String?, isLacking: Bool)] = [
            (nil, false), ("2024-03-05", false), ("2024-03-05T08:59:59Z", false), ("2024-03-05T09:00:01Z", true),
            ("2024-03-05T10:00:00+03:00", false),
            ("2024-03-05T12:30:00+03:00", true), ("9999-12-31T23:59:59Z", false), ("soon", false), ("2024-03-06T00:00:01Z", false),
        ]
        for (changed, isLacking) in cases {
            let announced = Announced(origin: "http://a.org/1", changed: changed)
            #expect(try archive.lacking([announced], now: "2024-03-06T00:00:00Z") == (isLacking ? [announced] : []), "\(changed ?? "nil")")
        }
        let other = Announced(origin: "http://a.org/2", changed: "9999-12-31T23:59:59Z")
        #expect(try archive.lacking([Announced(origin: "http://a.org/1"), other], now: "2024-03-06T00:00:00Z") == [other])
    }

    @Test func settingsAreKept() throws {
        let place = try Place(), settings = try place.archive().settings
        #expect(try settings["a"] == nil)
        try settings.set("a", "1")
        try settings.set("a", "2")
        try settings.set("b", "3")
        #expect(try settings["a"] == "2" && settings["b"] == "3")
        try settings.set("a", nil)
        #expect(try settings["a"] == nil)
    }
}
