/// A stretch of the calendar as exact as the article says it, and no more exact.
enum CalendarTime: Hashable, Sendable {
    case day(CalendarDay)
    case month(year: Int, month: Int)
    /// 21 spring, 22 summer, 23 autumn, 24 winter.
    case season(year: Int, season: Int)
    case year(Int)
    /// By its first year.
    case decade(Int)

    /// EDTF (ISO 8601-2): `2025-12-14`, `2025-12`, `2025-22`, `2025`, `199X`.
    var edtf: String {
        switch self {
        case .day(let day): "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
        case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
        case .season(let year, let season): "\(padded(year, 4))-\(season)"
        case .year(let year): padded(year, 4)
        case .decade(let year): padded(year / 10, 3) + "X"
        }
    }
}
