@testable import Letopis
@testable import LetopisText
import Testing

struct AnalysisWireTests {
    private let analysis = BuiltAnalysis.make(
        " Глава «Рога» Петров ушёл.\r\nСмех — он  ответил…",
        """
        Глава|глава|NOUN|6|nsubj|Case=Nom|Number=Sing «|«|PUNCT|3|punct Рога|рог|PROPN|1|nmod|Case=Gen »|»|PUNCT|3|punct Петров|петров|PROPN|1|appos ушёл|уйти|VERB|0|root|NumForm=Digit|Number=Sing .|.|PUNCT|6|punct
        Смех|смех|NOUN|4|dep —|—|PUNCT|1|punct он||PRON|0|nsubj ответил|ответить|VERB|0|root …|…|PUNCT|4|punct
        """, names: [(.organization, "Рога"), (.person, "Петров")])

    @Test func jsonHasThePeersFormInCodePoints() {
        var json = JSONWriter()
        AnalysisWire.write(analysis, id: "п", to: &json)
        let text = String(decoding: json.bytes, as: UTF8.self)
        #expect(
            text.hasPrefix(
                #"{"id":"п","sentences":[{"start":1,"end":26},{"start":28,"end":47}],"names":[{"start":8,"end":12,"type":"ORG"},"#))
        #expect(
            text.contains(#"{"start":1,"end":6,"upos":"NOUN","feats":"Case=Nom|Number=Sing","head":5,"deprel":"nsubj","lemma":"глава"}"#))
        #expect(
            text.contains(
                #"{"start":21,"end":25,"upos":"VERB","feats":"NumForm=Digit|Number=Sing","head":-1,"deprel":"root","lemma":"уйти"}"#))
    }

    @Test func conlluKeepsSpacesNamesAndOneRoot() {
        let lines = String(decoding: ConlluWire.text(analysis, id: "п"), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        #expect(lines[0] == "# sent_id = п-1")
        #expect(lines[1] == "# text = Глава «Рога» Петров ушёл.")
        #expect(lines[2] == "1\tГлава\tглава\tNOUN\t_\tCase=Nom|Number=Sing\t6\tnsubj\t_\tSpacesBefore=\\s")
        #expect(lines[4] == "3\tРога\tрог\tPROPN\t_\tCase=Gen\t1\tnmod\t_\tNE=B-ORG|SpaceAfter=No")
        #expect(lines[7] == "6\tушёл\tуйти\tVERB\t_\tNumber=Sing|NumForm=Digit\t0\troot\t_\tSpaceAfter=No")
        #expect(lines[8] == "7\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\tSpacesAfter=\\r\\n")
        #expect(lines[9] == "")
        #expect(lines[11] == "# text = Смех — он ответил…")
        #expect(lines[14] == "3\tон\t_\tPRON\t_\t_\t0\troot\t_\tSpacesAfter=\\s\\s")
        #expect(lines[15] == "4\tответил\tответить\tVERB\t_\t_\t3\tdep\t_\tSpaceAfter=No")
        #expect(lines.filter { $0.split(separator: "\t").count == 10 }.filter { $0.contains("\t0\troot") }.count == 2)
    }

    /// No column may end in white space of any kind.
    @Test func otherSpacesAreEscaped() {
        var tokens = [Token(span: SourceSpan(0, 4)), Token(span: SourceSpan(6, 12))]
        tokens[0].head = 1
        let spaced = Analysis(
            article: Article("Да\u{A0}нет"), sentences: [Sentence(span: SourceSpan(0, 12), tokens: 0..<2)], tokens: tokens, names: [],
            lemmas: [],
            notices: [])
        let text = String(decoding: ConlluWire.text(spaced, id: "п"), as: UTF8.self)
        #expect(text.contains("SpacesAfter=\\uA0\n") && !text.contains("\u{A0}"))
    }
}
