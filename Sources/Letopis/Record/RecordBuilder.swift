internal import LetopisText

/// Makes the record of an article from what extraction found in it.
struct RecordBuilder: Sendable {
    let resolver: Resolver

    /// The record; every id in it exists.
    func record(
        of analysis: Analysis, facts: [SpeechFact], meetings: [MeetingFact] = [], positions: [PositionFact] = [], dates: [DateMention] = [],
        recalls: [RecallFact], seeAlso: [SeeAlsoFact]
    ) -> Record {
        let facts = RecordBuilder.ordered(facts)
        let discourse = Discourse(analysis, facts: facts)
        let resolved = resolver.resolve(discourse, facts: facts, meetings: meetings, mentions: positions.flatMap(\.mentions))
        let actors = ActorList(resolved.cast, discourse)
        var record = Record(article: analysis.article, id: analysis.article.digest)
        record.actors = actors.actors
        record.notices = analysis.notices
        record.statements = facts.indices.map { i in
            var statement = RecordBuilder.statement(facts[i], number: i + 1)
            if let name = facts[i].channel?.nameTokens { statement.channel?.name = resolver.nominative.name(name, in: discourse) }
            for (k, relay) in facts[i].relays.enumerated() {
                statement.relays[k].name = resolver.nominative.name(discourse.tokens(in: relay.span), in: discourse)
            }
            statement.source = Statement.Source(actor: actors.id(resolved.sources[i]), span: facts[i].source?.span)
            statement.addressee = actors.id(resolved.addressees[i])
            statement.onBehalfOf = actors.id(resolved.principals[i])
            statement.date = facts[i].date.map { EventDate(value: DateMention.value(at: $0, in: dates), span: $0) }
            return statement
        }
        record.meetings = MeetingList(resolved.meetings, discourse, actors, record.statements).meetings
        record.positions = PositionAssembly(
            discourse: discourse, statements: record.statements, meetings: record.meetings, actors: actors, nominative: resolver.nominative
        )
        .positions(positions, resolved.mentions)
        record.recalls = RecordBuilder.recalls(recalls, record.statements, record.meetings)
        record.seeAlso = seeAlso.map { SeeAlso(title: analysis.article.text($0.title), span: $0.title) }
        return record
    }

    /// The facts in the order in which the article comes to them: by content or cue, whichever is first.
    static func ordered(_ facts: [SpeechFact]) -> [SpeechFact] {
        let place = { (fact: SpeechFact) in min(fact.cue.start, fact.content.first?.start ?? fact.cue.start) }
        let order = facts.indices.sorted { (place(facts[$0]), $0) < (place(facts[$1]), $1) }
        var places = [Int](repeating: 0, count: facts.count)
        for (number, index) in order.enumerated() { places[index] = number }
        return order.map { index in
            var fact = facts[index]
            fact.within = fact.within.flatMap { places.indices.contains($0) && $0 != index ? places[$0] : nil }
            return fact
        }
    }

    private static func statement(_ fact: SpeechFact, number: Int) -> Statement {
        var statement = Statement(id: .init(number), kind: fact.kind, cue: fact.cue, content: fact.content, act: fact.act, rule: fact.rule)
        statement.antecedent = fact.antecedent
        statement.channel = fact.channel.flatMap { mention in
            Channel.Kind(rawValue: mention.kind.rawValue).map { Channel(kind: $0, name: mention.name, span: mention.span) }
        }
        statement.relays = fact.relays.map { Relay(name: $0.name, span: $0.span) }
        statement.hedges = fact.hedges
        statement.within = fact.within.map { Statement.ID($0 + 1) }
        return statement
    }

    /// Recalls with the statements whose cues stand in them, and the meetings that are spoken of in them.
    private static func recalls(_ facts: [RecallFact], _ statements: [Statement], _ meetings: [Meeting]) -> [Recall] {
        let byCue = statements.sorted { $0.cue < $1.cue }
        let spoken = meetings.flatMap { meeting in meeting.mentions.map { (span: $0, id: meeting.id) } }.sorted { $0.span < $1.span }
        var next = 0, first = 0
        return facts.sorted { $0.span < $1.span }.map { fact in
            var recall = Recall(marker: fact.marker, span: fact.span)
            while next < byCue.count, byCue[next].cue.start < fact.span.start { next += 1 }
            while next < byCue.count, byCue[next].cue.end <= fact.span.end {
                recall.statements.append(byCue[next].id)
                next += 1
            }
            recall.statements.sort()
            while first < spoken.count, spoken[first].span.start < fact.span.start { first += 1 }
            while first < spoken.count, spoken[first].span.end <= fact.span.end {
                if !recall.meetings.contains(spoken[first].id) { recall.meetings.append(spoken[first].id) }
                first += 1
            }
            recall.meetings.sort()
            return recall
        }
    }
}
