@testable import Letopis
import Testing

struct SourceTests {
    /// The sources of a text's statements, in order.
    private func check(_ text: String, _ sources: [String]) {
        guard let record = TestShare.record(text) else { return }
        #expect(Notation.sources(record) == sources, "\(text)")
    }

    @Test func namesAndSurnames() {
        check("Министр Олег Лунин заявил, что договор готов. Лунин добавил, что подпишет его в мае.", ["Олег Лунин", "Олег Лунин"])
        check("По словам Анны Берг, мост откроют в мае.", ["Анна Берг"])
    }

    @Test func pronounsAndLeftOutSubjects() {
        check("Олег Лунин приехал в Ригу. Он сообщил, что договор готов.", ["Олег Лунин"])
        check("Олег Лунин встретил Анну Берг. Она заявила, что договор готов.", ["Анна Берг"])
        check("Олег Лунин заявил, что договор готов. Также он добавил, что подпишет его в мае.", ["Олег Лунин", "Олег Лунин"])
    }

    @Test func postsWithoutName() {
        check("Президент Франции Анри Дюваль приехал в Ригу. Французский президент заявил, что доволен.", ["Анри Дюваль"])
        check("В Ригу приехал премьер-министр Латвии Олег Лунин. Глава правительства заявил, что доволен.", ["Олег Лунин"])
        check("Приехали президент Франции Анри Дюваль и президент Латвии Олег Лунин. Президент заявил, что доволен.", ["президент"])
    }

    @Test func groupsBodiesAndHiddenSources() {
        check("Местные власти сообщили, что мост закрыт.", ["местные власти"])
        check("Сообщается, что мост закрыт.", ["-"])
    }
}
