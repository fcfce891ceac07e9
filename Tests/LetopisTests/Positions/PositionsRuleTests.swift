import Testing

@testable import Letopis
@testable import LetopisText

/// Each rule with sentences in which it finds a position, and sentences in which it must not.
@Suite struct PositionsRuleTests {
    func check(_ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        guard let record = PositionsReading.record(text) else { return }
        #expect(PositionsReading.lines(record) == expected, "\(text)", sourceLocation: sourceLocation)
        for position in record.positions {
            #expect(!position.rule.isEmpty && !position.lexiconEntry.isEmpty, sourceLocation: sourceLocation)
            #expect(position.span.contains(position.issue.span), sourceLocation: sourceLocation)
        }
    }

    @Test func infinitives() {
        check("Молдавия призвала Францию открыть границу.", ["Молдавия | demands | открыть границу | to Франция | per s1"])
        check("Молдавия отказалась утвердить бюджет.", ["Молдавия | rejects | утвердить бюджет"])
        check(
            "Партия требует снизить налоги и вернуть льготы, которые отменили весной.",
            ["партия | demands | снизить налоги и вернуть льготы | per s1"])
        check("Его призвали служить в армии.", [])
        check("Если Молдавия потребует открыть границу, Франция ответит.", [])
        check("Потребует ли Молдавия открыть границу?", [])
        check("Компания отказалась комментировать сделку.", [])
    }

    @Test func clauses() {
        check("Молдавия настаивает на том, чтобы министр ушёл в отставку.", ["Молдавия | demands | министр ушёл в отставку | per s1"])
        check("Молдавия настаивает на своём.", [])
    }

    @Test func prepositions() {
        check("Профсоюз выступил против закрытия завода.", ["профсоюз | opposes | закрытие завода | per s1"])
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
        check("Франция выступила с предложением провести переговоры.", ["Франция | offers | провести переговоры | per s1"])
        check(
            "Парламент отверг требование Франции открыть границу.",
            ["Парламент | rejects | требование Франции открыть границу | per s1", "Франция | demands | открыть границу | per s1"])
        check("Спрос и предложение на рынке равны.", [])
        check("Парламент обсудил предложение открыть границу.", [])
    }

    @Test func equations() {
        check("«Наш приоритет — вернуть пленных», — сказал министр Олег Лунин.", ["Олег Лунин | prioritizes | вернуть пленных | per s1"])
        check("Условием Франции является отмена пошлин.", ["Франция | conditions | отмена пошлин"])
        check("Приоритет отдан пешеходам.", [])
    }

    @Test func adherentsAndPredicates() {
        check("Лунин — сторонник реформы.", ["Лунин | supports | реформа"])
        check("Сторонники собрались на площади.", [])
        check("«Мы против санкций», — сказал министр Олег Лунин.", ["Олег Лунин | opposes | санкции | per s1"])
        check("Олег Лунин сидел за рулём.", [])
    }

    @Test func speakers() {
        check("«Я не согласен с этим бюджетом», — заявил депутат Олег Лунин.", ["Олег Лунин | opposes | этот бюджет | per s1"])
        check("Министр Олег Лунин сообщил, что Франция согласилась на перемирие.", ["Франция | agrees | перемирие | per s1"])
        check("Мы против санкций.", [])
    }

    @Test func holdersInLists() {
        check("Франция и Молдавия поддержали резолюцию.", ["Франция | supports | резолюция", "Молдавия | supports | резолюция"])
        check(
            "В отставку ушли Олег Лунин и Пётр Сомов. Оба — противники реформы.",
            ["Олег Лунин | opposes | реформа", "Пётр Сомов | opposes | реформа"])
        check("Никто не поддержал резолюцию.", [])
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
        check("Лунин заявил, что Франция вроде бы поддерживает план.", ["Франция | supports | план | per s1 | hedged вроде бы"])
    }

    @Test func headlinesAreNotCountedTwice() {
        check(
            "Франция поддержала мирный план\n\nПрезидент Франции Жан Ларош поддержал новый мирный план.",
            ["Жан Ларош | supports | новый мирный план"])
    }
}
