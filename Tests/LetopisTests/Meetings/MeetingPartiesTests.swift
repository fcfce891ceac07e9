@testable import Letopis
@testable import LetopisText
import Testing

/// Those who meet and are named elsewhere than beside the word, and what is no meeting: each rule with sentences for and against.
@Suite struct MeetingPartiesTests {
    private func check(_ text: String, _ expected: [String], sides: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) {
        guard let lines = MeetingNotation.lines(text, sides: sides) else { return }
        #expect(lines == expected, "\(text)", sourceLocation: sourceLocation)
    }

    @Test func relativeClauses() {
        check("Олег Лунин и Анна Берг, которые встретились в Риге, молчат.", ["meeting held: Анна Берг, Олег Лунин @ Рига"])
        check("Олег Лунин, который встретился в Риге с Анной Берг, молчит.", ["meeting held: Анна Берг, Олег Лунин @ Рига"])
        check("Олег Лунин и Анна Берг видели реки, которые встретились в долине.", [])
    }

    @Test func whoeverSpeaks() {
        check(
            "«Мы провели переговоры с Эстонией», — сказал министр иностранных дел Латвии Олег Лунин.",
            ["talks held: Латвия [Латвия], Эстония [Эстония]"], sides: true)
        check("«Я встретился с Анной Берг», — сказал Олег Лунин.", ["meeting held: Анна Берг, Олег Лунин"])
        check(
            "«Мы с Анной Берг провели переговоры», — сказал министр иностранных дел Латвии Олег Лунин.",
            ["talks held: Анна Берг, Олег Лунин"])
        check("Олег Лунин сообщил, что проведёт переговоры с Эстонией.", ["talks planned: Олег Лунин, Эстония"])
        check("Мы ведём переговоры.", [])
        check("Олег Лунин сообщил, что переговоры трудны.", [])
    }

    @Test func hosts() {
        check("Президент Анна Берг приняла министра Олега Лунина.", ["meeting held: Анна Берг (host), Олег Лунин"])
        check("Олег Лунин будет принят президентом Анной Берг.", ["meeting planned: Анна Берг (host), Олег Лунин"])
        check("Союз не может принять новых членов.", [])
        check("Анна Берг приняла решение.", [])
        check("Президент Латвии Анна Берг вызвала министров в Ригу.", ["meeting held: Анна Берг (host), министры @ Рига"])
        check("Анна Берг вызвала такси в Ригу.", [])
    }

    @Test func partiesOfATheme() {
        check("Переговоры о выходе Латвии из Евросоюза зашли в тупик.", ["talks held: Евросоюз, Латвия | выходе Латвии из Евросоюза"])
        check(
            "Олег Лунин и Анна Берг провели переговоры о выходе Латвии из Евросоюза.",
            ["talks held: Анна Берг, Олег Лунин | выходе Латвии из Евросоюза"])
        check("Переговоры о погоде в Латвии зашли в тупик.", [])
    }

    @Test func positionsAtTalks() {
        check(
            "Анна Берг говорит об ослаблении позиций Латвии в переговорах с Эстонией.", ["talks held: Латвия, Эстония"])
        check("Олег Лунин обсудил вопросы торговли с послом Индии в Латвии Анной Берг.", ["talks held: Анна Берг, Олег Лунин | торговли"])
    }

    @Test func sessionsAndCourts() {
        check("Заседание правительства Латвии прошло в Риге.", ["meeting held: правительство Латвии @ Рига"])
        check("Адвокат Олег Лунин попросил отложить судебное заседание.", [])
        check("Заседание по делу Олега Лунина перенесено.", [])
    }

    @Test func pluralsTellOfNoOneMeeting() {
        check("Олег Лунин считает, что встречи министров с послами полезны.", [])
        check("Встречи Олега Лунина с Анной Берг прошли в Риге.", ["meeting held: Анна Берг, Олег Лунин @ Рига"])
        check("Визиты министра Олега Лунина в Ригу полезны.", [])
        check("Олег Лунин получил консультацию адвоката Анны Берг.", [])
    }

    @Test func whoArrangesAMeetingOfOthers() {
        check("Анна Берг предложила провести встречу министров Латвии и Эстонии.", ["meeting planned: министры Латвии и Эстонии"])
        check("Анна Берг предложила провести встречу с Олегом Луниным.", ["meeting planned: Анна Берг, Олег Лунин"])
    }

    @Test func interviews() {
        check("Олег Лунин встретился с журналистами.", [])
        check("На встрече с журналистами Олег Лунин молчал.", [])
    }
}

