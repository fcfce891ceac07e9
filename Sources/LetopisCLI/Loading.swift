internal import LetopisText

/// Where one task works: its scratch, used for one input after the other.
final class Desk {
    var scratch: Analyser.Scratch

    init(_ scratch: consuming Analyser.Scratch) { self.scratch = scratch }
}

/// Loads models or word lists; whatever the rooms below refuse is a matter of set-up, in their own words.
func settingUp<Loaded>(_ load: () throws -> Loaded) throws -> Loaded {
    do {
        return try load()
    } catch {
        throw CommandError.setUp((error as? CommandError)?.message ?? "\(error)")
    }
}

extension Analyser {
    /// The analyser that a share folder holds for a language.
    static func load(from share: ShareFolder, language: String) throws -> Analyser {
        try settingUp { try Analyser(models: share.models(language), abbreviations: share.abbreviations(language)) }
    }
}

extension ShareFolder {
    /// The words of pages.
    func pageLexicon() throws -> PageLexicon { try settingUp { try PageLexicon.load(from: path) } }
}
