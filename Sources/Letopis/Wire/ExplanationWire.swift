internal import LetopisText

/// The JSON form of an explanation: `letopis explain --format json`; `Docs/command-line.md` defines its fields.
///
/// Guaranteed: one object without a line feed; the same explanation gives the same bytes. Spans count in code points, as those of the record.
public enum ExplanationWire {
    /// An explanation as one object, in UTF-8, without a line feed.
    public static func json(_ explanation: Explanation) -> [UInt8] {
        var json = JSONWriter()
        let map = CodePointMap(explanation.record.article)
        json.object { json in
            json.field("id", explanation.record.id)
            json.list("statements", explanation.statements) { statement($0, explanation, map, &$1) }
            json.list("silent", explanation.silent) { silent($0, explanation.analysis, map, &$1) }
            json.list("findings", explanation.findings) { finding($0, map, &$1) }
        }
        return json.bytes
    }

    private static func statement(
        _ reasons: StatementExplanation, _ explanation: Explanation, _ map: CodePointMap, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.field("id", reasons.id.description)
            if let statement = explanation.record.statements.first(where: { $0.id == reasons.id }) { json.span("cue", statement.cue, map) }
            json.field("rule", reasons.rule)
            entry(reasons.entry, &json)
            tried(reasons.tried, &json)
            json.list("tree", reasons.tree) { token($0, explanation.analysis, map, &$1) }
            json.key("source")
            source(reasons.source, map, &json)
        }
    }

    private static func silent(_ cue: SilentCue, _ analysis: Analysis, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.span("cue", cue.span, map)
            entry(cue.entry, &json)
            json.field("lack", cue.lack.rawValue)
            tried(cue.tried, &json)
            json.list("tree", cue.tree) { token($0, analysis, map, &$1) }
        }
    }

    private static func entry(_ entry: LexiconEntry?, _ json: inout JSONWriter) {
        json.key("entry")
        guard let entry else { return json.null() }
        json.object { json in
            json.field("file", entry.file)
            json.field("line", entry.line)
            json.field("name", entry.name)
            json.list("frames", entry.frames) { $1.string($0) }
        }
    }

    private static func tried(_ trials: [RuleTrial], _ json: inout JSONWriter) {
        json.list("tried", trials) { trial, json in
            json.object { json in
                json.field("rule", trial.rule)
                json.field("lack", trial.lack)
            }
        }
    }

    private static func token(_ i: Int, _ analysis: Analysis, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("token", i)
            json.fields(of: analysis.tokens[i], analysis, map)
        }
    }

    private static func source(_ source: SourceExplanation, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("form", source.form.rawValue)
            json.field("decision", source.decision.rawValue)
            json.field("actor", source.actor?.description)
            json.list("candidates", source.candidates) { candidate, json in
                json.object { json in
                    json.field("actor", candidate.actor?.description)
                    json.field("name", candidate.name)
                    json.span("span", candidate.span, map)
                    json.field("sentencesBack", candidate.sentencesBack)
                    json.field("objection", candidate.objection?.rawValue)
                }
            }
            json.key("description")
            description(source.description, &json)
        }
    }

    private static func description(_ description: DescriptionExplanation?, _ json: inout JSONWriter) {
        guard let description else { return json.null() }
        json.object { json in
            json.field("kind", description.kind)
            json.list("candidates", description.candidates) { candidate, json in
                json.object { json in
                    json.field("actor", candidate.actor?.description)
                    json.field("name", candidate.name)
                    json.field("score", candidate.score)
                    json.list("clues", candidate.clues) { $1.string($0.rawValue) }
                    json.key("chosen")
                    json.bool(candidate.isChosen)
                }
            }
        }
    }

    private static func finding(_ finding: Finding, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { json in
            json.field("kind", finding.kind)
            json.field("name", finding.name)
            json.field("rule", finding.rule)
            json.span("span", finding.span, map)
        }
    }
}
