/// A date, or a date with a time, as a page or a feed gives it.
struct Moment: Hashable, Sendable {
    var year, month, day: Int
    var hour, minute, second: Int?
    /// Minutes from UTC, where given.
    var zone: Int?

    /// A date that there is, of the years that news is from: 1900 to 2099.
    init?(year: Int, month: Int, day: Int) {
        guard (1900...2099).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        guard day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The moment so many seconds after the beginning of 1970, in UTC.
    init?(secondsSince1970 seconds: Int) {
        guard seconds >= 0, seconds < 4_102_444_800 else { return nil }
        // Days from 1 March of year 0, in eras of 400 years (after Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”).
        let days = seconds / 86_400 + 719_468
        let era = days / 146_097, dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
        hour = seconds / 3600 % 24
        minute = seconds / 60 % 60
        second = seconds % 60
        zone = 0
    }

    /// As ISO 8601 writes it: `2025-12-16`, `2025-12-16T09:30:00+03:00`. Seconds only where they were given; `Z` for UTC.
    var iso: String {
        var text = "\(year)-\(digits(month))-\(digits(day))"
        guard let hour, let minute else { return text }
        text += "T\(digits(hour)):\(digits(minute))" + (second.map { ":" + digits($0) } ?? "")
        guard let zone else { return text }
        if zone == 0 { return text + "Z" }
        return text + (zone < 0 ? "-" : "+") + digits(abs(zone) / 60) + ":" + digits(abs(zone) % 60)
    }

    private func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
