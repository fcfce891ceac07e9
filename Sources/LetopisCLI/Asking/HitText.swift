internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// What was found, for people: a line that says what and where from, and below it the words.
struct HitText {
    let style: Style
    /// Words to mark, folded and in lower case.
    let marked: Set<String>
    /// Whether a day is said once, above all that is of it.
    let groupsByDay: Bool

    /// All of a page.
    func text(_ hits: [Hit]) -> String {
        var text = "", day: String?
        for hit in hits {
            let fields = HitFields(hit)
            if groupsByDay, fields.date != day {
                day = fields.date
                text += (text.isEmpty ? "" : "\n") + strong(day ?? "") + "\n"
            }
            text += block(fields) + "\n"
        }
        return text
    }

    private func block(_ fields: HitFields) -> String {
        let article = fields.hit.article.record.article
        let date = groupsByDay ? nil : fields.date.map { String($0.prefix(10)) }
        let what = fields.sort == "article" ? article.title : fields.who.map { $0.isEmpty ? fields.sort : $0 } ?? "a source not named"
        let head = [date, strong(clean(what ?? fields.hit.article.identity)), fields.kind, article.outlet.map(clean), faint(fields.id)]
        let circumstances = fields.circumstances.isEmpty ? "" : "  " + clean(fields.circumstances.joined(separator: " · ")) + "\n"
        let words = fields.sort == "article" ? excerpt(article) : clean(fields.words)
        return head.compactMap { $0 }.joined(separator: " · ") + "\n" + circumstances + "  " + mark(words) + "\n"
    }

    /// The sentence of an article that has most of the words that were asked for, or its first line; as much of it as is read at a glance.
    private func excerpt(_ article: Article) -> String {
        let lines = article.utf8.split { $0 == 10 || $0 == 13 }.map { String(decoding: $0, as: UTF8.self) }
        guard !marked.isEmpty else { return Self.short(clean(lines.first ?? ""), around: nil) }
        var best = (line: clean(lines.first ?? ""), count: 0)
        for sentence in lines.lazy.flatMap(Self.sentences) {
            let count = Set(Self.pieces(sentence).map(Self.folded).filter(marked.contains)).count
            if count > best.count { best = (clean(sentence), count) }
        }
        return Self.short(best.line, around: Self.pieces(best.line).firstIndex(where: isMarked))
    }

    /// A line cut after full stops and the like that a space follows: near enough for an excerpt.
    private static func sentences(_ line: String) -> [String] {
        var sentences = [""], isOver = false
        for scalar in line.unicodeScalars {
            if isOver, scalar == " " { sentences.append("") } else { sentences[sentences.count - 1].unicodeScalars.append(scalar) }
            isOver = [".", "!", "?", "…"].contains(scalar)
        }
        return sentences.filter { !$0.isEmpty }
    }

    /// Three hundred characters of a line at most, with the piece in it that is to be seen.
    private static func short(_ line: String, around piece: Int?) -> String {
        let scalars = line.unicodeScalars, most = 300
        guard scalars.count > most else { return line }
        let place = pieces(line).prefix(piece ?? 0).reduce(0) { $0 + $1.unicodeScalars.count }
        let start = place < most - 50 ? 0 : min(place - 100, scalars.count - most)
        let shown = String(String.UnicodeScalarView(scalars.dropFirst(start).prefix(most)))
        return (start > 0 ? "…" : "") + shown + (start + most < scalars.count ? "…" : "")
    }

    private func mark(_ text: String) -> String {
        guard style.colour, !marked.isEmpty else { return text }
        return Self.pieces(text).map { isMarked($0) ? "\u{1B}[1;33m\($0)\u{1B}[0m" : $0 }.joined()
    }

    private func isMarked(_ piece: String) -> Bool { marked.contains(Self.folded(piece)) }

    private static func folded(_ word: String) -> String {
        String(String.UnicodeScalarView(word.lowercased().unicodeScalars.map { $0 == "ё" ? "е" : $0 }))
    }

    /// A text cut into words and what stands between them.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = [], wasWord = false
        for scalar in text.unicodeScalars {
            let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if pieces.isEmpty || isWord != wasWord { pieces.append("") }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
            wasWord = isWord
        }
        return pieces
    }

    /// On one line, and nothing that a terminal could take for a command.
    private func clean(_ text: String) -> String {
        printable(text.split { $0.isWhitespace }.joined(separator: " "))
    }

    private func strong(_ text: String) -> String { style.colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func faint(_ text: String) -> String { style.colour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
