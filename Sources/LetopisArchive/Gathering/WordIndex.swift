internal import Letopis
internal import LetopisText

/// The words of an article as the word tables have them.
struct WordIndex {
    private let article: Article
    private let words: [Reading.Word]

    init(_ reading: Reading) {
        article = reading.record.article
        words = reading.words
    }

    /// The title and the text.
    var text: String { WordFolding.folded((article.title.map { $0 + "\n" } ?? "") + String(decoding: article.utf8, as: UTF8.self)) }
    /// The lemmas of all words.
    var lemmas: String { words.map(\.lemma).joined(separator: " ") }

    /// The text of several spans.
    func text(_ spans: [SourceSpan]) -> String { WordFolding.folded(spans.map { article.text($0) }.joined(separator: "\n")) }

    /// The lemmas of the words in several spans.
    func lemmas(_ spans: [SourceSpan]) -> String {
        spans.flatMap { span in
            var lemmas: [String] = [], i = words.place(of: span.start) { $0.span.start }
            while i < words.count, words[i].span.end <= span.end {
                lemmas.append(words[i].lemma)
                i += 1
            }
            return lemmas
        }.joined(separator: " ")
    }
}

extension Array {
    /// The place of the first element that does not begin before `start`, in a list that is sorted by where its elements begin.
    func place(of start: Int, _ begins: (Element) -> Int) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if begins(self[middle]) < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What is one word to whoever asks.
enum WordFolding {
    /// Text with ё as е, and without stress marks and soft hyphens. Case is folded by the word tables' own tokenizer.
    static func folded(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "ё": out.append("е")
            case "Ё": out.append("Е")
            case "\u{301}", "\u{AD}": continue
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The words of a name or a question, folded and in lower case.
    static func words(_ text: String) -> [String] {
        let scalars = folded(text).lowercased().unicodeScalars
        return scalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }.map {
            String(String.UnicodeScalarView($0))
        }
    }
}
