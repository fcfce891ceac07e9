/// A URL that may be fetched: `http` or `https`, a host, a port, and what is asked for there.
///
/// Guaranteed: nothing in it is left to interpretation. The host has one spelling, there is no user information and no fragment, and the
/// rest is ASCII without blanks. What other programs would make of the original text doesn't matter: `description` is what is sent.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// The ways to ask. There is no `file`, no `ftp`, no `unix`.
    public enum Scheme: String, Sendable {
        case http, https

        var port: UInt16 { self == .http ? 80 : 443 }
    }

    /// How it is asked.
    public let scheme: Scheme
    /// Who is asked.
    public let host: Host
    /// Where there; the scheme's own port where none is named.
    public let port: UInt16
    /// Path and query, beginning with `/`.
    public let target: String

    /// The longest URL in bytes, as it is written and as it is sent.
    public static let mostBytes = 8192

    /// Reads an absolute URL. Letters of other scripts in path and query become percent-encoded UTF-8, blanks around it are dropped.
    public init(_ text: String) throws(FetchError) {
        do throws(AddressFault) {
            self = try WebAddress(URLText(text).absolute())
        } catch {
            throw .address(text, error)
        }
    }

    /// Reads a reference as it stands in a document or a `Location` header, relative to this address (RFC 3986, 5.2).
    public func resolving(_ reference: String) throws(FetchError) -> WebAddress {
        do throws(AddressFault) {
            let text = try URLText(reference)
            if text.hasScheme { return try WebAddress(text.absolute()) }
            if text.hasAuthority { return try WebAddress(text.withScheme(scheme.rawValue)) }
            return try WebAddress(scheme: scheme, host: host, port: port, target: text.target(from: target))
        } catch {
            throw .address(reference, error)
        }
    }

    private init(_ parts: URLText.Parts) throws(AddressFault) {
        guard let scheme = Scheme(rawValue: parts.scheme) else { throw .scheme }
        guard !parts.authority.contains(UInt8(ascii: "@")) else { throw .user }
        let (name, port) = try WebAddress.split(parts.authority)
        self = try WebAddress(scheme: scheme, host: try Host(name), port: port ?? scheme.port, target: parts.target)
    }

    /// Encoded, a text may be longer than it was: what is sent is what is measured.
    private init(scheme: Scheme, host: Host, port: UInt16, target: String) throws(AddressFault) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.target = target
        guard description.utf8.count <= WebAddress.mostBytes else { throw .tooLong }
    }

    /// The host and the port that follows it. The colons of an address in brackets are its own.
    private static func split(_ authority: ArraySlice<UInt8>) throws(AddressFault) -> (ArraySlice<UInt8>, UInt16?) {
        let bracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        guard let colon = authority[bracket...].firstIndex(of: UInt8(ascii: ":")) else { return (authority, nil) }
        let digits = authority[(colon + 1)...]
        guard !digits.isEmpty else { return (authority[..<colon], nil) }
        guard digits.count <= 5, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .port }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard (1...65535).contains(number) else { throw .port }
        return (authority[..<colon], UInt16(number))
    }

    /// The whole URL, in ASCII.
    public var description: String { "\(site)\(target)" }

    /// Scheme, host and port: what a robots.txt holds for.
    public var site: String { "\(scheme.rawValue)://\(host)\(port == scheme.port ? "" : ":\(port)")" }
}

/// What is wrong with a text that should be a URL.
public enum AddressFault: Error, Hashable, Sendable {
    case scheme, noHost, user, port, hostNumber, hostCharacter, hostTooLong, emptyLabel, control, tooLong

    /// In words, and what to do.
    var message: String {
        switch self {
        case .scheme: "only http:// and https:// addresses are fetched"
        case .noHost: "there is no host in it"
        case .user: "a user name or password before @ is not sent; take it out"
        case .port: "the port is not a number from 1 to 65535"
        case .hostNumber: "the host is a number, and not written as four decimal numbers or an address in brackets"
        case .hostCharacter: "the host has characters that no host has"
        case .hostTooLong: "the host is longer than hosts can be"
        case .emptyLabel: "there is nothing between two dots of the host"
        case .control: "there is a control character or a line break in it"
        case .tooLong: "it is longer than \(WebAddress.mostBytes) bytes"
        }
    }
}
