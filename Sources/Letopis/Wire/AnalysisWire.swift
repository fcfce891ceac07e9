public import LetopisText

/// The JSON form of a language analysis: `letopis analyse --format json`.
///
/// Guaranteed: one object without a line feed: `id`; `sentences` of `start` and `end`; `names` with `type` PER, LOC or ORG;
/// `tokens` with `upos`, `feats` (names sorted, empty where there are none), `head` (the head's place in the document's tokens, or -1), `deprel`
/// and `lemma`. Offsets are Unicode code points, half open.
public enum AnalysisWire {
    /// Writes the analysis of the document called `id` as one object.
    public static func write(_ analysis: Analysis, id: String, to json: inout JSONWriter) {
        let map = CodePointMap(analysis.article)
        json.object { json in
            json.field("id", id)
            json.list("sentences", analysis.sentences) { sentence, json in json.span(sentence.span, map) }
            json.list("names", analysis.names) { name, json in
                json.object { json in
                    json.offsets(of: name.span, map)
                    json.field("type", name.kind.rawValue)
                }
            }
            json.list("tokens", analysis.tokens) { token($0, analysis, map, &$1) }
        }
    }

    private static func token(_ token: Token, _ analysis: Analysis, _ map: CodePointMap, _ json: inout JSONWriter) {
        json.object { $0.fields(of: token, analysis, map) }
    }
}

extension JSONWriter {
    /// What the analysis says of a token, as members of an object that has been begun.
    mutating func fields(of token: Token, _ analysis: Analysis, _ map: CodePointMap) {
        offsets(of: token.span, map)
        field("upos", token.upos.rawValue)
        field("feats", token.feats.conllu)
        field("head", token.head)
        field("deprel", token.deprel.rawValue)
        key("lemma")
        string(utf8: analysis.lemmas[token.lemma])
    }
}
