/// A day of the Gregorian calendar, also before it was introduced (ISO 8601).
///
/// Guaranteed: it exists; 31 February cannot be made. Years are 1 to 9999.
struct CalendarDay: Hashable, Comparable, Sendable {
    let year: Int
    let month: Int
    let day: Int

    /// A day, or nil where there is none such.
    init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= CalendarDay.days(in: month, of: year) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day that an ISO 8601 date or time begins with: `2025-12-16T09:30:00Z`; nil where it does not begin with a whole date.
    init?(iso text: String) {
        let head = Array(text.utf8.prefix(10))
        guard head.count == 10, head[4] == 0x2D, head[7] == 0x2D, let year = decimal(head[0..<4]), let month = decimal(head[5..<7]),
            let day = decimal(head[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day so many days after 31 December of the year 0; nil out of the years 1 to 9999.
    init?(number: Int) {
        guard number >= 1, number <= 3_652_059 else { return nil }
        var year = max(1, number * 400 / 146_097)
        while CalendarDay.before(year: year + 1) < number { year += 1 }
        while CalendarDay.before(year: year) >= number { year -= 1 }
        var rest = number - CalendarDay.before(year: year), month = 1
        while rest > CalendarDay.days(in: month, of: year) {
            rest -= CalendarDay.days(in: month, of: year)
            month += 1
        }
        self.init(year: year, month: month, day: rest)
    }

    /// Days since 31 December of the year 0.
    var number: Int { (1..<month).reduce(CalendarDay.before(year: year) + day) { $0 + CalendarDay.days(in: $1, of: year) } }

    /// Monday is 1, Sunday 7.
    var weekday: Int { (number - 1) % 7 + 1 }

    /// The day so many days later, or earlier.
    func adding(days: Int) -> CalendarDay? {
        guard abs(days) < 4_000_000 else { return nil }
        return CalendarDay(number: number + days)
    }

    /// How many days a month has.
    static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// How many days lie before a year's first.
    private static func before(year: Int) -> Int { (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 }

    static func < (a: CalendarDay, b: CalendarDay) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}

/// The number that up to nine ASCII digits make; nil where one is no digit.
func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}

/// A number in at least so many digits.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
