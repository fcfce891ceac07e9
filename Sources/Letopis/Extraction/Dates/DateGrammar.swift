internal import LetopisText

/// Reads dates from pieces: at one place, the longest of a named list of forms.
struct DateGrammar {
    let pieces: [DatePiece]

    /// A date read at a place: what it says, its pieces, and the form's name.
    struct Reading: Hashable, Sendable {
        var expression: DateExpression
        var pieces: Range<Int>
        var rule: String
    }
    private typealias Form = @Sendable (DateGrammar, Int) -> (DateExpression, Int)?
    /// Every form, by name, in the order in which they are tried.
    private static let forms: [(name: String, read: Form)] = [
        ("iso", { $0.iso($1) }), ("dotted", { $0.dotted($1) }), ("from-until", { $0.fromUntil($1) }), ("day-range", { $0.dayRange($1) }),
        ("day", { $0.day($1) }),
        ("part-of-month", { $0.partOfMonth($1) }), ("month", { $0.month($1) }), ("season", { $0.season($1) }), ("years", { $0.years($1) }),
        ("decade", { $0.decade($1) }),
        ("year", { $0.year($1) }), ("weekday", { $0.weekday($1) }), ("relative-day", { $0.relativeDay($1) }),
        ("near-unit", { $0.nearUnit($1) }),
        ("ago", { $0.ago($1) }), ("after", { $0.after($1) }),
    ]
    /// The names of all forms.
    static var names: [String] { forms.map(\.name) }

    /// The date that begins at a piece.
    func read(at i: Int) -> Reading? {
        for form in Self.forms {
            guard let (expression, end) = form.read(self, i), end > i else { continue }
            return Reading(expression: expression, pieces: i..<end, rule: form.name)
        }
        return nil
    }
}

// MARK: - Pieces

extension DateGrammar {
    private func number(_ i: Int, _ range: ClosedRange<Int>, digits: ClosedRange<Int> = 1...4) -> Int? {
        guard pieces.indices.contains(i), case .number(let number, let count) = pieces[i].kind, range.contains(number),
            digits.contains(count)
        else { return nil }
        return number
    }
    private func word(_ i: Int, _ kind: DateLexicon.Kind) -> Int? {
        guard pieces.indices.contains(i), case .word(let word) = pieces[i].kind, word.kind == kind else { return nil }
        return word.number
    }
    private func isMark(_ i: Int, _ mark: Character) -> Bool {
        guard pieces.indices.contains(i), case .mark(let byte) = pieces[i].kind else { return false }
        return byte == mark.asciiValue
    }
    private func isJoined(_ range: ClosedRange<Int>) -> Bool {
        pieces.indices.contains(range.upperBound) && range.allSatisfy { pieces[$0].isJoined }
    }
    /// A preposition of time stands before it, or another word of dates that it belongs to.
    private func isPlaced(_ i: Int) -> Bool {
        let before = i - 1
        return [.at, .from, .until, .shift, .part, .hour, .night].contains { word(before, $0) != nil }
    }
    /// Also the year 0, which resolves to nothing.
    private func yearNumber(_ i: Int) -> Int? { number(i, 0...9999, digits: 4...4) }
    /// «года», with the stop of «г.».
    private func yearWord(_ i: Int) -> Int? {
        guard word(i, .unit) == 365 else { return nil }
        return pieces[i].span.count <= 4 && isMark(i + 1, ".") ? i + 2 : i + 1
    }
    /// The year that is named after a month or a day, and where it ends: «2018 года», «прошлого года»; none, and the same place.
    private func yearAfter(_ i: Int) -> (year: DateExpression.Year, end: Int) {
        if let year = yearNumber(i) { return (.given(year), yearWord(i + 1) ?? i + 1) }
        if let shift = word(i, .shift), let end = yearWord(i + 1) { return (.shifted(shift), end) }
        return (.open, i)
    }
}

// MARK: - Days

