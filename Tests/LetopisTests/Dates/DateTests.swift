@testable import Letopis
@testable import LetopisText
import Testing

/// Dates as the words say them, read on 10 December 2025, a Wednesday.
@Suite struct DateTests {
    /// The first date of a text has this value; `-` is a date that nobody can count, "" is none.
    private func check(
        _ text: String, _ expected: String, published: String? = "2025-12-10", sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let dates = TestDates.dates(text, published: published) else { return }
        let found = dates.first.map { $0.value ?? "-" } ?? ""
        #expect(found == expected, "\(text)", sourceLocation: sourceLocation)
    }

    @Test func wholeDates() {
        check("Договор подписан 14 мая 2019 года.", "2019-05-14")
        check("Договор подписан 14 мая 2019 г. в Риге.", "2019-05-14")
        check("Договор подписан 1 января 2000 года.", "2000-01-01")
        check("Договор подписан 09.07.2018 в Риге.", "2018-07-09")
        check("Договор подписан 9.7.2018.", "2018-07-09")
        check("Договор подписан 2018-07-09.", "2018-07-09")
        check("Договор подписан в среду, 13 июня 2018 года.", "2018-06-13")
        check("Договор подписан 29 февраля 2024 года.", "2024-02-29")
        check("Договор подписан 14 мая этого года.", "2025-05-14")
        check("Договор подпишут 29 марта следующего года.", "2026-03-29")
        check("Договор подписали 29 марта прошлого года.", "2024-03-29")
    }

    @Test func datesThatDoNotExist() {
        check("Договор подписан 31 февраля 2019 года.", "-")
        check("Договор подписан 29 февраля 2023 года.", "-")
        check("Договор подписан 31 февраля.", "-")
        check("Договор подписан 0 мая 2019 года.", "-")
        check("Договор подписан 32.01.2019.", "-")
        check("Договор подписан 01.13.2019.", "-")
        check("Договор подписан 2018-02-30.", "-")
        check("Договор подписан 5 мая 0000 года.", "-")
        check("Договор подписан в 0000 году.", "-")
        check("Договор подписан с 5 по 3 июня 2019 года.", "-")
    }

    @Test func daysWithoutYear() {
        check("Договор подписан 14 мая.", "2025-05-14")
        check("Договор подписан 30 ноября.", "2025-11-30")
        check("Договор подпишут 14 января.", "2026-01-14")
        check("Договор подписан 14 января.", "2025-01-14")
        check("Договор подпишут 14 декабря.", "2025-12-14")
        check("Подписание было назначено на 15 января.", "2026-01-15")
        check("Договор подписан утром 5 мая.", "2025-05-05")
        check("Договор подписан в понедельник, 8 декабря.", "2025-12-08")
        check("Договор подписан 14 мая.", "-", published: nil)
    }

    @Test func daysCountedFromToday() {
        check("Договор подписан вчера.", "2025-12-09")
        check("Договор подписан вчера вечером.", "2025-12-09")
        check("Накануне договор подписали.", "2025-12-09")
        check("Позавчера договор подписали.", "2025-12-08")
        check("Сегодня договор подписали.", "2025-12-10")
        check("Завтра договор подпишут.", "2025-12-11")
        check("Послезавтра договор подпишут.", "2025-12-12")
        check("Договор подписали три дня назад.", "2025-12-07")
        check("Договор подписали 3 дня назад.", "2025-12-07")
        check("Договор подписали неделю назад.", "2025-12-03")
        check("Договор подписали две недели назад.", "2025-11-26")
        check("Договор подпишут через два дня.", "2025-12-12")
        check("Договор подпишут через неделю.", "2025-12-17")
        check("Договор подписан вчера.", "-", published: nil)
        check("Договор подписан вчера.", "2024-02-29", published: "2024-03-01T08:00:00Z")
        check("Договор подписан вчера.", "2024-12-31", published: "2025-01-01")
    }

    @Test func weekdays() {
        check("В понедельник договор подписали.", "2025-12-08")
        check("В среду договор подписали.", "2025-12-10")
        check("В четверг договор подписали.", "2025-12-04")
        check("В четверг договор подпишут.", "2025-12-11")
        check("В пятницу вечером договор подписали.", "2025-12-05")
        check("В прошлую пятницу договор подписали.", "2025-12-05")
        check("В следующий вторник договор подпишут.", "2025-12-16")
        check("Договор подписали в пятницу прошлой недели.", "2025-12-05")
        check("Договор подпишут в пятницу на следующей неделе.", "2025-12-19")
        check("Среды обитания становится меньше.", "")
        check("В понедельник договор подписали.", "-", published: nil)
    }

