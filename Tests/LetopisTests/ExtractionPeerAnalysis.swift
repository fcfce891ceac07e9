import Foundation
@testable import LetopisText

/// An analysis made from one line of analysis JSON, ours or the peer's, so that rules can be tried without models.
struct PeerAnalysis: Decodable {
    struct Place: Decodable {
        var start, end: Int
        var type: String?
    }
    struct PeerToken: Decodable {
        var start, end: Int
        var upos, feats: String
        var head: Int
        var deprel, lemma: String
    }
    var id: String
    var sentences: [Place]
    var names: [Place]
    var tokens: [PeerToken]

    /// Reads one line.
    init(line: String) throws { self = try JSONDecoder().decode(PeerAnalysis.self, from: Data(line.utf8)) }

    /// The analysis of the text that the line was made from; offsets turn from code points to bytes.
    func analysis(of text: String) -> Analysis {
        var bytes = [0]
        for scalar in text.unicodeScalars { bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar)) }
        let span = { (start: Int, end: Int) in SourceSpan(bytes[start], bytes[end]) }
        var lemmas: [UInt8] = []
        let tokens = tokens.map { peer in
            var token = Token(span: span(peer.start, peer.end))
            token.upos = PartOfSpeech(rawValue: peer.upos) ?? .x
            token.feats = Features(conllu: peer.feats) ?? Features()
            token.head = peer.head
            token.deprel = Relation(rawValue: peer.deprel) ?? .dep
            let start = lemmas.count
            lemmas += Array(peer.lemma.utf8)
            token.lemma = start..<lemmas.count
            return token
        }
        let range = { (place: Place) in
            let first = self.tokens.firstIndex { $0.start >= place.start } ?? self.tokens.count
            let last = self.tokens.lastIndex { $0.end <= place.end } ?? -1
            return first..<max(first, last + 1)
        }
        let sentences = sentences.map { Sentence(span: span($0.start, $0.end), tokens: range($0)) }
        let names = names.compactMap { place in
            Name.Kind(rawValue: place.type ?? "").map { Name(span: span(place.start, place.end), kind: $0, tokens: range(place)) }
        }
        return Analysis(article: Article(text), sentences: sentences, tokens: tokens, names: names, lemmas: lemmas, notices: [])
    }
}
