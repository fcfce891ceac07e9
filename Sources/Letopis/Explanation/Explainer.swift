internal import LetopisText

/// Reads an article's analysis once more and keeps what reading leaves out.
struct Explainer {
    let speech: SpeechExtractor
    let resolver: Resolver

    /// What found what a record says. The record must be that of the analysis.
    func explanation(of record: Record, _ analysis: Analysis) -> Explanation {
        let (unordered, trace) = speech.tracedFacts(in: analysis)
        let facts = RecordBuilder.ordered(unordered)
        let sources = sources(of: facts, record, analysis)
        guard let rules = trace.rules, facts.count == record.statements.count else {
            return Explanation(record: record, analysis: analysis, statements: [], silent: [], findings: Explainer.findings(record))
        }
        let desk = CueReasons(trace: trace, rules: rules, lexicon: speech.lexicon)
        let statements = facts.indices.map { desk.statement(record.statements[$0], facts[$0], sources[$0]) }
        return Explanation(
            record: record, analysis: analysis, statements: statements, silent: desk.silent(facts), findings: Explainer.findings(record))
    }

    private func sources(of facts: [SpeechFact], _ record: Record, _ analysis: Analysis) -> [SourceExplanation] {
        let discourse = Discourse(analysis, facts: facts)
        var reasons = SourceReasons(discourse, actors: record.actors)
        var sources: [SourceExplanation] = []
        _ = resolver.resolve(discourse, facts: facts, watch: { sources.append(reasons.explanation($0)) })
        return sources
    }

    /// What carries the name of its rule.
    private static func findings(_ record: Record) -> [Finding] {
        let positions = record.positions.map { position in
            Finding(kind: "position", name: position.lexiconEntry, rule: position.rule, span: position.span)
        }
        let roles = record.actors.flatMap { actor in
            actor.roles.map { Finding(kind: "role", name: "\(actor.name), \($0.title)", rule: $0.rule, span: $0.span) }
        }
        return roles.sorted { $0.span < $1.span } + record.meetings.flatMap { findings($0, record) } + positions
    }

    private static func findings(_ meeting: Meeting, _ record: Record) -> [Finding] {
        let own = Finding(kind: "meeting", name: meeting.id.description, rule: meeting.rule, span: meeting.span)
        return [own]
            + meeting.participants.map { part in
                let name = "\(meeting.id) \(record.actor(part.actor)?.name ?? "")"
                return Finding(kind: "participant", name: name, rule: part.rule, span: part.span)
            }
    }
}
