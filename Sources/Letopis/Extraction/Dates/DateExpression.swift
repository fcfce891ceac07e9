/// A date as the words say it, before it is known from where they count.
indirect enum DateExpression: Hashable, Sendable {
    /// Which year is meant.
    enum Year: Hashable, Sendable {
        case given(Int)
        /// «прошлого года» is -1.
        case shifted(Int)
        /// None is named.
        case open
    }
    /// «14 декабря».
    case day(Int, month: Int, Year)
    /// «в декабре».
    case month(Int, Year)
    /// «летом 2014 года».
    case season(Int, Year)
    /// «в 2010 году», «в прошлом году».
    case year(Year)
    /// «в 1990-х».
    case decade(Int)
    /// «в пятницу»; with the week, counted from this one, where it is named: «в пятницу прошлой недели».
    case weekday(Int, week: Int?)
    /// «в прошлую пятницу» is -1, «в следующую пятницу» 1.
    case weekdayNear(Int, Int)
    /// «вчера», «три дня назад».
    case days(Int)
    /// «на прошлой неделе» is -1.
    case week(Int)
    /// «в прошлом месяце», «месяц назад» is -1.
    case months(Int)
    /// «год назад» is -1.
    case years(Int)
    /// «с 3 по 5 июня».
    case range(DateExpression, DateExpression)
    /// «в ближайшее время»: the words fix nothing.
    case vague
}

/// Whether words speak of what was or of what will be («в пятницу» is the last one or the next), or do not tell.
enum TimeDirection: Hashable, Sendable { case past, future, open }
