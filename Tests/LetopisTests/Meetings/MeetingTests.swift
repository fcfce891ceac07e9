@testable import Letopis
@testable import LetopisText
import Testing

/// What sentences say of meetings: each rule with sentences where it fires and where it must not.
@Suite struct MeetingTests {
    private func check(_ text: String, _ expected: [String], sides: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) {
        guard let lines = MeetingNotation.lines(text, sides: sides) else { return }
        #expect(lines == expected, "\(text)", sourceLocation: sourceLocation)
    }

    @Test func verbsOfMeeting() {
        check("Олег Лунин встретился в Риге с Анной Берг.", ["meeting held: Анна Берг, Олег Лунин @ Рига"])
        check("Олег Лунин и Анна Берг встретились вчера.", ["meeting held: Анна Берг, Олег Лунин, 2025-12-09"])
        check("Олег Лунин поговорил по телефону с Анной Берг.", ["call held: Анна Берг, Олег Лунин"])
        check("Олег Лунин позвонил Анне Берг.", ["call held: Анна Берг, Олег Лунин"])
        check("Олег Лунин увидел Анну Берг.", [])
        check("Олег Лунин встретился с трудностями.", [])
        check("Олег Лунин поговорил с журналистами.", [])
        check("Олег Лунин стал встречаться с Анной Берг.", [])
    }

    @Test func nounsOfMeeting() {
        check("Олег Лунин провёл переговоры с Анной Берг.", ["talks held: Анна Берг, Олег Лунин"])
        check("В Риге состоялась встреча Олега Лунина с Анной Берг.", ["meeting held: Анна Берг, Олег Лунин @ Рига"])
        check("Переговоры между Латвией и Эстонией продолжились 5 мая.", ["talks held: Латвия, Эстония, 2025-05-05"])
        check("Американо-российские переговоры прошли в Вене.", ["talks held: Россия, США @ Вена"])
        check("Латвия и Эстония провели переговоры при посредничестве Финляндии.", ["talks held: Латвия, Финляндия (mediator), Эстония"])
        check("Встреча прошла тепло.", [])
        check("Переговоры требуют терпения.", [])
        check("Олег Лунин завершил беседу шуткой.", [])
        check("Встреча Нового года прошла весело.", [])
    }

    @Test func visits() {
        check("Президент Латвии Олег Лунин прибыл в Осло.", ["visit held: Олег Лунин @ Осло"])
        check("Президент Латвии Олег Лунин посетит Францию.", ["visit planned: Олег Лунин @ Франция"])
        check("Олег Лунин находится с визитом в Норвегии.", ["visit held: Олег Лунин @ Норвегия"])
        check("Поезд прибыл в Осло.", [])
        check("Музей посетили сто тысяч человек.", [])
    }

    @Test func whetherItTookPlace() {
        check("Олег Лунин встретится с Анной Берг.", ["meeting planned: Анна Берг, Олег Лунин"])
        check("Олег Лунин намерен встретиться с Анной Берг.", ["meeting planned: Анна Берг, Олег Лунин"])
        check("Олег Лунин отменил встречу с Анной Берг.", ["meeting cancelled: Анна Берг, Олег Лунин"])
        check("Встреча Олега Лунина с Анной Берг не состоялась.", ["meeting cancelled: Анна Берг, Олег Лунин"])
        check("Олег Лунин не встречался с Анной Берг.", ["meeting denied: Анна Берг, Олег Лунин"])
        check("Ведомство опровергло сообщения о встрече Олега Лунина с Анной Берг.", ["meeting denied: Анна Берг, Олег Лунин"])
        check("Ведомство передало сообщения о встрече Олега Лунина с Анной Берг.", ["meeting held: Анна Берг, Олег Лунин"])
        check("Запланированная встреча Олега Лунина с Анной Берг состоится в Риге.", ["meeting planned: Анна Берг, Олег Лунин @ Рига"])
    }

    @Test func oneMeetingIsOneRecord() {
        check(
            "Олег Лунин встретился с Анной Берг. В ходе встречи стороны обсудили торговлю.",
            ["meeting held: Анна Берг, Олег Лунин | торговлю"])
        check(
            "Латвия провела переговоры с Эстонией. К переговорам присоединилась Финляндия.",
            ["talks held: Латвия, Финляндия (joined), Эстония"])
        check(
            "Латвия провела переговоры с Эстонией. Со стороны Латвии во встрече приняли участие Олег Лунин и Анна Берг.",
            ["talks held: Анна Берг [Латвия], Латвия [Латвия], Олег Лунин [Латвия], Эстония [Эстония]"], sides: true)
        check(
            "Олег Лунин встретился с латвийской делегацией. Латвийскую делегацию представляла Анна Берг.",
            ["meeting held: Анна Берг [Латвия], Олег Лунин, латвийская делегация [Латвия]"], sides: true)
    }

    @Test func twoMeetingsStayTwo() {
        check(
            "Олег Лунин встретился в Риге с Анной Берг. В Осло Олег Лунин встретится с Иваном Роговым.",
            ["meeting held: Анна Берг, Олег Лунин @ Рига", "meeting planned: Иван Рогов, Олег Лунин @ Осло"])
        check(
            "Олег Лунин встретился с Анной Берг 5 мая. Олег Лунин встретился с Анной Берг 7 мая.",
            ["meeting held: Анна Берг, Олег Лунин, 2025-05-05", "meeting held: Анна Берг, Олег Лунин, 2025-05-07"])
    }

    @Test func knownByStatements() {
        guard let record = MeetingNotation.record("Анна Берг сообщила, что Олег Лунин встретился с послом Индии.") else { return }
        #expect(record.meetings.map(\.per) == [record.statements.map(\.id)])
        guard let plain = MeetingNotation.record("Олег Лунин встретился с послом Индии. Анна Берг сообщила, что ушла.") else { return }
        #expect(plain.meetings.map(\.per) == [[]])
    }

    @Test func everyFactNamesItsRule() {
        guard let record = MeetingNotation.record("Олег Лунин встретился с Анной Берг. Латвия провела переговоры с Эстонией.") else {
            return
        }
        #expect(record.meetings.map(\.rule) == ["verb", "noun"])
        #expect(record.meetings[0].participants.map(\.rule) == ["subject", "with"])
        #expect(record.meetings[1].participants.map(\.rule) == ["with", "light-verb"])
    }
}
