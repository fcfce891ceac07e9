/// Reads dates in the notations that feeds and pages write: RFC 822 and its misspellings, ISO 8601 and its relatives, words.
///
/// What is given as numbers only, and could be read in two ways (`03/04/2025`), is no date: better none than a wrong one.
struct MomentReader {
    private enum Token: Hashable {
        case number(Int, digits: Int)
        case word(String)
        case mark(UInt8)
    }
    private let tokens: [Token]
    private let lexicon: PageLexicon
    private var hour, minute, second, zone: Int?
    private var isAfternoon: Bool?
    /// Tokens that belong to the time.
    private var used: Set<Int> = []

    /// The moment that a text gives; nil where it gives none, or only part of a date. Looks at the first 100 bytes.
    static func read(_ text: String, _ lexicon: PageLexicon) -> Moment? {
        var reader = MomentReader(text, lexicon)
        return reader.moment()
    }

    /// Whether a text is a date and hardly anything else.
    static func isOnlyDate(_ text: String, _ lexicon: PageLexicon) -> Bool {
        guard text.utf8.count <= 80, read(text, lexicon) != nil else { return false }
        let words = MomentReader(text, lexicon).tokens.filter { if case .word(let word) = $0 { word.count > 3 } else { false } }
        return words.count <= 3
    }

    private init(_ text: String, _ lexicon: PageLexicon) {
        self.lexicon = lexicon
        tokens = Self.tokens(text)
    }

    private static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var word = "", number = "", bytes = 0
        func end() {
            if !word.isEmpty { tokens.append(.word(word)) }
            if !number.isEmpty { tokens.append(.number(Int(number) ?? -1, digits: number.count)) }
            word = ""
            number = ""
        }
        for scalar in text.lowercased().unicodeScalars {
            bytes += 1
            if bytes > 100 { break }
            if ("0"..."9").contains(scalar) {
                if !word.isEmpty { end() }
                number.unicodeScalars.append(scalar)
            } else if scalar.properties.isAlphabetic {
                if !number.isEmpty { end() }
                word.unicodeScalars.append(scalar)
            } else {
                end()
                if let ascii = UInt8(exactly: scalar.value), ":+-./".utf8.contains(ascii) { tokens.append(.mark(ascii)) }
                if scalar == "\u{2212}" || scalar == "\u{2013}" { tokens.append(.mark(UInt8(ascii: "-"))) }
            }
        }
        end()
        return tokens
    }

    private mutating func moment() -> Moment? {
        if tokens.count == 1, case .number(let value, let digits) = tokens[0], digits == 10 || digits == 13 {
            return Moment(secondsSince1970: digits == 13 ? value / 1000 : value)
        }
        readTime()
        guard var moment = compactDate() ?? dateInDigits() ?? dateInWords() else { return nil }
        if let hour, let minute {
            moment.hour = isAfternoon.map { hour % 12 + ($0 ? 12 : 0) } ?? hour
            moment.minute = minute
            moment.second = second.map { min($0, 59) }
            moment.zone = zone
        }
        return moment
    }

    private func number(_ place: Int, digits: ClosedRange<Int>) -> Int? {
        guard tokens.indices.contains(place), !used.contains(place), case .number(let value, let count) = tokens[place] else { return nil }
        return digits.contains(count) ? value : nil
    }
    private func word(_ place: Int) -> String? {
        guard tokens.indices.contains(place), case .word(let word) = tokens[place] else { return nil }
        return word
    }
    private func isMark(_ place: Int, _ marks: String) -> Bool {
        guard tokens.indices.contains(place), case .mark(let mark) = tokens[place] else { return false }
        return marks.utf8.contains(mark)
    }
}

/// Time and zone.
extension MomentReader {
    private mutating func readTime() {
        for place in tokens.indices {
            guard let hour = number(place, digits: 1...2), hour <= 24, isMark(place + 1, ":"),
                let minute = number(place + 2, digits: 2...2),
                minute < 60
            else { continue }
            self.hour = hour % 24
            self.minute = minute
            var next = place + 3
            if isMark(next, ":"), let second = number(next + 1, digits: 2...2), second <= 60 {
                self.second = second
                next += 2
                if isMark(next, "."), number(next + 1, digits: 1...9) != nil { next += 2 }
            }
            used.formUnion(place..<next)
            return readZone(next)
        }
    }

