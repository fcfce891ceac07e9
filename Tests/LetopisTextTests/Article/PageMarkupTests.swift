internal import Testing

@testable internal import LetopisText

/// Small pages: one thing each.
@Suite struct PageMarkupTests {
    private static let prose = "Совет города решил в среду отложить ремонт набережной до весны, сообщила пресс-служба мэрии."
    private static let more = "Подрядчик, по её словам, не успел закупить камень, а зимой класть его нельзя: раствор замерзает."

    private func text(_ body: String, head: String = "", lexicon: PageLexicon = .none) -> String {
        let page = "<html><head>\(head)</head><body>\(body)</body></html>"
        return String(decoding: Page(Array(page.utf8), lexicon: lexicon).article.utf8, as: UTF8.self)
    }

    @Test(arguments: [
        ("<p>A</p><p>B</p>", "A\n\nB"), ("A<br><br>B", "A\n\nB"), ("<div>A</div><div>B</div>", "A\n\nB"),
        ("<p>A<p>B", "A\n\nB"), ("<p>A</p><ul><li>B</li></ul>", "A\n\nB"), ("<p>A<br>B</p>", "A\nB"),
        ("<p>A</p><script>x<p>y</p></script><style>p{}</style><!-- <p>c</p> --><p>B</p>", "A\n\nB"),
        ("<p>A</p><noscript><p>\(more)</p></noscript><p>B</p>", "A\n\nB"), ("<p>A</p><p hidden>\(more) \(more)</p><p>B</p>", "A\n\nB"),
        ("<p>A</p><div style='display: none'>\(more) \(more)</div><p>B</p>", "A\n\nB"),
        ("<p>A</p><div class='comments'><p>\(prose) \(prose)</p></div><p>B</p>", "A\n\nB"),
        ("<p>A</p><figure><img><figcaption>Снимок: архив</figcaption></figure><p>B</p>", "A\n\nB"),
        ("<nav><a href=/>Дом</a></nav><p>A</p><p>B</p><footer>Права</footer>", "A\n\nB"),
        ("<p>A</p><p><a href=/x>Совсем другая новость</a></p><p>B</p>", "A\n\nB"),
        ("<p>  A\n\t </p> <p>&nbsp;B&nbsp;</p>", "A\n\nB"),
    ]) func paragraphs(markup: String, expected: String) {
        let fill = { (text: String) in text.replacing("A", with: Self.prose).replacing("B", with: Self.more) }
        #expect(text("<article>" + fill(markup) + "</article>") == fill(expected))
    }

    @Test(arguments: [
        ("&laquo;Мост&raquo; &mdash; &#1084;&#x43e;&#1089;&#1090;", "«Мост» — мост"), ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("5 < 6 и 7 > 6", "5 < 6 и 7 > 6"),
        ("&#150;&#151;&#147;а&#148;", "–—“а”"), ("сло\u{AD}во &shy;и", "слово и"), ("a &unknown; b", "a &unknown; b"),
        ("&#0;&#55296;х", "х"),
    ]) func characters(written: String, read: String) {
        let found = text("<p>\(Self.prose) \(written)</p>")
        #expect(found.hasPrefix(Self.prose) && found.hasSuffix(read), "\(found)")
    }

