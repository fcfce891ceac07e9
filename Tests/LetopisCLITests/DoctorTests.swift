internal import Foundation
internal import Testing

/// `letopis doctor` tells whole packs from missing, damaged and outdated ones.
@Suite(.enabled(if: Program.canRead)) struct DoctorTests {
    /// A share folder like the checkout's, whose packs are links to the real ones.
    func share() throws -> Scratch {
        let scratch = try Scratch()
        let real = Program.checkout.appendingPathComponent("Share")
        try scratch.write("models/manifest.json", [UInt8](try Data(contentsOf: real.appendingPathComponent("models/manifest.json"))))
        try FileManager.default.createSymbolicLink(
            at: scratch.folder.appendingPathComponent("lexicon"), withDestinationURL: real.appendingPathComponent("lexicon"))
        try FileManager.default.createDirectory(at: scratch.folder.appendingPathComponent("models/ru"), withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: real.appendingPathComponent("models/ru").path) {
            let link = scratch.folder.appendingPathComponent("models/ru/\(name)")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real.appendingPathComponent("models/ru/\(name)"))
        }
        return scratch
    }

    /// The states that `doctor --json` gives, by pack, and the status.
    func states(_ share: Scratch) throws -> (states: [String: String], status: Int32) {
        let run = try Program.run(["doctor", "--json", "--share", share.folder.path])
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let models = try #require(report["models"] as? [[String: Any]])
        let pairs = models.map { ($0["name"] as? String ?? "", $0["state"] as? String ?? "") }
        return (Dictionary(uniqueKeysWithValues: pairs), run.status)
    }

    @Test func allIsWell() throws {
        let run = try Program.run(["doctor"])
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("All is well.") && run.output.contains("whole"))
        let found = try states(try share())
        #expect(found.status == 0)
        #expect(!found.states.isEmpty && found.states.values.allSatisfy { $0 == "whole" })
    }

    @Test func aDamagedPack() throws {
        let share = try share()
        let pack = share.folder.appendingPathComponent("models/ru/names.pack")
        var bytes = [UInt8](try Data(contentsOf: pack))
        bytes[bytes.count / 2] ^= 1
        try FileManager.default.removeItem(at: pack)
        try share.write("models/ru/names.pack", bytes)
        let found = try states(share)
        #expect(found.status == 78)
        #expect(found.states["ru/names.pack"] == "damaged")
        #expect(found.states["ru/syntax.pack"] == "whole")
    }

    @Test func aMissingPack() throws {
        let share = try share()
        try FileManager.default.removeItem(at: share.folder.appendingPathComponent("models/ru/names.pack"))
        #expect(try states(share).states["ru/names.pack"] == "missing")
        let run = try Program.run(["analyse", "--share", share.folder.path, "-"], input: "Текст.")
        #expect(run.status == 78)
        #expect(run.errors.contains("names.pack") && run.errors.contains("make models"))
    }

    @Test func anOutdatedManifest() throws {
        let share = try share()
        try share.write(
            "models/manifest.json", share.text("models/manifest.json").replacingOccurrences(of: #""protocol": 1"#, with: #""protocol": 9"#))
        let found = try states(share)
        #expect(found.status == 78)
        #expect(found.states.values.allSatisfy { $0 == "outdated" })
        try share.write("models/manifest.json", "{")
        #expect(try Program.run(["doctor", "--share", share.folder.path]).output.contains("is not what `make models` writes"))
    }
}
