@testable internal import LetopisText

/// What items say, in the ways in which feeds say it.
extension FeedCase {
    private static func rss(_ name: String, _ item: String, _ expected: Expected, attributes: String = "", notices: [Notice.Kind] = [])
        -> FeedCase
    {
        let text = feed(.rss2, item, "<title>Z</title>", attributes: attributes)
        return FeedCase("rss: " + name, .rss2, bytes: Array(text.utf8), base: "https://b.example/f/rss.xml", [expected], notices: notices)
            .withSecond()
    }

    private static func atom(_ name: String, _ entry: String, _ expected: Expected, attributes: String = "", notices: [Notice.Kind] = [])
        -> FeedCase
    {
        let text = feed(.atom, entry, "<title>Z</title>", attributes: attributes)
        return FeedCase("atom: " + name, .atom, bytes: Array(text.utf8), base: "https://b.example/f/atom.xml", [expected], notices: notices)
            .withSecond()
    }

    private static func json(_ name: String, _ item: String, _ expected: Expected, notices: [Notice.Kind] = []) -> FeedCase {
        FeedCase(
            "json: " + name, .json, feed(.json, item, "\"title\":\"Z\""), base: "https://b.example/f.json", [expected], notices: notices
        ).withSecond()
    }

    /// The second item of each feed has only a title.
    private func withSecond() -> FeedCase {
        var feed = self
        feed.items.append(Expected(title: items[0].title == nil ? nil : "Z"))
        return feed
    }

