import Foundation
@testable import LetopisText

/// Reads analyses in the JSON form of the peer. For building only: goes when the analyser is there.
struct PeerAnalysis {
    private struct Spot: Decodable { var start: Int, end: Int, type: String? }
    private struct Word: Decodable { var start: Int, end: Int, upos: String, feats: String, head: Int, deprel: String, lemma: String }
    private struct Document: Decodable { var id: String, sentences: [Spot], names: [Spot], tokens: [Word] }

    /// The analyses in a file of JSON lines, with the texts of a folder, by name.
    static func load(_ path: String, texts folder: String) throws -> [(id: String, analysis: Analysis)] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        return try lines.map { line in
            let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
            let text = try String(contentsOfFile: "\(folder)/\(document.id).txt", encoding: .utf8)
            return (document.id, analysis(document, Article(text)))
        }
    }

    private static func analysis(_ document: Document, _ article: Article) -> Analysis {
        var offsets: [Int] = [], lemmas: [UInt8] = []
        for (i, byte) in article.utf8.enumerated() where byte & 0xC0 != 0x80 { offsets.append(i) }
        offsets.append(article.utf8.count)
        let span = { (start: Int, end: Int) in SourceSpan(offsets[start], offsets[end]) }
        let tokens = document.tokens.map { word in
            var token = Token(span: span(word.start, word.end))
            token.upos = PartOfSpeech(rawValue: word.upos) ?? .x
            token.feats = Features(conllu: word.feats) ?? Features()
            token.head = word.head
            token.deprel = Relation(rawValue: word.deprel) ?? .dep
            token.lemma = lemmas.count..<lemmas.count + word.lemma.utf8.count
            lemmas += Array(word.lemma.utf8)
            return token
        }
        let inside = { (spot: SourceSpan) in
            let first = tokens.firstIndex { $0.span.end > spot.start } ?? tokens.count
            return first..<max(first, tokens.firstIndex { $0.span.start >= spot.end } ?? tokens.count)
        }
        let sentences = document.sentences.map { Sentence(span: span($0.start, $0.end), tokens: inside(span($0.start, $0.end))) }
        let names = document.names.map { Name(span: span($0.start, $0.end), kind: .init(rawValue: $0.type ?? "")!, tokens: inside(span($0.start, $0.end))) }
        return Analysis(article: article, sentences: sentences, tokens: tokens, names: names, lemmas: lemmas, notices: [])
    }
}
