/// How much of anything is taken from outside. Each is tested, and reaching it is reported.
public enum FetchLimits {
    /// A body, decoded, in bytes.
    public static let mostBodyBytes = 15 << 20
    /// How many times a compressed body may swell.
    public static let mostExpansion = 100
    /// A whole fetch in seconds with its redirects, not counting the time that a host is given to rest.
    public static let mostSeconds = 60
    /// Redirects of one fetch.
    public static let mostRedirects = 5
    /// A robots.txt in bytes (RFC 9309 asks for at least this much). What follows is not read.
    public static let mostRobotsBytes = 500 << 10
    /// The longest pause in seconds that a robots.txt may ask for between two fetches.
    public static let mostCrawlDelay = 30.0
    /// Addresses of one host that are tried, one after the other.
    public static let mostAddresses = 4
    /// Headers of one answer, in bytes altogether and in number.
    public static let mostHeaderBytes = 64 << 10, mostHeaders = 100
}
