import Testing

@testable import Letopis
@testable import LetopisText

/// Each rule with sentences in which it finds a position, and sentences in which it must not.
@Suite struct PositionsRuleTests {
    /// The positions of a text; `per` asks for the statements as well, which are the business of the rules of speech.
    func check(_ text: String, _ expected: [String], per: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) {
        guard let record = PositionsReading.record(text) else { return }
        #expect(PositionsReading.lines(record, per: per) == expected, "\(text)", sourceLocation: sourceLocation)
        for position in record.positions {
            #expect(!position.rule.isEmpty && !position.lexiconEntry.isEmpty, sourceLocation: sourceLocation)
            #expect(position.span.contains(position.issue.span), sourceLocation: sourceLocation)
        }
    }

    @Test func infinitives() {
        check("Молдавия призвала Францию открыть границу.", ["Молдавия | demands | открыть границу | to Франция"])
        check("Молдавия отказалась утвердить бюджет.", ["Молдавия | rejects | утвердить бюджет"])
        check(
            "Партия требует снизить налоги и вернуть льготы, которые отменили весной.",
            ["партия | demands | снизить налоги и вернуть льготы"])
        check("Молдавия призвала обеспечить мир, безопасность и порядок.", ["Молдавия | demands | обеспечить мир, безопасность и порядок"])
        check("Его призвали служить в армии.", [])
        check("Если Молдавия потребует открыть границу, Франция ответит.", [])
        check("Потребует ли Молдавия открыть границу?", [])
        check("Компания отказалась комментировать сделку.", [])
    }

    @Test func clauses() {
        check("Молдавия настаивает на том, чтобы министр ушёл в отставку.", ["Молдавия | demands | министр ушёл в отставку"])
        check("Молдавия настаивает на своём.", [])
    }

    @Test func prepositions() {
        check("Профсоюз выступил против закрытия завода.", ["профсоюз | opposes | закрытие завода"])
        check("Футболист выступал за сборную Молдавии.", [])
        check("Певица выступила в клубе.", [])
    }

    @Test func objects() {
        check("Франция поддержала мирный план.", ["Франция | supports | мирный план"])
        check("Франция не поддержала мирный план.", ["Франция | opposes | мирный план"])
        check("Франция могла бы поддержать мирный план.", [])
        check("Мирный план поддержан Францией.", ["Франция | supports | мирный план"])
        check("Франция поддержала его.", [])
        check("Готов план, который поддержала Франция.", ["Франция | supports | план"])
    }

    @Test func subjects() {
        check("Франции не нравится мирный план.", ["Франция | opposes | мирный план"])
        check("Новый договор не устраивает Францию.", ["Франция | opposes | новый договор"])
        check("Иванову нравится Петрова.", [])
    }

    @Test func nouns() {
        check("Министр Олег Лунин ушёл в отставку из-за несогласия с бюджетом.", ["Олег Лунин | opposes | бюджет"])
        check("Франция выступила с предложением провести переговоры.", ["Франция | offers | провести переговоры"])
        check(
            "Парламент отверг требование Франции открыть границу.",
            ["Парламент | rejects | требование Франции открыть границу", "Франция | demands | открыть границу"])
        check("Премьер давил на Молдавию с требованием открыть границу.", ["премьер | demands | открыть границу | to Молдавия"])
        check("Спрос и предложение на рынке равны.", [])
        check("Парламент обсудил предложение открыть границу.", [])
    }

    @Test func equations() {
        check("«Наш приоритет — вернуть пленных», — сказал министр Олег Лунин.", ["Олег Лунин | prioritizes | вернуть пленных"])
        check("Условием Франции является отмена пошлин.", ["Франция | conditions | отмена пошлин"])
        check("Приоритет отдан пешеходам.", [])
    }

    @Test func adherentsAndPredicates() {
        check("Лунин — сторонник реформы.", ["Лунин | supports | реформа"])
        check("Сторонники собрались на площади.", [])
        check("«Мы против санкций», — сказал министр Олег Лунин.", ["Олег Лунин | opposes | санкции"])
        check("Олег Лунин сидел за рулём.", [])
    }

    @Test func speakers() {
        check("«Я не согласен с этим бюджетом», — заявил депутат Олег Лунин.", ["Олег Лунин | opposes | этот бюджет | per s1"], per: true)
        check("Министр Олег Лунин сообщил, что Франция согласилась на перемирие.", ["Франция | agrees | перемирие | per s1"], per: true)
        check("Мы против санкций.", [], per: true)
    }

    @Test func holdersInLists() {
        check("Франция и Молдавия поддержали резолюцию.", ["Франция | supports | резолюция", "Молдавия | supports | резолюция"])
        check(
            "В отставку ушли Олег Лунин и Пётр Сомов. Оба — противники реформы.",
            ["Олег Лунин | opposes | реформа", "Пётр Сомов | opposes | реформа"])
        check("Никто не поддержал резолюцию.", [])
    }

    @Test func linesWithoutAVerb() {
        check("Франция против закрытия завода", ["Франция | opposes | закрытие завода"])
        check("Сборная сыграла против Франции", [])
    }

    @Test func obligations() {
        check("«Молдавия должна открыть границу», — заявил министр Олег Лунин.", ["Олег Лунин | demands | открыть границу | to Молдавия"])
        check("Молдавия должна открыть границу.", [])
        check("«Поезд должен прийти вечером», — заявил министр Олег Лунин.", [])
    }

    @Test func announcedClauses() {
        check("Франция выступила против того, чтобы границу открыли.", ["Франция | opposes | границу открыли"])
    }

    @Test func amounts() {
        check("Ряд депутатов выступил против реформы.", ["ряд депутатов | opposes | реформа"])
        check("Ряд проблем требует решения.", [])
    }

    @Test func wordsOfOthers() {
        check("Премьер напомнил о словах Олега Лунина о необходимости открыть границу.", ["Олег Лунин | supports | открыть границу"])
    }

    @Test func judgements() {
        check("Депутат Олег Лунин назвал реформу ошибкой.", ["Олег Лунин | opposes | реформа"])
        check("Депутат Олег Лунин назвал реформу новой.", [])
    }

    @Test func provisos() {
        check("Молдавия поддержит договор при условии отмены пошлин.", ["Молдавия | conditions | договор"])
        check("Молдавия поддержала договор.", ["Молдавия | supports | договор"])
    }

    @Test func hedges() {
        check("Лунин заявил, что Франция вроде бы поддерживает план.", ["Франция | supports | план | hedged вроде бы"])
    }

    @Test func headlinesAreNotCountedTwice() {
        check(
            "Франция поддержала мирный план\n\nПрезидент Франции Жан Ларош поддержал новый мирный план.",
            ["Жан Ларош | supports | новый мирный план"])
    }
}
