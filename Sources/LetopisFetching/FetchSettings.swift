/// How a fetcher behaves: who it says it is, whom it may visit, how patient it is.
public struct FetchSettings: Sendable {
    /// The name that robots.txt files know us by.
    public static let agent = "Letopis"
    /// Its version, as the user agent gives it.
    public var version: String
    /// A URL or a mail address in the user agent, where site owners reach whoever runs this.
    public var contact: String?
    /// Blocks of addresses that are not in the internet and may be visited all the same.
    public var allowed: [AddressBlock] = []
    /// The proxies that connections are made through; nil is none, whatever the environment says.
    public var proxies: ProxyRules?
    /// How many fetches one host serves at once.
    public var perHost = 2
    /// Seconds between the beginnings of two fetches at one host.
    public var delay = 1.0

    /// A file of certificates (PEM) whose owners are trusted in place of those that the machine trusts: tests have an authority of their own.
    var authorities: String?

    /// Settings for a version of the program.
    public init(version: String) { self.version = version }

    /// The one identity that is given to every host: `Letopis/1.0 (+https://example.org/bot)`.
    public var userAgent: String {
        let printable = (contact ?? "").unicodeScalars.filter { (0x21...0x7E).contains($0.value) && $0 != "(" && $0 != ")" }
        let contact = String(String.UnicodeScalarView(printable.prefix(200)))
        return "\(FetchSettings.agent)/\(version)" + (contact.isEmpty ? "" : " (+\(contact))")
    }
}