extension DateGrammar {
    /// `2018-07-09`.
    private func iso(_ i: Int) -> (DateExpression, Int)? {
        guard let year = yearNumber(i), isMark(i + 1, "-"), let month = number(i + 2, 0...99, digits: 2...2), isMark(i + 3, "-"),
            let day = number(i + 4, 0...99, digits: 2...2), isJoined(i + 1...i + 4)
        else { return nil }
        return (.day(day, month: month, .given(year)), i + 5)
    }

    /// `09.07.2018`, `9/7/2018`.
    private func dotted(_ i: Int) -> (DateExpression, Int)? {
        guard let day = number(i, 0...99, digits: 1...2), isMark(i + 1, ".") || isMark(i + 1, "/"),
            let month = number(i + 2, 0...99, digits: 1...2),
            isMark(i + 3, ".") || isMark(i + 3, "/"), let year = yearNumber(i + 4), isJoined(i + 1...i + 4)
        else { return nil }
        return (.day(day, month: month, .given(year)), i + 5)
    }

    /// «14 декабря 2025 года».
    private func day(_ i: Int) -> (DateExpression, Int)? {
        guard let day = number(i, 0...99, digits: 1...2), let month = word(i + 1, .month) else { return nil }
        let (year, end) = yearAfter(i + 2)
        return (.day(day, month: month, year), end)
    }

    /// «3–5 июня», «3 и 5 июня» is no range and is read as its last day.
    private func dayRange(_ i: Int) -> (DateExpression, Int)? {
        guard let first = number(i, 0...99, digits: 1...2), isMark(i + 1, "-"), let (last, end) = day(i + 2),
            case .day(_, let month, let year) = last
        else {
            return nil
        }
        return (.range(.day(first, month: month, year), last), end)
    }

    /// «с 3 по 5 июня», «с 28 мая по 3 июня», «с января по март 2018 года», «с 1962 по 1990 год».
    private func fromUntil(_ i: Int) -> (DateExpression, Int)? {
        guard word(i, .from) != nil else { return nil }
        if let first = number(i + 1, 0...99, digits: 1...2), word(i + 2, .until) != nil, let (last, end) = day(i + 3),
            case .day(_, let month, let year) = last
        {
            return (.range(.day(first, month: month, year), last), end)
        }
        if let (first, middle) = day(i + 1), word(middle, .until) != nil, let (last, end) = day(middle + 1) {
            return (range(first, last), end)
        }
        if let first = word(i + 1, .month), word(i + 2, .until) != nil, let last = word(i + 3, .month) {
            let (year, end) = yearAfter(i + 4)
            return (.range(.month(first, year), .month(last, year)), end)
        }
        if let first = yearNumber(i + 1) {
            let middle = yearWord(i + 2) ?? i + 2
            if word(middle, .until) != nil, let last = yearNumber(middle + 1) {
                return (.range(.year(.given(first)), .year(.given(last))), yearWord(middle + 2) ?? middle + 2)
            }
        }
        return nil
    }

    /// The year stands at the end and is meant for both.
    private func range(_ first: DateExpression, _ last: DateExpression) -> DateExpression {
        if case .day(let day, let month, .open) = first, case .day(_, _, let year) = last {
            return .range(.day(day, month: month, year), last)
        }
        return .range(first, last)
    }

    /// «в пятницу», «в пятницу прошлой недели», «в среду, 13 июня 2018 года», «в прошлую пятницу».
    private func weekday(_ i: Int) -> (DateExpression, Int)? {
        if let shift = word(i, .shift), let day = word(i + 1, .weekday) { return (.weekdayNear(day, shift), hour(i + 2)) }
        guard let weekday = word(i, .weekday), isPlaced(i) else { return nil }
        let comma = isMark(i + 1, ",") ? i + 2 : i + 1
        if let (date, end) = dotted(comma) ?? day(comma) { return (date, end) }
        let on = word(i + 1, .at) != nil ? i + 2 : i + 1
        if let shift = word(on, .shift), word(on + 1, .unit) == 7 { return (.weekday(weekday, week: shift), on + 2) }
        return (.weekday(weekday, week: nil), hour(i + 1))
    }

