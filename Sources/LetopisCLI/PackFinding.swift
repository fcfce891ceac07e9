internal import FoundationEssentials
internal import Letopis
internal import LetopisNeural

/// What `Share/models/manifest.json` says the packs are. `Training/models.py` writes it.
struct ModelManifest: Decodable {
    /// One pack: its path under `models`, its size and sum, and whose work it is made of.
    struct Entry: Decodable {
        var name: String
        var bytes: Int
        var sha256: String
        var `protocol`: UInt32
        var licence: String
        var source: String
    }
    var packs: [Entry]
}

/// What `doctor` finds of one model pack.
struct PackFinding {
    enum State: String { case whole, missing, damaged, outdated }
    let entry: ModelManifest.Entry
    let path: String
    let state: State

    /// One finding for each pack in the manifest. Throws where there is no manifest to compare with.
    static func all(in share: ShareFolder) throws -> [PackFinding] {
        guard let data = FileManager.default.contents(atPath: share.manifest) else {
            throw CommandError.setUp("No models in \(printable(share.path))/models: run `make models` in the checkout.")
        }
        guard let manifest = try? JSONDecoder().decode(ModelManifest.self, from: data) else {
            throw CommandError.setUp("\(printable(share.manifest)) is not what `make models` writes: run it again.")
        }
        return manifest.packs.map { PackFinding($0, path: "\(share.path)/models/\($0.name)") }
    }

    private init(_ entry: ModelManifest.Entry, path: String) {
        self.entry = entry
        self.path = path
        if entry.protocol != Pack.currentProtocol {
            state = .outdated
        } else if let sum = PackFinding.sum(of: path) {
            state = sum == entry.sha256 ? .whole : .damaged
        } else {
            state = .missing
        }
    }

    /// The SHA-256 of a file, read a piece at a time; nil where it cannot be read.
    private static func sum(of path: String) -> String? {
        try? Descriptor.reading(path) { file in
            var fingerprint = Fingerprint()
            while true {
                let bytes = try file.read(atMost: 1 << 20)
                guard !bytes.isEmpty else { return fingerprint.hexadecimal }
                fingerprint.add(bytes)
            }
        }
    }

    /// What is wrong and what to do, or nil.
    var complaint: String? {
        switch state {
        case .whole: nil
        case .missing: "\(entry.name) is missing: run `make models`."
        case .damaged: "\(entry.name) is not the pack that the manifest describes: run `make models`."
        case .outdated: "\(entry.name) has protocol \(entry.protocol), this program reads \(Pack.currentProtocol): run `make models`."
        }
    }

    /// One line for people.
    var line: String {
        let tenths = max(1, (entry.bytes * 10) >> 20)
        return "\(entry.name): \(state.rawValue), \(tenths / 10).\(tenths % 10) MiB, from \(entry.source), \(entry.licence)"
    }

    /// One object for programs.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", entry.name)
            json.field("state", state.rawValue)
            json.field("bytes", entry.bytes)
            json.field("sha256", entry.sha256)
            json.field("protocol", Int(entry.protocol))
            json.field("licence", entry.licence)
            json.field("source", entry.source)
        }
    }
}
