/// A proxy, through which connections are made.
///
/// Guaranteed: it is asked for connections to addresses that were checked (`CONNECT 192.0.2.1:443`), for plain HTTP, too, and never for names: it
/// looks nothing up, and so cannot be led astray. Its own address is not checked: whoever names a proxy wants it.
public struct Proxy: Hashable, Sendable {
    /// Its name, or its address without brackets.
    let host: String
    let port: Int

    /// Reads `http://HOST:PORT`, or the same without the scheme. Nil where it is anything else: another scheme, a password, a path.
    public init?(_ text: String) {
        guard let address = try? WebAddress(text.contains("://") ? text : "http://\(text)"), address.scheme == .http, address.target == "/"
        else { return nil }
        switch address.host {
        case .name(let name): host = name
        case .address(let own): host = own.description
        }
        port = Int(address.port)
    }
}

/// Which connections go through which proxy. There is none but where somebody asks for one.
public struct ProxyRules: Sendable {
    private let secure, plain: Proxy?
    /// Hosts that are visited directly: in lower case, `*` for all.
    private let direct: [String]

    /// All connections through one proxy.
    public init(_ proxy: Proxy) { (secure, plain, direct) = (proxy, proxy, []) }

    /// As the usual variables have it: `HTTPS_PROXY` and `HTTP_PROXY` name proxies, and `NO_PROXY` the hosts that are visited directly, separated
    /// by commas: a domain with all that is in it, an address, a block of addresses, `*`. Small letters count before capitals. Throws
    /// where a variable names no proxy that can be used.
    public init(environment: [String: String]) throws(FetchError) {
        func value(_ name: String) -> String? {
            let value = environment[name.lowercased()] ?? environment[name]
            return value == "" ? nil : value
        }
        func proxy(_ name: String) throws(FetchError) -> Proxy? {
            guard let text = value(name) else { return nil }
            guard let proxy = Proxy(text) else { throw .proxy(variable: name) }
            return proxy
        }
        secure = try proxy("HTTPS_PROXY")
        plain = try proxy("HTTP_PROXY")
        direct = (value("NO_PROXY") ?? "").lowercased().split { $0 == "," || $0 == " " }.map { entry in
            entry == "*" ? "*" : String(entry.drop { $0 == "*" || $0 == "." })
        }
    }

    /// The proxy for an address; nil where it is visited directly.
    func proxy(for url: WebAddress) -> Proxy? { isDirect(url.host) ? nil : url.scheme == .https ? secure : plain }

    private func isDirect(_ host: Host) -> Bool {
        direct.contains { entry in
            switch host {
            case _ where entry == "*": true
            case .address(let address): AddressBlock(entry)?.contains(address) ?? false
            case .name(let name): name == entry || name.hasSuffix(".\(entry)")
            }
        }
    }
}
