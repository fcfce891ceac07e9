internal import Foundation
internal import TestHosting

/// Somebody who signs certificates, for one test. The program `openssl` does the work.
final class Authority {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("letopis-tests-\(UUID().uuidString)")
    /// The authority's own certificate, which whoever trusts it is given.
    var certificate: String { path("authority.pem") }

    /// Nil where there is no `openssl`, which is said.
    init?() throws {
        guard Authority.program != nil else {
            print("tests of certificates are skipped: no program `openssl` in PATH")
            return nil
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = """
            [ca]
            default_ca = own
            [own]
            new_certs_dir = .
            database = index
            unique_subject = no
            serial = serial
            policy = any
            default_md = sha256
            certificate = authority.pem
            private_key = authority.key
            [any]
            commonName = supplied
            """
        for (name, text) in [("settings", settings), ("index", ""), ("serial", "01\n")] {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try run(Authority.own("authority") + ["-addext", "basicConstraints=critical,CA:TRUE", "-days", "2"])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// An identity for a host's name or address, valid between two times (`20200101000000Z`), signed by this authority.
    func identity(_ name: String, from begin: String = "20200101000000Z", to end: String = "20991231000000Z") throws -> TestHost.Identity {
        try Data("subjectAltName=\(Authority.alternative(name))\n".utf8).write(to: folder.appendingPathComponent("names"))
        try run(["req", "-new", "-subj", "/CN=test", "-out", "request"] + Authority.key("host"))
        try run([
            "ca", "-batch", "-notext", "-config", "settings", "-in", "request", "-out", "host.pem", "-startdate", begin, "-enddate", end,
            "-extfile", "names",
        ])
        return TestHost.Identity(certificate: path("host.pem"), key: path("host.key"))
    }

    /// An identity that nobody but its owner has signed.
    func selfSigned(_ name: String) throws -> TestHost.Identity {
        try run(Authority.own("self") + ["-addext", "subjectAltName=\(Authority.alternative(name))", "-days", "2"])
        return TestHost.Identity(certificate: path("self.pem"), key: path("self.key"))
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private static func own(_ name: String) -> [String] { ["req", "-x509", "-subj", "/CN=test", "-out", "\(name).pem"] + key(name) }

    private static func key(_ name: String) -> [String] {
        ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "\(name).key"]
    }

    private static func alternative(_ name: String) -> String { (name.first?.isNumber == true ? "IP:" : "DNS:") + name }

    private static let program: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/openssl" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private func run(_ arguments: [String]) throws {
        let process = Process(), words = Pipe()
        process.executableURL = URL(fileURLWithPath: Authority.program ?? "")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardError = words
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let said = words.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Refusal(words: String(decoding: said, as: UTF8.self)) }
    }

    /// What `openssl` did not want to do.
    struct Refusal: Error {
        let words: String
    }
}
