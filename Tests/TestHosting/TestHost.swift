internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import Synchronization

/// A host on this machine that says what a test tells it to, byte for byte, and remembers who came.
public final class TestHost: Sendable {
    /// What somebody asked.
    public struct Question: Sendable {
        /// What was asked for; of somebody who wants to speak in secret, `TLS` and the name that the certificate is to have.
        public var target = ""
        /// By their names in lower case.
        public var headers: [String: String] = [:]
    }

    /// What is answered.
    public enum Reply: Sendable {
        /// These bytes; the connection stays open.
        case bytes([UInt8])
        /// These bytes, and then the same ones again and again as long as somebody reads.
        case endless(head: String, again: [UInt8])
        /// These bytes, and then the end of the connection.
        case cut(String)

        /// A whole answer of text.
        public static func text(_ body: String, _ headers: [String] = [], status: String = "200 OK") -> Reply {
            whole(Array(body.utf8), headers, status: status)
        }

        /// A whole answer.
        public static func whole(_ body: [UInt8], _ headers: [String] = [], status: String = "200 OK") -> Reply {
            let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
            return .bytes(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
        }
    }

    private struct Visits {
        var accepted = 0
        var questions: [Question] = []
    }

    private let visits = Mutex(Visits())
    private let channels: [any Channel]
    /// Where it listens.
    public let port: Int

    /// How many connections were made.
    public var accepted: Int { visits.withLock { $0.accepted } }
    /// What was asked so far.
    public var questions: [Question] { visits.withLock { $0.questions } }
    /// The targets of the questions.
    public var targets: [String] { questions.map(\.target) }

    /// Who a host says it is, to those who want to speak in secret: paths of a certificate and its key, in PEM.
    public struct Identity: Sendable {
        let certificate, key: String

        /// An identity.
        public init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }

        fileprivate func context() throws -> NIOSSLContext {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
            let secret = try NIOSSLPrivateKey(file: key, format: .pem)
            return try NIOSSLContext(configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(secret)))
        }
    }

    /// A host that listens at these addresses, at one port; with an identity, it speaks TLS.
    public static func listening(
        at addresses: [String] = ["127.0.0.2"], as identity: Identity? = nil, _ reply: @escaping @Sendable (Question) -> Reply
    ) async throws -> TestHost {
        let desk = ReplyDesk(reply), secret = try identity?.context()
        var channels: [any Channel] = []
        for address in addresses {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if let secret { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: secret)) }
                        try channel.pipeline.syncOperations.addHandler(Conversation(desk))
                    }
                }
                .bind(host: address, port: channels.first?.localAddress?.port ?? 0).get()
            channels.append(channel)
        }
        let host = TestHost(channels)
        desk.host.withLock { $0 = host }
        return host
    }

    private init(_ channels: [any Channel]) {
        self.channels = channels
        port = channels.first?.localAddress?.port ?? 0
    }

    /// Stops listening.
    public func close() async throws { for channel in channels { try await channel.close() } }

    fileprivate func wasVisited() { visits.withLock { $0.accepted += 1 } }
    fileprivate func wasAsked(_ question: Question) { visits.withLock { $0.questions.append(question) } }
}

/// What a host answers, known before the host itself is.
private final class ReplyDesk: Sendable {
    let reply: @Sendable (TestHost.Question) -> TestHost.Reply
    let host = Mutex<TestHost?>(nil)

    init(_ reply: @escaping @Sendable (TestHost.Question) -> TestHost.Reply) { self.reply = reply }
    var visited: TestHost? { host.withLock { $0 } }
}

/// One connection: questions are cut at the empty line.
private final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let desk: ReplyDesk
    private var received: [UInt8] = []

    init(_ desk: ReplyDesk) { self.desk = desk }

    func channelActive(context: ChannelHandlerContext) { desk.visited?.wasVisited() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += Array(unwrapInboundIn(data).readableBytesView)
        if received.first == 0x16 {
            desk.visited?.wasAsked(TestHost.Question(greeting: received))
            context.close(promise: nil)
            return received.removeAll()
        }
        while let end = received.indices.dropLast(3).first(where: { received[$0...].starts(with: [13, 10, 13, 10]) }) {
            let question = TestHost.Question(String(decoding: received[..<end], as: UTF8.self))
            received.removeFirst(end + 4)
            desk.visited?.wasAsked(question)
            send(desk.reply(question), context.channel)
        }
    }

    private func send(_ reply: TestHost.Reply, _ channel: any Channel) {
        switch reply {
        case .bytes(let bytes): channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
        case .cut(let text): channel.writeAndFlush(ByteBuffer(string: text)).whenComplete { _ in channel.close(promise: nil) }
        case .endless(let head, let again):
            channel.writeAndFlush(ByteBuffer(string: head), promise: nil)
            Conversation.pour(ByteBuffer(bytes: again), into: channel)
        }
    }

    private static func pour(_ bytes: ByteBuffer, into channel: any Channel) {
        // A write may be done at once: the next one waits its turn, and does not stand on top of it.
        channel.writeAndFlush(bytes).whenSuccess { channel.eventLoop.execute { pour(bytes, into: channel) } }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

extension TestHost.Question {
    /// The greeting of TLS holds the host's name as it is: the longest run of characters of names.
    init(greeting: [UInt8]) {
        let runs = greeting.split { !(97...122).contains($0) && !(48...57).contains($0) && $0 != 46 && $0 != 45 && $0 != 95 }
        target = "TLS " + String(decoding: runs.filter { $0.contains(46) }.max { $0.count < $1.count } ?? [], as: UTF8.self)
    }

    init(_ text: String) {
        let lines = text.split(separator: "\r\n").map(String.init)
        target = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.dropFirst().first.map { String($0.drop { $0 == " " }) } ?? ""
        }
    }
}
