internal import FoundationEssentials
internal import Letopis

/// What a reader is called in an archive: `letopis 0.1.0 ru 1f2e3d4c`. Another program, other models or other word lists have another name, and
/// `letopis reread` reads again what a reader of another name has read.
enum ReaderName {
    /// The name of the reader that a share folder makes for a language.
    static func of(_ share: ShareFolder, _ language: String) throws -> String {
        var fingerprint = Fingerprint()
        let folder = "\(share.path)/lexicon/\(language)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
        for path in [share.manifest, share.path + "/lexicon/pages.txt"] + names.map({ "\(folder)/\($0)" }) {
            fingerprint.add([UInt8](FileManager.default.contents(atPath: path) ?? Data()))
        }
        return "letopis \(LetopisCommand.version) \(language) \(fingerprint.hexadecimal.prefix(8))"
    }
}
