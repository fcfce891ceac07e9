internal import LetopisText

/// Makes the record of an article from what extraction found in it.
struct RecordBuilder: Sendable {
    let resolver: Resolver

    /// The record. Facts are taken in the order of their cues; every id in it exists.
    func record(of analysis: Analysis, facts: [SpeechFact], positions: [PositionFact] = [], recalls: [RecallFact], seeAlso: [SeeAlsoFact]) -> Record {
        let discourse = Discourse(analysis, facts: facts)
        let order = facts.indices.sorted { (RecordBuilder.place(facts[$0]), $0) < (RecordBuilder.place(facts[$1]), $1) }
        let resolved = resolver.resolve(discourse, facts: order.map { facts[$0] }, mentions: positions.flatMap(\.mentions))
        var numbers = [Int](repeating: 0, count: facts.count)
        for (place, index) in order.enumerated() { numbers[index] = place + 1 }
        let actors = ActorList(resolved.cast, discourse)
        var record = Record(article: analysis.article, id: analysis.article.digest)
        record.actors = actors.actors
        record.notices = analysis.article.notices + analysis.notices
        record.statements = order.enumerated().map { place, index in
            var statement = RecordBuilder.statement(facts[index], number: place + 1)
            statement.source = Statement.Source(actor: actors.id(resolved.sources[place]), span: facts[index].source?.span)
            statement.addressee = actors.id(resolved.addressees[place])
            statement.onBehalfOf = actors.id(resolved.principals[place])
            statement.within = facts[index].within.flatMap { numbers.indices.contains($0) ? Statement.ID(numbers[$0]) : nil }
            return statement
        }
        record.positions = PositionAssembly(discourse: discourse, statements: record.statements, actors: actors, nominative: resolver.nominative)
            .positions(positions, resolved.mentions)
        record.recalls = RecordBuilder.recalls(recalls, record.statements)
        record.seeAlso = seeAlso.map { SeeAlso(title: analysis.article.text($0.title), span: $0.title) }
        return record
    }

    /// Statements stand in the order in which the article comes to them: by content or cue, whichever is first.
    private static func place(_ fact: SpeechFact) -> Int { min(fact.cue.start, fact.content.first?.start ?? fact.cue.start) }

    private static func statement(_ fact: SpeechFact, number: Int) -> Statement {
        var statement = Statement(id: .init(number), kind: fact.kind, cue: fact.cue, content: fact.content, act: fact.act, rule: fact.rule)
        statement.antecedent = fact.antecedent
        statement.channel = fact.channel.flatMap { mention in
            Channel.Kind(rawValue: mention.kind.rawValue).map { Channel(kind: $0, name: mention.name, span: mention.span) }
        }
        statement.relays = fact.relays.map { Relay(name: $0.name, span: $0.span) }
        statement.hedges = fact.hedges
        return statement
    }

    /// Recalls with the statements whose cues stand in them.
    private static func recalls(_ facts: [RecallFact], _ statements: [Statement]) -> [Recall] {
        let byCue = statements.sorted { $0.cue < $1.cue }
        var next = 0
        return facts.sorted { $0.span < $1.span }.map { fact in
            var recall = Recall(marker: fact.marker, span: fact.span)
            while next < byCue.count, byCue[next].cue.start < fact.span.start { next += 1 }
            while next < byCue.count, byCue[next].cue.end <= fact.span.end {
                recall.statements.append(byCue[next].id)
                next += 1
            }
            recall.statements.sort()
            return recall
        }
    }
}
