internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// Other words for copies of articles: each as long as the one whose place it takes, so that spans stay where they are. They are drawn from the words
/// of all articles, as often as they stand there; some are of syllables that nobody ever put together, as names and rare words of a real archive are.
struct CopyWords: Sendable {
    /// A word as it stands in a text, and its lemma.
    private struct Word: Sendable {
        let form: [UInt8]
        let lemma: String
    }
    /// The words of a length, those with a capital letter apart.
    private struct Kind: Hashable {
        let length: Int
        let isCapital: Bool

        init(_ form: ArraySlice<UInt8>) {
            length = form.count
            // А to Я are D0 90 to D0 AF.
            isCapital = form.starts(with: [0xD0]) && form.dropFirst().first.map { (0x90...0xAF).contains($0) } ?? false
        }
    }
    private let words: [Kind: [Word]]

    init(_ readings: [Reading]) {
        var words: [Kind: [Word]] = [:]
        for reading in readings {
            for word in reading.words {
                let form = reading.record.article.utf8[word.span.start..<word.span.end]
                if Self.isCyrillic(form) { words[Kind(form), default: []].append(Word(form: Array(form), lemma: word.lemma)) }
            }
        }
        self.words = words
    }

    /// Letters of two bytes only.
    private static func isCyrillic(_ form: ArraySlice<UInt8>) -> Bool { form.count >= 6 && form.allSatisfy { $0 >= 0x80 && $0 < 0xD2 } }

    /// A reading of the same structure in other words, with other names, at another address, of another day and outlet.
    func copy(of reading: Reading, _ number: Int) -> Reading {
        var draw = Draw(state: UInt64(number) &* 0x9E37_79B9_7F4A_7C15), text = reading.record.article.utf8, copy = reading
        for i in copy.words.indices {
            let span = copy.words[i].span, form = text[span.start..<span.end]
            guard Self.isCyrillic(form), draw.next(5) < 3 else { continue }
            let other = draw.next(50) == 0 ? Self.unheard(form, &draw) : words[Kind(form)].map { $0[draw.next($0.count)] }
            guard let other else { continue }
            text.replaceSubrange(span.start..<span.end, with: other.form)
            copy.words[i].lemma = other.lemma
        }
        var article = Article(decoding: text, charset: .utf8)
        article.language = reading.record.article.language
        article.url = "https" + "://news\(number % 977).example/2025/\(number * 7919 % 1_000_003)/\(number)"
        article.outlet = "Вестник \(number % 977)"
        article.published = "20\(10 + draw.next(16))-\(Self.padded(1 + draw.next(12)))-\(Self.padded(1 + draw.next(28)))"
        article.title = copy.words.prefix(40).filter { $0.span.count > 8 }.prefix(7).map { article.text($0.span) }.joined(separator: " ")
        var fingerprint = Fingerprint()
        fingerprint.add(article.utf8)
        var record = reading.record
        (record.article, record.id) = (article, fingerprint.hexadecimal)
        for i in record.actors.indices where record.actors[i].kind == .person { record.actors[i].name = name(&draw) }
        copy.record = record
        return copy
    }

    /// A name out of those that there are, one in three of them of a family that there is not.
    private func name(_ draw: inout Draw) -> String {
        let first = Self.names[draw.next(Self.names.count)]
        guard draw.next(3) == 0 else {
            return "\(first) \(Self.families[min(draw.next(Self.families.count), draw.next(Self.families.count))])"
        }
        return "\(first) \(String(decoding: Self.syllables(8 + 4 * draw.next(3), &draw), as: UTF8.self))ов"
    }

    private static func unheard(_ form: ArraySlice<UInt8>, _ draw: inout Draw) -> Word {
        let bytes = syllables(form.count, &draw)
        return Word(form: bytes, lemma: String(decoding: bytes, as: UTF8.self))
    }

    /// So many bytes of consonants and vowels in turn.
    private static func syllables(_ count: Int, _ draw: inout Draw) -> [UInt8] {
        let letters = [Array("бвгдзклмнпрст"), Array("аеиоу")]
        let drawn = (0..<count / 2).map { place in letters[place % 2][draw.next(letters[place % 2].count)] }
        return Array(String(drawn).utf8)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let names = ["Анна", "Олег", "Иван", "Мария", "Пётр", "Елена", "Борис", "Вера", "Глеб", "Дарья"]
    private static let families = [
        "Лунин", "Белова", "Ким", "Орлов", "Зайцева", "Громов", "Титов", "Рыбак", "Сомов", "Волк", "Жуков", "Панин", "Котов", "Седых",
        "Мороз",
        "Гусев",
    ]
}

/// Numbers that look drawn, and are the same each time: SplitMix64.
private struct Draw {
    var state: UInt64

    /// A number from 0 below `limit`.
    mutating func next(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(max(1, limit)))
    }
}
