internal import NIOCore
internal import NIOSSL

/// Whom a certificate is for.
///
/// The TLS library is content with a certificate for the address that was connected to, whatever name was asked for: whoever can lie about a
/// name's address, and has a certificate for an address of his own, would be believed. So a host that has a name must prove that name.
enum CertificateName {
    /// Fails where a connection is secret and the other side's certificate is not for a host's name. Nothing has been asked by then.
    static func prove(_ name: String, on channel: any Channel) -> EventLoopFuture<Void> {
        channel.pipeline.handler(type: NIOSSLHandler.self).map { $0.peerCertificate.map { isFor(name, $0) } ?? false }
            .flatMapErrorThrowing { error in
                // Plain HTTP.
                guard case ChannelPipelineError.notFound = error else { throw error }
                return true
            }
            .flatMapThrowing { isProved in
                if !isProved { throw FetchError.unreachable(host: name, reason: CertificateName.complaint) }
            }
    }

    /// What is said of a certificate for somebody else.
    static let complaint = "its certificate is for another name"

    private static func isFor(_ name: String, _ certificate: NIOSSLCertificate) -> Bool {
        certificate._subjectAlternativeNames().contains { other in
            other.nameType == .dnsName && covers(String(decoding: Array(other.contents), as: UTF8.self), name)
        }
    }

    /// Whether a name in a certificate stands for a host's: the same, or with an asterisk for the host's first label (RFC 6125, 6.4).
    static func covers(_ pattern: String, _ name: String) -> Bool {
        let pattern = pattern.lowercased()
        guard pattern.hasPrefix("*.") else { return pattern == name }
        let rest = name.drop { $0 != "." }
        return !rest.isEmpty && rest == pattern.dropFirst()
    }
}
