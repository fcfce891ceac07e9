/// The names that HTML, and those who write pages in it, give to the parts of a page. Facts of markup, in no language.
enum MarkupVocabulary {
    /// Elements that begin and end a paragraph.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main",
        "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    ]
    /// Headings.
    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
    /// Elements that hold no text of an article.
    static let silent: Set<String> = [
        "applet", "area", "aside", "audio", "button", "canvas", "datalist", "dialog", "embed", "figcaption", "footer", "form", "head",
        "input", "label", "map", "math", "menu", "nav", "noscript", "object", "option", "select", "svg", "template", "video",
        "amp-ad", "amp-consent", "amp-sidebar", "amp-social-share", "amp-embed", "amp-state", "amp-analytics",
    ]
    /// Words in `class` and `id` by which an element is none of the article, unless it holds the heading or the article itself.
    static let outside: Set<String> = [
        "ad", "ads", "adv", "advert", "advertisement", "adverts", "alsoread", "banner", "banners", "breadcrumb", "breadcrumbs", "comment",
        "comments", "commentlist", "consent", "cookie", "cookies", "crumbs", "disqus", "donate", "footer", "gdpr", "hashtags", "login",
        "menu", "modal", "nav", "navbar", "navigation", "newsletter", "outbrain", "pagination", "paywall", "popup", "popular", "promo",
        "readalso", "recommend", "recommendations", "recommended", "related", "relap", "respond", "seealso", "share", "sharing",
        "sidebar", "similar", "skip", "soc", "social", "socials", "sponsored", "subscribe", "subscription", "taboola", "tags", "taglist",
        "teaser", "teasers", "toolbar", "trending", "widget", "widgets", "infopanel",
    ]
    /// Words by which a short element is none of the article's text.
    static let beside: Set<String> = [
        "author", "authors", "byline", "caption", "category", "copyright", "counter", "credit", "credits", "date", "dateline", "datetime",
        "hidden", "likes", "meta", "photo", "posted", "print", "published", "rating", "readmore", "rubric", "source", "stats", "time",
        "timestamp", "topics", "views", "vote",
    ]
    /// Two words in a row of `class` or `id` by which an element is none of the article.
    static let outsidePairs: Set<String> = [
        "also read", "also see", "entry tags", "image description", "image text", "img caption", "latest news", "media description",
        "more news", "most read", "news feed", "news list", "news tape", "other news", "photo description", "photo text",
        "post navigation", "post tags", "read also", "read more", "read next", "screen reader", "see also", "sr only", "tag list",
        "theme news", "visually hidden", "wp caption",
    ]
    /// Two words in a row by which an element is the article's text.
    static let bodyPairs: Set<String> = [
        "article body", "article content", "article text", "body text", "content body", "content text", "detail text", "entry content",
        "entry text", "main text", "material text", "name body", "news body", "news content", "news text", "post body", "post content",
        "post text", "publication text", "single content", "story body", "story content", "story text", "text content", "topic text",
    ]
    /// Words in which an element calls itself the introduction to the article.
    static let lead: Set<String> = ["announce", "anons", "dek", "intro", "lead", "lede", "standfirst", "subtitle", "summary", "excerpt"]

    /// The words of a name such as `b-article__text`, `newsText` or `td_post_content`, in lower case, repeated ones too.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        for byte in name.utf8.prefix(1024) {
            let isCapital = (0x41...0x5A).contains(byte), isSmall = (0x61...0x7A).contains(byte)
            if (!isCapital && !isSmall && byte < 0x80) || (isCapital && wasSmall) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isCapital || isSmall { word.unicodeScalars.append(Unicode.Scalar(byte | 0x20)) }
            wasSmall = isSmall
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