    static var described: [FeedCase] {
        [
            rss("plain", "<title>А</title><description>Б</description>", Expected(title: "А", summary: "Б")),
            rss("entities", "<title>&laquo;А&raquo;&nbsp;&mdash; &#1041; &amp; &#x412;</title>", Expected(title: "«А» — Б & В")),
            rss("escaped twice", "<title>R&amp;amp;D &amp;laquo;А&amp;raquo;</title>", Expected(title: "R&D «А»")),
            rss("bare ampersand", "<title>R&D, A & B, &unknown;</title>", Expected(title: "R&D, A & B, &unknown;")),
            rss("cdata", "<title><![CDATA[<b>А</b> & Б]]></title>", Expected(title: "А & Б")),
            rss("cdata in pieces", "<title><![CDATA[А]]><![CDATA[Б]]> В</title>", Expected(title: "АБ В")),
            rss("escaped markup", "<description>&lt;p&gt;А&lt;/p&gt;&lt;p&gt;Б&lt;/p&gt;</description>", Expected(summary: "А Б")),
            rss("bare markup", "<description><p>А</p> <b>Б</b></description>", Expected(summary: "А Б")),
            rss(
                "content", "<description>К</description><content:encoded><![CDATA[<p>А</p>]]></content:encoded>",
                Expected(summary: "К", content: "<p>А</p>")),
            rss(
                "yandex", "<yandex:full-text>А</yandex:full-text>", Expected(content: "А"),
                attributes: "xmlns:yandex='http://news.yandex.ru'"),
            rss("turbo", "<t:content>А</t:content>", Expected(content: "А"), attributes: "xmlns:t='http://turbo.yandex.ru'"),
            rss("author with mail", "<author>a@b.example (Анна Р.)</author>", Expected(author: "Анна Р.")),
            rss("creators", "<dc:creator>А</dc:creator><dc:creator>Б</dc:creator>", Expected(author: "А, Б")),
            rss("source", "<source url='http://x.example'>Икс</source>", Expected(outlet: "Икс")),
            rss("language", "<dc:language>uk</dc:language>", Expected(language: "uk")),
            rss(
                "media is not the title", "<media:content><media:title>М</media:title></media:content><title>А</title>",
                Expected(title: "А")),
            rss("media title", "<media:title>М</media:title>", Expected(title: "М")),
            rss("empty title", "<title/><dc:title>А</dc:title>", Expected(title: "А")),
            rss("line ends in the title", "<title>\n  А\r\n  Б\t</title>", Expected(title: "А Б")),
            rss(
                "updated", "<atom:updated>2025-01-02</atom:updated>", Expected(updated: "2025-01-02"),
                attributes: "xmlns:atom='http://www.w3.org/2005/Atom'"),
            rss("comment and instruction", "<!-- <title>x</title> --><?a b?><title>А</title>", Expected(title: "А")),
            atom("plain", "<title>А &amp; Б</title><summary>В</summary>", Expected(title: "А & Б", summary: "В")),
            atom("text is no markup", "<title>5 &lt; 6 &lt;b&gt;</title>", Expected(title: "5 < 6 <b>")),
            atom("html", "<title type='html'>&lt;b&gt;А&lt;/b&gt; &amp;amp; Б</title>", Expected(title: "А & Б")),
            atom("xhtml", "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>А <b>Б</b></div></title>", Expected(title: "А Б")),
            atom(
                "xhtml content",
                "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>А &lt; Б</p><a href='/x'>В</a></div></content>",
                Expected(content: "<div><p>А &lt; Б</p><a href=\"/x\">В</a></div>")),
            atom("html content", "<content type='html'>&lt;p&gt;А&lt;/p&gt;</content>", Expected(content: "<p>А</p>")),
            atom("authors", "<author><name>А</name></author><author><name>Б</name><email>b@b</email></author>", Expected(author: "А, Б")),
            atom(
                "updated only", "<updated>2025-01-02T03:04:05Z</updated>",
                Expected(published: "2025-01-02T03:04:05Z", updated: "2025-01-02T03:04:05Z")),
            atom("source", "<source><title>Икс</title><id>s</id></source><id>i</id>", Expected(id: "i", outlet: "Икс")),
            atom("language", "", Expected(language: "ru"), attributes: "xml:lang='ru'").bothIn("ru"),
            json("plain", #""id":"1","title":"А &amp; Б","summary":"В""#, Expected(id: "1", title: "А & Б", summary: "В")),
            json("escapes", #""title":"\u00abА\u00bb \"Б\" \ud83d\ude00\/""#, Expected(title: "«А» \"Б\" 😀/")),
            json("number as id", #""id":17"#, Expected(id: "17")),
            json("html", #""content_html":"<p>А</p>""#, Expected(content: "<p>А</p>")),
            json("text", #""content_text":"А < Б\nВ""#, Expected(content: "<p>А &lt; Б</p><p>В</p>")),
            json("authors", #""authors":[{"name":"А"},{"name":"Б"}]"#, Expected(author: "А, Б")),
            json("author", #""author":{"name":"А","url":"x"}"#, Expected(author: "А")),
            json("modified", #""date_modified":"2025-01-02""#, Expected(updated: "2025-01-02")),
            json("the last of two members counts", #""title":"А","title":"Б""#, Expected(title: "Б")),
            json("nested strangers", #""_x":{"title":"Ы","items":[{"title":1}]},"title":"А""#, Expected(title: "А")),
        ]
    }

    /// Both items have the feed's language.
    private func bothIn(_ language: String) -> FeedCase {
        var feed = self
        feed.items = [Expected(language: language), Expected(language: language)]
        return feed
    }

    /// Namespaces under names of the feed's own.
    static var named: [FeedCase] {
        let prefixed =
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>А</a:title><a:id>1</a:id><a:link href='http://x.example/'/></a:entry></a:feed>"
        let unbound = "<rss><channel><item><dc:creator>А</dc:creator><content:encoded>Б</content:encoded></item></channel></rss>"
        let other =
            "<rss xmlns:q='http://purl.org/dc/elements/1.1/'><channel><item><q:creator>А</q:creator><q:date>2025-01-02</q:date></item></channel></rss>"
        let default2 = "<rss xmlns='http://backend.userland.com/rss2'><channel><item><title>А</title></item></channel></rss>"
        let old =
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>А</title><issued>2004-01-02</issued><modified>2004-01-03</modified></entry></feed>"
        let bare = "<feed><entry><title>А</title><link href='http://x.example/'/></entry></feed>"
        let old090 =
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><item><title>А</title></item></rdf:RDF>"
        let about =
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item rdf:about='http://x.example/1'><title>А</title></item></rdf:RDF>"
        return [
            FeedCase("prefixed Atom", .atom, prefixed, [Expected(id: "1", link: "http://x.example/", title: "А")]),
            FeedCase("unbound prefixes", .rss2, unbound, [Expected(author: "А", content: "Б")]),
            FeedCase("other prefix", .rss2, other, [Expected(author: "А", published: "2025-01-02")]),
            FeedCase("default namespace of RSS", .rss2, default2, [Expected(title: "А")]),
            FeedCase("Atom 0.3", .atom, old, [Expected(title: "А", published: "2004-01-02", updated: "2004-01-03")]),
            FeedCase("Atom without namespace", .atom, bare, [Expected(link: "http://x.example/", title: "А")]),
            FeedCase("RSS 0.90", .rss1, old090, [Expected(title: "А")]),
            FeedCase("rdf:about", .rss1, about, [Expected(id: "http://x.example/1", link: "http://x.example/1", title: "А")]),
        ]
    }

    /// Links.
    static var addressed: [FeedCase] {
        [
            rss("relative", "<link>/a/1</link>", Expected(id: "https://b.example/a/1", link: "https://b.example/a/1")),
            rss("base", "<link>1</link>", Expected(link: "http://c.example/d/1"), attributes: "xml:base='http://c.example/d/'"),
            rss(
                "bases within one another", "<link xml:base='../e/'>1</link>", Expected(link: "http://c.example/e/1"),
                attributes: "xml:base='http://c.example/d/'"),
            rss("guid as link", "<guid>http://x.example/1</guid>", Expected(id: "http://x.example/1", link: "http://x.example/1")),
            rss("guid that is no link", "<guid isPermaLink='false'>http://x.example/1</guid>", Expected(id: "http://x.example/1")),
            rss("link with spaces", "<link>\n http://x.example/a b </link>", Expected(link: "http://x.example/a%20b")),
            rss("script as link", "<link>javascript:alert(1)</link><title>А</title>", Expected(title: "А")),
            rss(
                "link of Atom", "<atom:link href='/1'/>", Expected(link: "https://b.example/1"),
                attributes: "xmlns:atom='http://www.w3.org/2005/Atom'"),
            atom(
                "alternate", "<link rel='self' href='/s'/><link rel='alternate' type='text/html' href='/1'/>",
                Expected(link: "https://b.example/1")),
            atom("no rel", "<link href='1'/><link rel='enclosure' href='/2'/>", Expected(link: "https://b.example/f/1")),
            atom("base", "<link href='1' xml:base='/g/'/>", Expected(link: "https://b.example/g/1")),
            atom("query kept", "<link href='/a?b=1&amp;c=2#d'/>", Expected(link: "https://b.example/a?b=1&c=2#d")),
            json("relative", #""url":"/1""#, Expected(link: "https://b.example/1")),
            json("external", #""external_url":"http://x.example/""#, Expected(link: "http://x.example/")),
        ]
    }
}
