/// The day from which an article's relative and partial dates count.
///
/// «14 декабря» is the last one or the next, by what the words speak of; where they do not tell, the one nearest to it.
struct DateReference: Hashable, Sendable {
    /// The day of publication, where it is known.
    let day: CalendarDay?

    /// The value of an expression in EDTF; nil where it fixes no date, or one that does not exist, or counts from a day nobody knows.
    func edtf(_ expression: DateExpression, _ direction: TimeDirection) -> String? {
        switch expression {
        case .range(let from, let to): interval(from, to, direction)
        case .week(let shift): week(shift)
        case .vague: nil
        default: time(expression, direction)?.edtf
        }
    }

    private func time(_ expression: DateExpression, _ direction: TimeDirection) -> CalendarTime? {
        switch expression {
        case .day(let day, let month, let year): date(day, month, year, direction).map { .day($0) }
        case .month(let month, let year): self.year(of: month, year, direction).map { .month(year: $0, month: month) }
        case .season(let season, let year): self.year(of: Self.middle(season), year, direction).map { .season(year: $0, season: season) }
        case .year(let year): resolved(year).map { .year($0) }
        case .decade(let year): (10...9990).contains(year) ? .decade(year) : nil
        case .weekday(let weekday, let week): self.weekday(weekday, week, direction).map { .day($0) }
        case .weekdayNear(let weekday, let shift): near(weekday, shift).map { .day($0) }
        case .days(let count): day?.adding(days: count).map { .day($0) }
        case .months(let count): months(count)
        case .years(let count): resolved(.shifted(count)).map { .year($0) }
        case .week, .range, .vague: nil
        }
    }

    private static func middle(_ season: Int) -> Int { [21: 4, 22: 7, 23: 10, 24: 1][season] ?? 1 }

    private func interval(_ from: DateExpression, _ to: DateExpression, _ direction: TimeDirection) -> String? {
        guard let first = time(from, direction), let last = time(to, direction) else { return nil }
        if case .day(let a) = first, case .day(let b) = last, b < a { return nil }
        if case .year(let a) = first, case .year(let b) = last, b < a { return nil }
        return first == last ? first.edtf : first.edtf + "/" + last.edtf
    }

    /// Monday to Sunday.
    private func week(_ shift: Int) -> String? {
        guard let day, let monday = day.adding(days: 1 - day.weekday + 7 * shift), let sunday = monday.adding(days: 6) else { return nil }
        return CalendarTime.day(monday).edtf + "/" + CalendarTime.day(sunday).edtf
    }

    private func resolved(_ year: DateExpression.Year) -> Int? {
        switch year {
        case .given(let year): (1...9999).contains(year) ? year : nil
        case .shifted(let shift): day.flatMap { (1...9999).contains($0.year + shift) ? $0.year + shift : nil }
        case .open: nil
        }
    }

    private func date(_ day: Int, _ month: Int, _ year: DateExpression.Year, _ direction: TimeDirection) -> CalendarDay? {
        if year != .open { return resolved(year).flatMap { CalendarDay(year: $0, month: month, day: day) } }
        guard let today = self.day else { return nil }
        let candidates = [-1, 0, 1].compactMap { CalendarDay(year: today.year + $0, month: month, day: day) }
        return candidates.first { isNear($0.number - today.number, direction) }
    }

    /// Within a year on the side that is spoken of; where nothing tells which, nine months back or three ahead.
    private func isNear(_ days: Int, _ direction: TimeDirection) -> Bool {
        switch direction {
        case .past: days > -355 && days <= 10
        case .future: days >= -10 && days < 355
        case .open: days > -275 && days <= 92
        }
    }

    private func year(of month: Int, _ year: DateExpression.Year, _ direction: TimeDirection) -> Int? {
        year == .open ? date(15, month, .open, direction)?.year : resolved(year)
    }

    private func weekday(_ weekday: Int, _ week: Int?, _ direction: TimeDirection) -> CalendarDay? {
        guard let day else { return nil }
        if let week { return day.adding(days: weekday - day.weekday + 7 * week) }
        let back = (day.weekday - weekday + 7) % 7
        return day.adding(days: direction == .future ? (7 - back) % 7 : -back)
    }

    /// The last or next one that is not today; «эту пятницу» is this week's.
    private func near(_ weekday: Int, _ shift: Int) -> CalendarDay? {
        guard let day, shift != 0 else { return self.weekday(weekday, 0, .past) }
        let back = (day.weekday - weekday + 6) % 7 + 1
        return day.adding(days: shift < 0 ? -back - 7 * (-shift - 1) : back == 7 ? 7 : 7 - back)
    }

    private func months(_ count: Int) -> CalendarTime? {
        guard let day, abs(count) < 12_000 else { return nil }
        let months = day.year * 12 + day.month - 1 + count
        guard months >= 12, months < 120_000 else { return nil }
        return .month(year: months / 12, month: months % 12 + 1)
    }
}
