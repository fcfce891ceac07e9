/// Everything that fetching can fail with. The wording is here, in one place; it names hosts and addresses, and never what was fetched.
public enum FetchError: Error, Hashable, Sendable {
    /// Not a URL that may be fetched.
    case address(String, AddressFault)
    /// A host that leads, or one of whose addresses leads, where nobody is to go.
    case forbidden(host: String, address: IPAddress, kind: String)
    /// The name system has no address for the host, in its own words.
    case unresolved(host: String, reason: String)
    /// No connection, or it broke; in the words of whoever noticed.
    case unreachable(host: String, reason: String)
    /// More redirects than are followed.
    case tooManyRedirects
    /// A redirect that says not where to.
    case redirectToNowhere(status: Int)
    /// The host answered, and said no. `again` is how many seconds it asked to be left alone, where it asked.
    case status(Int, again: Int?)
    /// The body is larger than is read, decoded as it is kept.
    case tooLarge
    /// The body swells to more than compressed text does.
    case swells
    /// An encoding of the body that was not asked for, or a damaged one.
    case encoding(String)
    /// Headers longer or more numerous than is read.
    case headers
    /// It took longer than is waited.
    case tooSlow
    /// The host's robots.txt keeps this page to itself.
    case robots(path: String)
    /// The host's robots.txt cannot be read now, and until it can, nothing is fetched there.
    case robotsUnavailable(host: String, reason: String)
    /// A variable of the environment should name a proxy, and does not name one that can be used.
    case proxy(variable: String)
    /// The host wants, or after failures is given, some rest; seconds from now.
    case resting(host: String, seconds: Int)

    /// What, and what to do, in one sentence without a full stop.
    public var message: String {
        switch self {
        case .address(_, let fault): fault.message
        case .forbidden(let host, let address, let kind):
            "\(host) is \(address): \(kind); allow it with --allow-address \(address) if you trust it"
        case .unresolved(let host, let reason): "\(host) has no address (\(reason)); is the name right?"
        case .unreachable(let host, let reason): "\(host) cannot be reached (\(reason))"
        case .tooManyRedirects: "more than \(FetchLimits.mostRedirects) redirects; name the page where they end"
        case .redirectToNowhere(let status): "status \(status) without a place to go to"
        case .status(let status, _): "status \(status)\(FetchError.meaning(status).map { ", \($0)" } ?? "")"
        case .tooLarge: "more than \(FetchLimits.mostBodyBytes >> 20) MiB; not read"
        case .swells: "the compressed body swells more than \(FetchLimits.mostExpansion) times; not read"
        case .encoding(let name): "the body is encoded as \(name), and cannot be decoded"
        case .headers: "the answer has more headers than is read"
        case .tooSlow: "not done after \(FetchLimits.mostSeconds) seconds"
        case .robots(let path): "robots.txt does not allow \(path)"
        case .robotsUnavailable(let host, let reason):
            "the robots.txt of \(host) cannot be read now (\(reason)), so nothing is fetched there"
        case .proxy(let variable): "\(variable) names no proxy that can be used: http://HOST:PORT, without a password"
        case .resting(let host, let seconds): "\(host) is left alone for \(seconds) s more after failures; try again later"
        }
    }

    /// Whether asking again later could help.
    public var isPassing: Bool {
        switch self {
        case .unresolved, .unreachable, .tooSlow, .robotsUnavailable, .resting: true
        case .status(let status, _): status == 408 || status == 425 || status == 429 || status >= 500
        default: false
        }
    }

    private static func meaning(_ status: Int) -> String? {
        switch status {
        case 401, 403: "not for us"
        case 404: "not found"
        case 410: "gone"
        case 429: "too many requests"
        case 451: "withheld for legal reasons"
        case 500...599: "the host is in trouble"
        default: nil
        }
    }
}
