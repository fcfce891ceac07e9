@testable import Letopis
import LetopisText

/// A record written by hand: its spans are found by the words they cover.
struct WrittenRecord {
    var record: Record
    private var at = 0

    init(_ text: String) {
        let article = Article(text)
        record = Record(article: article, id: article.digest)
    }

    /// Where some words stand, searched from where the last ones were found and, if need be, from the beginning.
    mutating func span(_ words: String) -> SourceSpan {
        let needle = Array(words.utf8), text = record.article.utf8
        for begin in [at, 0] {
            for i in begin..<max(begin, text.count - needle.count + 1) where Array(text[i..<i + needle.count]) == needle {
                at = i
                return SourceSpan(i, i + needle.count)
            }
        }
        fatalError("a test's words are not in its text: \(words)")
    }

    /// The beginning of the text is where the next words are searched from.
    mutating func rewind() { at = 0 }

    @discardableResult
    mutating func actor(_ name: String, _ kind: Actor.Kind = .person, at words: String, aliases: [String] = []) -> Actor.ID {
        var actor = Actor(id: .init(record.actors.count + 1), kind: kind, name: name)
        rewind()
        actor.mentions = [span(words)]
        actor.aliases = aliases
        record.actors.append(actor)
        return actor.id
    }

    mutating func role(_ actor: Actor.ID, _ title: String, organization: Actor.ID? = nil, country: Actor.ID? = nil, former: Bool = false) {
        var role = Role(title: title, span: SourceSpan(0, 0))
        (role.organization, role.country, role.former) = (organization, country, former)
        record.actors[actor.number - 1].roles.append(role)
    }

    /// A statement: who, the words that name the source, the cue, the content.
    @discardableResult
    mutating func statement(
        _ source: Actor.ID?, _ named: String?, cue: String, _ content: [String], _ kind: SpeechKind = .indirect, _ act: Act = .say
    ) -> Int {
        rewind()
        let content = content.map { span($0) }
        at = max(0, content[0].start - 60)
        var statement = Statement(id: .init(record.statements.count + 1), kind: kind, cue: span(cue), content: content, act: act)
        at = max(0, statement.cue.start - 40)
        statement.source = .init(actor: source, span: named.map { span($0) })
        record.statements.append(statement)
        return record.statements.count - 1
    }
}