    private mutating func readZone(_ start: Int) {
        var place = start
        if let word = word(place), word == "am" || word == "pm" {
            isAfternoon = word == "pm"
            place += 1
        }
        if let word = word(place), let minutes = Self.zones[word] ?? value(word, .zone) {
            zone = minutes
            place += 1
            guard minutes == 0 else { return }
        }
        guard isMark(place, "+-"), let offset = offset(place + 1) else { return }
        zone = isMark(place, "-") ? -offset : offset
    }

    /// `0300`, `03:00`, `3`: minutes; marks the numbers as used.
    private mutating func offset(_ place: Int) -> Int? {
        if let both = number(place, digits: 3...4), both % 100 < 60, both <= 1400 {
            used.insert(place)
            return both / 100 * 60 + both % 100
        }
        guard let hours = number(place, digits: 1...2), hours <= 14 else { return nil }
        used.insert(place)
        guard isMark(place + 1, ":"), let minutes = number(place + 2, digits: 2...2), minutes < 60 else { return hours * 60 }
        used.insert(place + 2)
        return hours * 60 + minutes
    }

    private func value(_ word: String, _ kind: PageLexicon.Kind) -> Int? {
        guard let value = lexicon.values[word], value.kind == kind else { return nil }
        return value.value
    }

    /// The zones of RFC 822, and those that European feeds write, in minutes from UTC.
    private static let zones: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
        "pdt": -420, "wet": 0, "west": 60, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240,
    ]
}

/// The date.
extension MomentReader {
    /// `20251216`, `20251216T093000Z`.
    private mutating func compactDate() -> Moment? {
        guard let date = number(0, digits: 8...8), let moment = Moment(year: date / 10_000, month: date / 100 % 100, day: date % 100) else {
            return nil
        }
        if word(1) == "t", let time = number(2, digits: 4...6), case .number(_, let digits) = tokens[2], digits != 5 {
            let whole = digits == 4 ? time * 100 : time
            guard whole / 10_000 < 24, whole / 100 % 100 < 60 else { return moment }
            hour = whole / 10_000
            minute = whole / 100 % 100
            second = digits == 6 ? whole % 100 : nil
            readZone(3)
        }
        return moment
    }

    /// `2025-12-16`, `2025/12/16`, `16.12.2025`, `16.12.25`, and `16/12/2025` where only one reading is a date.
    private func dateInDigits() -> Moment? {
        for place in tokens.indices
        where isMark(place + 1, "-./") && tokens.indices.contains(place + 3) && tokens[place + 1] == tokens[place + 3] {
            if let year = number(place, digits: 4...4), let month = number(place + 2, digits: 1...2),
                let day = number(place + 4, digits: 1...2)
            {
                return Moment(year: year, month: month, day: day)
            }
            guard let first = number(place, digits: 1...2), let second = number(place + 2, digits: 1...2), let year = year(place + 4) else {
                continue
            }
            if !isMark(place + 1, "/") { return Moment(year: year, month: second, day: first) }
            if first > 12 || first == second { return Moment(year: year, month: second, day: first) }
            return second > 12 ? Moment(year: year, month: first, day: second) : nil
        }
        return nil
    }

    /// `Tue, 16 Dec 2025`, `December 16, 2025`, `16 декабря 2025`, `Tue Dec 16 09:30:00 2025`.
    private func dateInWords() -> Moment? {
        guard let place = tokens.indices.first(where: { month($0) != nil }), let month = month(place) else { return nil }
        let before = (0..<place).last { number($0, digits: 1...2) != nil }
        let after = (place + 1..<tokens.count).filter { !used.contains($0) && number($0, digits: 1...4) != nil }
        if let before, place - before <= 3, let day = number(before, digits: 1...2), let year = after.first.flatMap(year) {
            return Moment(year: year, month: month, day: day)
        }
        guard let first = after.first, let day = number(first, digits: 1...2), let year = after.dropFirst().first.flatMap(year) else {
            return nil
        }
        return Moment(year: year, month: month, day: day)
    }

    /// A year of four digits, or of two, as RFC 2822 reads those.
    private func year(_ place: Int) -> Int? {
        if let year = number(place, digits: 4...4) { return year }
        return number(place, digits: 2...2).map { $0 < 50 ? 2000 + $0 : 1900 + $0 }
    }

    private func month(_ place: Int) -> Int? {
        guard let word = word(place) else { return nil }
        return value(word, .month)
            ?? Self.months.firstIndex { word == $0 || (word.count >= 3 && $0.hasPrefix(word)) || word == "sept" && $0 == "september" }
            .map { $0 + 1 }
    }

    /// As RFC 822 has them, whole.
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
}
