@testable import Letopis
@testable import LetopisText

/// The checkout's folder `Share`, and a reader of it. Tests that need the packs say so where they are not there.
enum TestShare {
    /// The folder, by where this file stands.
    static let folder: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(4).joined(separator: "/") + "/Share"
    }()

    /// The reader; nil where `make models` has not been run.
    static let reader: Reader? = {
        do { return try Reader(share: folder) } catch {
            print("not tested, since the models are not there (make models): \(error)")
            return nil
        }
    }()

    /// The record of a text; nil without models.
    static func record(_ text: String) -> Record? {
        guard let reader else { return nil }
        var scratch = reader.scratch()
        return reader.read(Article(text), scratch: &scratch)
    }
}

/// A record in one line a fact, as tests write what they expect.
enum Notation {
    /// `Олег Лунин: министр @ Латвия; former мэр @ Рига`: every person, and their posts.
    static func people(_ record: Record) -> [String] {
        record.actors.filter { $0.kind == .person }.map { actor in
            let roles = actor.roles.map { role in
                let held = [role.organization, role.country].compactMap { record.actor($0)?.name }
                return (role.former ? "former " : "") + role.title + (held.isEmpty ? "" : " @ " + held.joined(separator: ", "))
            }
            return actor.name + (roles.isEmpty ? "" : ": " + roles.joined(separator: "; "))
        }
    }

    /// The names of all actors of a kind.
    static func names(_ record: Record, _ kinds: Set<Actor.Kind>) -> [String] {
        record.actors.filter { kinds.contains($0.kind) }.map(\.name)
    }

    /// Who is the source of each statement; `-` where the article hides it.
    static func sources(_ record: Record) -> [String] {
        record.statements.map { record.actor($0.source.actor)?.name ?? "-" }
    }
}