    @Test(
        arguments: [
            (
                #"{"@type":"NewsArticle","headline":"Т","datePublished":"2024-05-01T10:00:00+03:00","author":"А. Б"}"#, "Т",
                "2024-05-01T10:00:00+03:00", "А. Б"
            ),
            (
                #"[{"@type":"WebPage"},{"@type":["Thing","Article"],"headline":"&laquo;Т&raquo;","author":[{"name":"А"},{"name":"Б"}]}]"#,
                "«Т»", nil, "А, Б"
            ),
            (#"{"@graph":[{"@type":"BlogPosting","name":"Т","dateCreated":"2024-05-01",}]}"#, "Т", "2024-05-01", nil),
            (#"{"@type":"NewsArticle","headline":"Т","author":{"@type":"Person","name":"А"#, "Т", nil, "А"),
            ("no json", nil, nil, nil),
        ] as [(String, String?, String?, String?)]) func linkedData(json: String, title: String?, published: String?, author: String?)
    {
        let page = Page(Array("<html><script type='application/ld+json'>\(json)</script><p>\(Self.prose)</p></html>".utf8))
        #expect(page.article.title == title)
        #expect(page.article.published == published)
        #expect(page.article.author == author || json.hasSuffix("\"А"))
    }

    @Test(arguments: [
        ("<link rel=canonical href='/a/1.html'>", "https://m.example/a/1.html"),
        ("<meta property='og:url' content='https://b.example/2'>", "https://b.example/2"),
        ("", "https://m.example/x/y"), ("<link rel=canonical href='javascript:alert(1)'>", "https://m.example/x/y"),
    ]) func address(head: String, url: String) {
        let page = "<html><head>\(head)</head><p>\(Self.prose)</p></html>"
        #expect(Page(Array(page.utf8), url: "https://m.example/x/y").article.url == url)
    }

    @Test(arguments: [
        ("<meta charset=windows-1251>", Charset.windows1251),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=koi8-r'>", .koi8r), ("", .windows1251),
        ("<meta charset=utf-8>", .windows1251), ("<meta charset=ibm866>", .ibm866),
        ("<meta charset=koi8-u>", .koi8u), ("<meta charset=iso-8859-5>", .iso88595), ("<meta charset=iso-8859-1>", .windows1251),
        ("<meta charset=windows-1252>", .koi8r), ("<meta charset=gb18030>", .windows1251),
    ]) func charsetOfThePage(meta: String, charset: Charset) throws {
        let table = try #require(charset.table)
        let byte = Dictionary((0...255).map { (table[UInt8($0)], UInt8($0)) }, uniquingKeysWith: { first, _ in first })
        let page = "<html><head>\(meta)</head><body><p>\(Self.prose)</p></body></html>"
        let bytes = try page.unicodeScalars.map { try #require(byte[$0.value]) }
        #expect(String(decoding: Page(bytes).article.utf8, as: UTF8.self) == Self.prose)
    }

    @Test func utf8IsBelievedWhateverItIsCalled() {
        let page = Array("<html><meta charset=windows-1251><p>\(Self.prose)</p></html>".utf8)
        #expect(String(decoding: Page(page, charset: .koi8r).article.utf8, as: UTF8.self) == Self.prose)
    }

    @Test(arguments: [
        ("<!DOCTYPE html><html>", true), ("\u{FEFF} <!-- x --><?xml version='1.0'?><HTML lang=ru>", true), ("<p>", false), ("<rss>", false),
        ("Мост <html>", false),
        ("", false), ("<!-- ", false), ("<div class=a>", true), ("<headline>", false),
    ]) func sniffing(begin: String, isPage: Bool) { #expect(Page.isPage(Array(begin.utf8)) == isPage) }

    @Test func aPageWithoutTextSaysSo() {
        for page in ["", "<html></html>", "<html><body><nav><a href=/>a</a></nav></body></html>"] {
            let article = Page(Array(page.utf8)).article
            #expect(article.utf8.isEmpty && article.notices.map(\.kind) == [.empty])
        }
    }

    /// A page that is not Cyrillic: in windows-1252 where it says so, and with a notice where it says what is not read.
    @Test(
        arguments: [
            ("windows-1252", "Le musée a été rénové à Orléans, dit-il.", []), ("ISO-8859-1", "Die Brücke ist größer als geplant.", []),
            ("iso-8859-2", "Die Brücke ist größer als geplant.", [.malformed]), ("<b>", "Die Brücke ist größer als geplant.", []),
        ] as [(String, String, [Notice.Kind])]) func westernPages(_ charset: String, _ text: String, _ notices: [Notice.Kind]) throws
    {
        let prose = "<p>\(String(repeating: text + " ", count: 8))</p>"
        let page = "<html><head><meta charset=\"\(charset)\"></head><body><article>\(prose)</article></body></html>"
        let table = SingleByteTable.windows1252
        let bytes = page.unicodeScalars.map { scalar in (UInt8.min...UInt8.max).first { table[$0] == scalar.value } ?? 63 }
        let article = Page(bytes).article
        #expect(article.notices.map(\.kind) == notices)
        if charset.contains("125") || charset.contains("-1") { #expect(String(decoding: article.utf8, as: UTF8.self).hasPrefix(text)) }
    }

    /// What only the header says, in a name that is not read, has a notice, unless the page or its bytes know better.
    @Test(
        arguments: [
            ("text/html; charset=iso-8859-2", "", [.malformed]), ("text/html; charset=iso-8859-1", "", []), ("text/html", "", []),
            ("text/html; charset=iso-8859-2", "<meta charset=windows-1252>", []), ("text/html; charset=<&>\u{1B}", "", [.malformed]),
        ] as [(String, String, [Notice.Kind])]) func charsetOfTheHeader(_ type: String, _ meta: String, _ notices: [Notice.Kind])
    {
        let prose = String(repeating: "Die Br\u{FC}cke ist gr\u{F6}\u{DF}er. ", count: 8)
        let page = "<html><head>\(meta)</head><body><article><p>\(prose)</p></article></body></html>"
        let found = Page(page.unicodeScalars.map { UInt8($0.value) }, mediaType: type).article.notices
        #expect(found.map(\.kind) == notices && found.allSatisfy { !$0.message.contains("\u{1B}") })
        let russian = Page(Array("<html><p>\(Self.prose)</p></html>".utf8), mediaType: type).article
        #expect(russian.notices.isEmpty && String(decoding: russian.utf8, as: UTF8.self) == Self.prose)
    }

    /// UTF-16, with its mark and without, is found out whatever the page says.
    @Test(arguments: [true, false], [true, false]) func wideCharsets(isLittle: Bool, isMarked: Bool) {
        let page = "<html><meta charset=windows-1251><body><article><p>\(Self.prose)</p><p>\(Self.more)</p></article></body></html>"
        let bytes = ((isMarked ? [0xFEFF] : []) + Array(page.utf16)).flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        #expect(String(decoding: Page(bytes).article.utf8, as: UTF8.self) == Self.prose + "\n\n" + Self.more)
        #expect(Page.isPage(bytes))
    }
}