    @Test func weeksMonthsAndYears() {
        check("На прошлой неделе договор подписали.", "2025-12-01/2025-12-07")
        check("На этой неделе договор подпишут.", "2025-12-08/2025-12-14")
        check("На следующей неделе договор подпишут.", "2025-12-15/2025-12-21")
        check("В прошлом месяце договор подписали.", "2025-11")
        check("В следующем месяце договор подпишут.", "2026-01")
        check("В этом году договор подписали.", "2025")
        check("В прошлом году договор подписали.", "2024")
        check("В марте договор подписали.", "2025-03")
        check("В марте договор подпишут.", "2026-03")
        check("В марте 2018 года договор подписали.", "2018-03")
        check("В начале июля договор подписали.", "2025-07")
        check("В 2010 году договор подписали.", "2010")
        check("Год назад договор подписали.", "2024")
        check("Два года назад договор подписали.", "2023")
        check("Летом 2014 года договор подписали.", "2014-22")
        check("Прошлым летом договор подписали.", "2024-22")
        check("Весной договор подписали.", "2025-21")
        check("Весной договор подпишут.", "2026-21")
        check("Летние дни прошли.", "")
        check("В конце мая договор подписали.", "2025-05")
        check("К концу мая договор подпишут.", "2026-05")
        check("В 1990-х годах договоры подписывали.", "199X")
        check("Маршировал 1 полк.", "")
    }

    @Test func stretches() {
        check("Съезд шёл с 3 по 5 июня.", "2025-06-03/2025-06-05")
        check("Съезд шёл 3-5 июня 2018 года.", "2018-06-03/2018-06-05")
        check("Съезд шёл 3–5 июня 2018 года.", "2018-06-03/2018-06-05")
        check("Съезд шёл с 28 мая по 3 июня 2018 года.", "2018-05-28/2018-06-03")
        check("Съезды шли с января по март 2018 года.", "2018-01/2018-03")
        check("Он сидел с 1962 по 1990 год.", "1962/1990")
    }

    @Test func timesThatTheWordsDoNotFix() {
        check("В ближайшее время договор подпишут.", "-")
        check("На днях договор подпишут.", "-")
        check("Накануне визита договор подписали.", "")
        check("Договор подписали накануне его переговоров.", "")
        check("Договор подписан в Риге.", "")
        check("Погибли 14 человек.", "")
    }

    /// Without a day of publication, a whole date in the first lines tells it; later, a whole date within a month lends its year.
    @Test func countingFromTheFirstLines() {
        guard let dates = TestDates.dates("В среду, 13 июня 2018 года, премьер ушёл. 12 июня он молчал.", published: nil) else { return }
        #expect(dates.map(\.value) == ["2018-06-13", "2018-06-12"])
        let far = String(repeating: "Он молчал. ", count: 100)
        #expect(
            TestDates.dates(far + "Съезд назначен на 21 января 2019 года. Его ждали 15 января.", published: nil)?.map(\.value) == [
                "2019-01-21", "2019-01-15",
            ])
        #expect(
            TestDates.dates(far + "Съезд назначен на 21 января 2019 года. Его ждали 15 июня.", published: nil)?.map(\.value) == [
                "2019-01-21", nil,
            ])
    }

    @Test func examplesOfTheLexicon() {
        guard let lexicon = TestDates.lexicon else { return }
        #expect(!lexicon.positive.isEmpty)
        for sentence in lexicon.positive { #expect(TestDates.dates(sentence, published: nil).map { !$0.isEmpty } ?? true, "\(sentence)") }
        for sentence in lexicon.negative { #expect(TestDates.dates(sentence, published: nil).map(\.isEmpty) ?? true, "\(sentence)") }
    }

    @Test func everyDayThereAndBack() {
        for number in stride(from: 1, through: 3_652_059, by: 997) { #expect(CalendarDay(number: number)?.number == number) }
        #expect(CalendarDay(number: 0) == nil)
        #expect(CalendarDay(number: 3_652_060) == nil)
        #expect(CalendarDay(year: 9999, month: 12, day: 31)?.number == 3_652_059)
        #expect(CalendarDay(year: 9999, month: 12, day: 31)?.adding(days: 1) == nil)
        #expect(CalendarDay(year: 2025, month: 12, day: 10)?.weekday == 3)
        #expect(CalendarDay(iso: "2025-12-10T09:30:00Z")?.day == 10)
        #expect(CalendarDay(iso: "2025-13-10") == nil)
        #expect(CalendarDay(iso: "вчера") == nil)
    }
}

/// Dates of texts, by the checkout's models and lexicon.
enum TestDates {
    static let lexicon: DateLexicon? = try? DateLexicon(LexiconFile.bytes(TestShare.folder + "/lexicon/ru/dates.txt"))

    /// The dates of a text; nil without models.
    static func dates(_ text: String, published: String?) -> [DateMention]? {
        guard let reader = TestShare.reader, let lexicon else { return nil }
        var article = Article(text), scratch = reader.scratch()
        article.published = published
        return DateFinder(lexicon: lexicon).dates(in: reader.analyse([article], scratch: &scratch)[0])
    }
}
