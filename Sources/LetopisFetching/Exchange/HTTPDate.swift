/// Moments as HTTP writes them, and as records do.
public enum HTTPDate {
    /// Seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other form.
    static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 6, parts[5] == "GMT", parts[0].hasSuffix(","), let day = number(parts[1], 1...31),
            let month = months.firstIndex(of: parts[2]), let year = number(parts[3], 1601...9999)
        else { return nil }
        let time = parts[4].split(separator: ":").map(String.init)
        guard time.count == 3, let hour = number(time[0], 0...23), let minute = number(time[1], 0...59),
            let second = number(time[2], 0...60)
        else { return nil }
        return days(year, month + 1, day) * 86400 + hour * 3600 + minute * 60 + second
    }

    /// `1994-11-06T08:49:37Z`, for seconds since 1970 in the years 1 to 9999; what lies outside is brought to the nearest of them.
    public static func iso8601(_ seconds: Int) -> String {
        let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
        let day = (seconds - (seconds % 86400 + 86400) % 86400) / 86400, rest = seconds - day * 86400
        let (year, month, date) = civil(day)
        let padded = { (number: Int, width: Int) in String(String(number + 10000).suffix(width)) }
        return
            "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    /// Seconds since 1970 of a moment that `iso8601` wrote; nil for another form.
    public static func instant(_ text: String) -> Int? {
        let time = text.dropFirst(11).dropLast().split(separator: ":").map(String.init)
        guard text.utf8.count == 20, text.hasSuffix("Z"), let day = day(text), time.count == 3, let hour = number(time[0], 0...23),
            let minute = number(time[1], 0...59), let second = number(time[2], 0...59)
        else { return nil }
        return day * 86400 + hour * 3600 + minute * 60 + second
    }

    /// The days from 1970-01-01 to the day that a text begins with, `1994-11-06`; nil where it begins with none.
    public static func day(_ text: String) -> Int? {
        let parts = text.prefix(10).split(separator: "-").map(String.init)
        guard parts.count == 3, let year = number(parts[0], 1...9999), let month = number(parts[1], 1...12),
            let day = number(parts[2], 1...31)
        else {
            return nil
        }
        return days(year, month, day)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
        guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text) else { return nil }
        return range.contains(value) ? value : nil
    }

    /// Days from 1970-01-01 to a day of the Gregorian calendar, counted in years that begin in March.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let era = (year >= 0 ? year : year - 399) / 400, ofEra = year - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    /// The day of the calendar that lies so many days after 1970-01-01.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let days = days + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097, ofEra = days - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100), shifted = (5 * ofYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1)
    }
}
