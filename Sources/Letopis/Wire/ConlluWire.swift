public import LetopisText

/// A language analysis in CoNLL-U, as Universal Dependencies' tools read it (https://universaldependencies.org/format.html).
///
/// Guaranteed: every sentence has `sent_id` and `text`, ids from 1, and exactly one root; `text` is the forms with one space
/// between those that do not say `SpaceAfter=No`. What stands between two tokens otherwise is kept in `SpacesAfter` and
/// `SpacesBefore` (UDPipe's escapes: `\s \t \r \n \p \\`, and `\uA0` for other white space, by its code point). Names are in MISC, one tag a token: `NE=B-PER`, `NE=I-PER`. XPOS and DEPS are empty.
public enum ConlluWire {
    /// The analysis of the document called `id`, in UTF-8; a document without sentences is the empty text.
    public static func text(_ analysis: Analysis, id: String) -> [UInt8] {
        var out: [UInt8] = []
        let names = nameTags(analysis)
        for (number, sentence) in analysis.sentences.enumerated() where !sentence.tokens.isEmpty {
            out.append("# sent_id = \(printable(id))-\(number + 1)\n")
            out.append("# text = \(text(of: sentence, analysis))\n")
            let root = root(of: sentence, analysis)
            for i in sentence.tokens { out.append(row(i, in: sentence, root: root, analysis, name: names[i])) }
            out.append("\n")
        }
        return out
    }

    private static func row(_ i: Int, in sentence: Sentence, root: Int, _ analysis: Analysis, name: String?) -> String {
        let token = analysis.tokens[i]
        let outside = !sentence.tokens.contains(token.head) || token.head == i
        let head = i == root ? 0 : (outside ? root : token.head) - sentence.tokens.lowerBound + 1
        var relation = token.deprel.rawValue
        if i == root { relation = "root" } else if token.deprel == .root { relation = "dep" }
        let lemma = printable(analysis.lemma(token)), features = features(token.feats)
        let columns = [
            String(i - sentence.tokens.lowerBound + 1), printable(analysis.text(token)), lemma.isEmpty ? "_" : lemma, token.upos.rawValue,
            "_",
            features.isEmpty ? "_" : features, String(head), relation, "_", misc(i, analysis, name: name),
        ]
        return columns.joined(separator: "\t") + "\n"
    }

    /// The first token without a head in the sentence, or its first token.
    private static func root(of sentence: Sentence, _ analysis: Analysis) -> Int {
        sentence.tokens.first { !sentence.tokens.contains(analysis.tokens[$0].head) } ?? sentence.tokens.lowerBound
    }

    private static func text(of sentence: Sentence, _ analysis: Analysis) -> String {
        var text = ""
        for i in sentence.tokens {
            text += printable(analysis.text(analysis.tokens[i]))
            if i + 1 < sentence.tokens.upperBound, !gap(after: i, analysis).isEmpty { text += " " }
        }
        return text
    }

    private static func misc(_ i: Int, _ analysis: Analysis, name: String?) -> String {
        var items: [String] = []
        if let name { items.append("NE=\(name)") }
        let after = gap(after: i, analysis)
        if after.isEmpty { items.append("SpaceAfter=No") } else if after != [32] { items.append("SpacesAfter=\(escaped(after))") }
        let before = i == 0 ? analysis.article.utf8[..<analysis.tokens[0].span.start] : []
        if !before.isEmpty { items.append("SpacesBefore=\(escaped(before))") }
        return items.isEmpty ? "_" : items.joined(separator: "|")
    }

    /// What stands between a token and the next one, or the end of the text.
    private static func gap(after i: Int, _ analysis: Analysis) -> ArraySlice<UInt8> {
        let start = analysis.tokens[i].span.end
        let end = i + 1 < analysis.tokens.count ? analysis.tokens[i + 1].span.start : analysis.article.utf8.count
        return analysis.article.utf8[start..<max(start, end)]
    }

    /// UD sorts features without regard to case; `Feature.all` has `NumForm` before `Number`.
    private static func features(_ features: Features) -> String {
        let pairs = features.conllu.split(separator: "|")
        return pairs.sorted { $0.lowercased() < $1.lowercased() }.joined(separator: "|")
    }

    private static func nameTags(_ analysis: Analysis) -> [String?] {
        var tags = [String?](repeating: nil, count: analysis.tokens.count)
        for name in analysis.names {
            for i in name.tokens.clamped(to: 0..<tags.count) { tags[i] = (i == name.tokens.lowerBound ? "B-" : "I-") + name.kind.rawValue }
        }
        return tags
    }
}

// MARK: - Characters that the format gives a meaning

extension ConlluWire {
    /// Tabs, line feeds and other control characters would end a column or a line: they become U+FFFD.
    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 32 || (0x7F..<0xA0).contains(scalar.value) }

    private static func escaped(_ gap: ArraySlice<UInt8>) -> String {
        var out = ""
        for scalar in String(decoding: gap, as: UTF8.self).unicodeScalars {
            switch scalar {
            case " ": out += "\\s"
            case "\t": out += "\\t"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "|": out += "\\p"
            case "\\": out += "\\\\"
            case _ where scalar.properties.isWhitespace: out += "\\u" + String(scalar.value, radix: 16, uppercase: true)
            default: out.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return out
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
