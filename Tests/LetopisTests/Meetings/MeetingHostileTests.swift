@testable import Letopis
@testable import LetopisText
import Testing

/// Texts made to break the rules of meetings: nothing is invented, nothing traps.
@Suite struct MeetingHostileTests {
    @Test func nobodyMeetsHimself() {
        #expect(MeetingNotation.lines("Олег Лунин встретился с Олегом Луниным.") ?? [] == [])
        #expect(MeetingNotation.lines("Встреча. Переговоры с. Между и. Встретились с с с.") ?? [] == [])
    }

    @Test func longLists() {
        let names = (0..<500).map { "Олегом Луни\(["н", "м", "р", "л", "к"][$0 % 5])овым" }.joined(separator: ", ")
        guard let record = MeetingNotation.record("Анна Берг встретилась с \(names) и Петром Роговым.") else { return }
        #expect(record.meetings.count <= 2)
        #expect(record.meetings.allSatisfy { Set($0.participants.map(\.actor)).count == $0.participants.count })
    }

    @Test func manyMeetings() {
        guard
            let record = MeetingNotation.record(
                String(repeating: "Олег Лунин встретился с Анной Берг. В ходе встречи они были одни. ", count: 300))
        else { return }
        #expect(record.meetings.count == 1)
        #expect(record.meetings.allSatisfy { $0.mentions == $0.mentions.sorted() })
    }

    @Test func datesThatDoNotExist() {
        #expect(
            MeetingNotation.lines("Олег Лунин встретился с Анной Берг 31 февраля.") ?? ["meeting held: Анна Берг, Олег Лунин, -"] == [
                "meeting held: Анна Берг, Олег Лунин, -"
            ])
    }

    @Test func everySpanReadsBack() {
        guard
            let record = MeetingNotation.record(
                "Визит\r\nОлега Лунина в Ригу.\u{A0}Встреча с\tАнной Берг прошла «тепло».  Переговоры — в мае.")
        else { return }
        let spans = record.meetings.flatMap { [$0.span] + $0.mentions + $0.participants.map(\.span) + $0.agenda + $0.outcomes }
        #expect(spans.allSatisfy { $0.start < $0.end && $0.end <= record.article.utf8.count })
    }
}