/// Whether, where and when, and what came of it.
@Suite struct MeetingSettingTests {
    private func check(_ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        guard let lines = MeetingNotation.lines(text) else { return }
        #expect(lines == expected, "\(text)", sourceLocation: sourceLocation)
    }

    @Test func status() {
        check(
            "Встреча министров Латвии и Эстонии, которая должна пройти в Риге, важна.",
            ["meeting planned: министры Латвии и Эстонии @ Рига"])
        check("Олег Лунин не успел встретиться с Анной Берг.", ["meeting denied: Анна Берг, Олег Лунин"])
        check("Лидеры Евросоюза не будут проводить саммит.", ["summit cancelled: лидеры Евросоюза"])
        check("Встреча Олега Лунина с Анной Берг не планируется.", ["meeting denied: Анна Берг, Олег Лунин"])
        check("Олегу Лунину разрешили встречу с Анной Берг.", ["meeting planned: Анна Берг, Олег Лунин"])
        check("В ходе визита в Ригу президент Эстонии Олег Лунин предложил торговать.", ["visit held: Олег Лунин @ Рига"])
        check("Олег Лунин отказался от участия в саммите.", [])
    }

    @Test func capitalsAndCountries() {
        check(
            "Министр Олег Лунин посетит Ригу. В пятницу министр Олег Лунин прибудет в Латвию.",
            ["visit planned: Олег Лунин @ Рига, 2025-12-12"])
        check(
            "Министр Олег Лунин посетит Ригу. Министр Олег Лунин посетит Эстонию.",
            ["visit planned: Олег Лунин @ Рига", "visit planned: Олег Лунин @ Эстония"])
    }

    @Test func placesBeforeTheVerb() {
        check("Олег Лунин в Риге встретился с Анной Берг.", ["meeting held: Анна Берг, Олег Лунин @ Рига"])
        check("Посол Индии в Риге Олег Лунин встретился с Анной Берг.", ["meeting held: Анна Берг, Олег Лунин"])
    }

    @Test func datesOfJoinedClauses() {
        check(
            "5 мая министр Олег Лунин прилетел в Осло и встретился с Анной Берг.",
            ["visit held: Олег Лунин @ Осло, 2025-05-05", "meeting held: Анна Берг, Олег Лунин, 2025-05-05"])
        check(
            "Накануне визита в Ригу министр Олег Лунин встретился с Анной Берг.",
            ["visit held: Олег Лунин @ Рига", "meeting held: Анна Берг, Олег Лунин"])
    }

    @Test func daysOfOtherThings() {
        check("Олег Лунин и Анна Берг, чья встреча от 31 августа 2025 года важна, молчат.", [])
        check("Договор согласован на встрече Олега Лунина с Анной Берг 31 августа.", ["meeting held: Анна Берг, Олег Лунин, 2025-08-31"])
        check("Договор ждёт встречи Олега Лунина с Анной Берг 31 января 2026 года.", ["meeting planned: Анна Берг, Олег Лунин, 2026-01-31"])
    }

    @Test func agenda() {
        check("Олег Лунин и Анна Берг встретились для обсуждения реформы.", ["meeting held: Анна Берг, Олег Лунин | реформы"])
        check("Олег Лунин и Анна Берг вели переговоры около двух часов.", ["talks held: Анна Берг, Олег Лунин"])
    }

    @Test func outcomes() {
        checkOutcomes("Переговоры Латвии с Эстонией завершились безрезультатно.", ["безрезультатно"])
        checkOutcomes("Латвия и Эстония провели переговоры. Стороны договорились о границе.", ["договорились о границе"])
        checkOutcomes("Переговоры Латвии с Эстонией были тяжелыми.", ["тяжелыми"])
        checkOutcomes("Переговоры Латвии с Эстонией завершились вчера.", [])
        checkOutcomes("Латвия и Эстония проведут переговоры. Стороны договорились о границе.", [])
    }

    private func checkOutcomes(_ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        guard let record = MeetingNotation.record(text) else { return }
        let found = record.meetings.flatMap(\.outcomes).map { record.article.text($0) }
        #expect(found == expected, "\(text)", sourceLocation: sourceLocation)
    }

    @Test func recallsNameTheirMeetings() {
        guard let record = MeetingNotation.record("Анна Берг молчит. Напомним, 5 мая Олег Лунин встретился с послом Индии.") else { return }
        #expect(record.recalls.map(\.meetings) == [record.meetings.map(\.id)])
        guard let plain = MeetingNotation.record("Олег Лунин встретился с послом Индии. Напомним, Анна Берг молчит.") else { return }
        #expect(plain.recalls.map(\.meetings) == [[]])
    }
}
