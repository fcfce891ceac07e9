internal import AsyncHTTPClient
internal import LetopisFormats
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression
internal import NIOPosix
internal import NIOSSL

/// One question to one address, and what came back, whole.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]

    /// The first header of a name.
    subscript(_ name: String) -> String? { headers.first(name: name) }

    /// Whether the body is the document: statuses 200 and 203.
    var isDocument: Bool { status == 200 || status == 203 }

    /// What the status says went wrong; `now` is when it was said. Nil for a document, for "not modified" and for a redirect.
    func failure(at now: Int) -> FetchError? {
        guard !isDocument, !(300..<400).contains(status) else { return nil }
        let again = self["retry-after"].flatMap { text in Int(text) ?? HTTPDate.seconds(text).map { $0 - now } }
        return .status(status, again: again.map { max(0, $0) })
    }

    /// Asks, and reads what is answered up to the caps. The body of anything but a document is not read; of one, the first `cut` bytes.
    init(to url: WebAddress, headers: HTTPHeaders, cut: Int?, with client: HTTPClient) async throws {
        do {
            var request = HTTPClientRequest(url: url.description)
            request.headers = headers
            let response = try await client.execute(request, deadline: .distantFuture)
            try Answer.check(response.headers)
            status = Int(response.status.code)
            self.headers = response.headers
            body = [200, 203].contains(status) ? try await Answer.body(response, cut: cut) : []
        } catch {
            throw Answer.fault(error, host: url.host.description)
        }
    }

    private static func check(_ headers: HTTPHeaders) throws {
        let bytes = headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        guard headers.count <= FetchLimits.mostHeaders, bytes <= FetchLimits.mostHeaderBytes else { throw FetchError.headers }
    }

    private static func body(_ response: HTTPClientResponse, cut: Int?) async throws -> [UInt8] {
        let encoding = response.headers[canonicalForm: "content-encoding"].joined(separator: ",").lowercased()
        guard ["", "identity", "gzip", "deflate", "br"].contains(encoding) else { throw FetchError.encoding(String(encoding.prefix(40))) }
        let length = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard cut != nil || length <= FetchLimits.mostBodyBytes else { throw FetchError.tooLarge }
        var bytes: [UInt8] = []
        // gzip and deflate are undone by the library.
        let brotli = encoding == "br" ? Decompressor(.brotli, mostBytes: FetchLimits.mostBodyBytes) : nil
        for try await chunk in response.body {
            if let brotli {
                brotli.push(Array(chunk.readableBytesView)[...], into: &bytes)
                if let fault = fault(brotli.progress, isOver: false) { throw fault }
            } else {
                bytes.append(contentsOf: chunk.readableBytesView)
            }
            if let cut, bytes.count >= cut { return Array(bytes.prefix(cut)) }
            guard bytes.count <= FetchLimits.mostBodyBytes else { throw FetchError.tooLarge }
        }
        if let brotli, let fault = fault(brotli.progress, isOver: true) { throw fault }
        return bytes
    }

    private static func fault(_ progress: Decompressor.Progress, isOver: Bool) -> FetchError? {
        switch progress {
        case .ended: nil
        case .wantsMore: isOver ? .encoding("br, cut off") : nil
        case .malformed: .encoding("br, damaged")
        case .tooLarge: .tooLarge
        case .expandsTooFar: .swells
        }
    }

    /// What the libraries below throw, in this room's words.
    private static func fault(_ error: any Error, host: String) -> any Error {
        switch error {
        case is FetchError, is CancellationError: return error
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            return FetchError.unreachable(host: host, reason: CertificateName.complaint)
        case NIOSSLError.handshakeFailed(let error): return FetchError.unreachable(host: host, reason: reason(error))
        case let error as HTTPClientError: return fault(error, host: host)
        case NIOHTTPDecompression.DecompressionError.limit: return FetchError.swells
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            return FetchError.encoding("gzip, damaged")
        case HTTPParserError.headerOverflow: return FetchError.headers
        case let error as IOError: return FetchError.unreachable(host: host, reason: reason(error.errnoCode))
        default: return FetchError.unreachable(host: host, reason: String("\(error)".prefix(160)))
        }
    }

    private static func fault(_ error: HTTPClientError, host: String) -> any Error {
        switch error {
        case .cancelled, .alreadyShutdown: CancellationError()
        case .connectTimeout: FetchError.unreachable(host: host, reason: "no connection within 15 seconds")
        case .proxyAuthenticationRequired: FetchError.unreachable(host: host, reason: "the proxy wants a password")
        case .invalidProxyResponse: FetchError.unreachable(host: host, reason: "the proxy does not connect to it")
        case .remoteConnectionClosed: FetchError.unreachable(host: host, reason: "it closed the connection")
        default: FetchError.unreachable(host: host, reason: error.shortDescription)
        }
    }

    private static func reason(_ error: BoringSSLError) -> String {
        let isUnknown = "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
        return isUnknown ? "its certificate is out of date, or signed by nobody whom this machine trusts" : "no secure connection"
    }

    private static func reason(_ number: Int32) -> String {
        let known: [Int32: String] = [
            101: "network unreachable", 104: "connection reset", 110: "no answer", 111: "connection refused", 113: "no route to it",
        ]
        return known[number] ?? "system error \(number)"
    }
}
