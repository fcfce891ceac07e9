/// A point in time as ISO 8601 writes it, made comparable.
enum Moment {
    /// The same time in UTC, `2025-12-16T09:30:00Z`, with the fraction of the second where one is given, so that times compare as texts do (but
    /// a whole second with fractions of the same one, which come before it). What is no time stays as it is; what has
    /// no zone is taken for UTC.
    static func universal(_ text: String) -> String {
        guard let date = day(text) else { return text }
        let bytes = Array(text.utf8), clock = digits(bytes, 11, 2).flatMap { hour in digits(bytes, 14, 2).map { (hour, $0) } }
        guard let (hour, minute) = clock, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return text }
        let second = bytes.count > 16 && bytes[16] == UInt8(ascii: ":") ? digits(bytes, 17, 2) ?? 0 : 0
        let seconds = date * 86_400 + hour * 3_600 + minute * 60 + second - offset(bytes)
        return written(seconds, fraction(bytes))
    }

    /// The digits of a fraction of a second, six at most, with the point before them; empty where there is none, or nothing in it.
    private static func fraction(_ bytes: [UInt8]) -> String {
        guard bytes.count > 20, bytes[19] == UInt8(ascii: ".") else { return "" }
        var digits = bytes[20...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix(6)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return digits.isEmpty ? "" : "." + String(decoding: digits, as: UTF8.self)
    }

    /// The day that a text begins with, counted from 0001-01-01; the first of a month or year where only that is given. Nil where it begins
    /// with no year of four digits.
    static func day(_ text: String) -> Int? {
        let bytes = Array(text.utf8.prefix(10))
        guard let year = digits(bytes, 0, 4), year > 0 else { return nil }
        let month = bytes.count >= 7 && bytes[4] == UInt8(ascii: "-") ? digits(bytes, 5, 2) ?? 1 : 1
        let day = bytes.count >= 10 && bytes[7] == UInt8(ascii: "-") ? digits(bytes, 8, 2) ?? 1 : 1
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return number(year, month, day)
    }

    /// The day of a number, as ISO 8601 writes it.
    static func text(ofDay day: Int) -> String {
        // The civil calendar from days, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let z = day + 306, era = z / 146_097, dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153, month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shifted + 2) / 5 + 1, 2))"
    }

    /// Days from 0001-01-01 (which is 0) to a date of the Gregorian calendar.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year, era = shifted / 400, yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 306
    }

    private static func written(_ seconds: Int, _ fraction: String) -> String {
        let time = ((seconds % 86_400) + 86_400) % 86_400
        let clock = [time / 3_600, time / 60 % 60, time % 60].map { padded($0, 2) }
        return "\(text(ofDay: (seconds - time) / 86_400))T\(clock.joined(separator: ":"))\(fraction)Z"
    }

    /// Seconds that a time's zone is ahead of UTC.
    private static func offset(_ bytes: [UInt8]) -> Int {
        guard let sign = bytes.indices.dropFirst(16).last(where: { bytes[$0] == UInt8(ascii: "+") || bytes[$0] == UInt8(ascii: "-") }),
            let hours = digits(bytes, sign + 1, 2)
        else { return 0 }
        let colon = sign + 3 < bytes.count && bytes[sign + 3] == UInt8(ascii: ":")
        let minutes = digits(bytes, sign + (colon ? 4 : 3), 2) ?? 0
        return (bytes[sign] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }

    private static func digits(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[start..<start + count] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