    private func hour(_ i: Int) -> Int { word(i, .hour) == nil ? i : i + 1 }

    /// «вчера», «сегодня утром».
    private func relativeDay(_ i: Int) -> (DateExpression, Int)? { word(i, .day).map { (.days($0), hour(i + 1)) } }
}

// MARK: - Months and years

extension DateGrammar {
    /// «в начале июля»: the month.
    private func partOfMonth(_ i: Int) -> (DateExpression, Int)? {
        guard word(i, .part) != nil else { return nil }
        if let month = word(i + 1, .month) {
            let (year, end) = yearAfter(i + 2)
            return (.month(month, year), end)
        }
        return nearUnit(i + 1) ?? year(i + 1)
    }

    /// «в декабре», «март 2018 года».
    private func month(_ i: Int) -> (DateExpression, Int)? {
        if let shift = word(i, .shift), let month = word(i + 1, .month), shift == 0 { return (.month(month, .shifted(0)), i + 2) }
        guard let month = word(i, .month) else { return nil }
        let (year, end) = yearAfter(i + 1)
        return isPlaced(i) || year != .open ? (.month(month, year), end) : nil
    }

    /// «летом 2014 года», «прошлой зимой».
    private func season(_ i: Int) -> (DateExpression, Int)? {
        if let shift = word(i, .shift), let season = word(i + 1, .season) { return (.season(season, .shifted(shift)), i + 2) }
        guard let season = word(i, .season) else { return nil }
        let (year, end) = yearAfter(i + 1)
        return (.season(season, year), end)
    }

    /// «в 2010 году», «2010 год».
    private func year(_ i: Int) -> (DateExpression, Int)? {
        guard let year = yearNumber(i), let end = yearWord(i + 1) else { return nil }
        return (.year(.given(year)), end)
    }

    /// «2014–2016 годы».
    private func years(_ i: Int) -> (DateExpression, Int)? {
        guard let first = yearNumber(i), isMark(i + 1, "-"), let last = yearNumber(i + 2), let end = yearWord(i + 3) else { return nil }
        return (.range(.year(.given(first)), .year(.given(last))), end)
    }

    /// «в 1990-х годах».
    private func decade(_ i: Int) -> (DateExpression, Int)? {
        guard let year = yearNumber(i), year % 10 == 0, isMark(i + 1, "-"), isJoined(i + 1...i + 2), pieces[i + 2].kind == .other else {
            return nil
        }
        return (.decade(year), yearWord(i + 3) ?? i + 3)
    }

    /// «на прошлой неделе», «в этом году», «в следующем месяце».
    private func nearUnit(_ i: Int) -> (DateExpression, Int)? {
        guard let shift = word(i, .shift), let unit = word(i + 1, .unit) else { return nil }
        switch unit {
        case 7: return (.week(shift), i + 2)
        case 30: return (.months(shift), i + 2)
        case 365: return (.year(.shifted(shift)), i + 2)
        default: return nil
        }
    }

    /// «три дня назад», «неделю назад».
    private func ago(_ i: Int) -> (DateExpression, Int)? {
        guard let (count, unit, end) = amount(i), word(end, .before) != nil else { return nil }
        return (back(count, unit), end + 1)
    }

    /// «через два дня».
    private func after(_ i: Int) -> (DateExpression, Int)? {
        guard word(i, .after) != nil, let (count, unit, end) = amount(i + 1) else { return nil }
        return (back(-count, unit), end)
    }

    private func amount(_ i: Int) -> (count: Int, unit: Int, end: Int)? {
        if let unit = word(i, .unit) { return (1, unit, i + 1) }
        guard let count = number(i, 1...999) ?? word(i, .number), let unit = word(i + 1, .unit) else { return nil }
        return (count, unit, i + 2)
    }

    private func back(_ count: Int, _ unit: Int) -> DateExpression {
        switch unit {
        case 365: .years(-count)
        case 30: .months(-count)
        default: .days(-count * unit)
        }
    }
}
