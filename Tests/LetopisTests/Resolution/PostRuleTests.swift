@testable import Letopis
import Testing

/// Each rule by which somebody gets a post: where it fires, by its name, and a near neighbour where nobody gets one.
struct PostRuleTests {
    /// The posts of a text with their rules: `Олег Лунин: директор, name-before`.
    private func check(_ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        guard let record = TestShare.record(text) else { return }
        let found = record.actors.flatMap { actor in actor.roles.map { "\(actor.name): \($0.title), \($0.rule)" } }
        #expect(found == expected, "\(text)", sourceLocation: sourceLocation)
    }

    @Test func nameAfterThePost() {
        check("Директор музея Олег Лунин уехал.", ["Олег Лунин: директор, name-after"])
        check("Директор музея уехал. Олег Лунин остался.", [])
    }

    @Test func nameBeforeThePost() {
        check("Олег Лунин, директор музея, уехал.", ["Олег Лунин: директор, name-before"])
        check("Пели Олегу Лунину, одному из директоров музея.", ["Олег Лунин: директор, name-before"])
        check("Олег Лунин увидел: директор музея уехал.", [])
    }

    @Test func saidOfSomebody() {
        check("Олег Лунин был директором музея.", ["Олег Лунин: директор, said-of"])
        check("Олег Лунин спорил с директором музея.", [])
        check("Олег Лунин — второй министр, который ушёл весной.", [])
    }

    @Test func inOffice() {
        check("Олег Лунин занимал пост директора музея.", ["Олег Лунин: директор, in-office"])
        check("Пост директора музея свободен, сказал Олег Лунин.", [])
    }

    @Test func signedTexts() {
        check("Всем спасибо за помощь!\n\nОлег Лунин директор музея", ["Олег Лунин: директор, signed"])
        check("Вошёл Олег Лунин. Директор музея молчал.", [])
    }

    @Test func severalHolders() {
        check(
            "Встретились президенты Франции и Латвии Анри Дюваль и Олег Лунин.",
            ["Анри Дюваль: президент, names-after", "Олег Лунин: президент, names-after"])
        check("Встретились президенты Франции и Латвии. Анри Дюваль и Олег Лунин молчали.", [])
    }

    @Test func namedInTheNextSentence() {
        check("В музей назначен новый директор. Им стал Олег Лунин.", ["Олег Лунин: директор, named-next"])
        check("В музее был директор. Им гордился Олег Лунин.", [])
    }

    @Test func joinedBehindTheName() {
        check(
            "Среди гостей были Олег Лунин - политик и лидер партии, Анна Берг - актриса.",
            ["Олег Лунин: политик, name-before", "Олег Лунин: лидер, joined", "Анна Берг: актриса, name-before"])
        check("Приехал Олег Лунин, историк. Директор музея молчал.", ["Олег Лунин: историк, name-before"])
    }

    @Test func sharedBeforeTheName() {
        check(
            "Об этом заявил глава банка и совладелец завода Олег Лунин.",
            ["Олег Лунин: глава, shared", "Олег Лунин: совладелец, name-after"])
        check("Встретились президент Франции и канцлер Германии Анна Берг.", ["Анна Берг: канцлер, name-after"])
    }

    @Test func epithets() {
        check(
            "Бывший президент Латвии Олег Лунин вернулся. Политик ответил на вопросы.",
            ["Олег Лунин: президент, name-after", "Олег Лунин: политик, epithet"])
        check("Олег Лунин вернулся. Политик ответил на вопросы.", [])
    }

    @Test func anotherWordingOfThePost() {
        check("Президент Латвии Олег Лунин приехал. Глава государства доволен.", ["Олег Лунин: президент, name-after"])
    }

    @Test func whoWorksForWhom() {
        check(
            "Задержали директора актрисы Анны Берг Олега Лунина.",
            ["Олег Лунин: директор, name-after", "Анна Берг: актриса, name-after"])
        check("Задержали директора актрисы Анны Берг.", ["Анна Берг: директор актрисы, name-after"])
    }

    @Test func officesNobodyHolds() {
        check("Олег Лунин отказался от поста мэра.", [])
        check("Олег Лунин ушёл с поста мэра.", ["Олег Лунин: мэр, in-office"])
    }

    @Test func clausesWithoutTheirVerb() {
        check(
            "Министром стал Иван Рогов, послом — Олег Лунин.",
            ["Иван Рогов: министр, said-of", "Олег Лунин: посол, name-after"])
        check("Министром стал Иван Рогов. Олег Лунин — молчал.", ["Иван Рогов: министр, said-of"])
    }

    @Test func participlesThatArePosts() {
        check("Олег Лунин, исполняющий обязанности мэра Риги, открыл парк.", ["Олег Лунин: исполняющий обязанности мэра, name-before"])
        check("Олег Лунин, исполняющий песню, открыл окно.", [])
    }
}

/// What belongs to a title, and what is the body or country.
struct PostTitleTests {
    private func check(_ text: String, _ people: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        guard let record = TestShare.record(text) else { return }
        #expect(Notation.people(record) == people, "\(text)", sourceLocation: sourceLocation)
    }

    @Test func prepositions() {
        check("Депутат от партии Олег Лунин молчал.", ["Олег Лунин: депутат"])
        check("Приехал гроссмейстер из Латвии Олег Лунин.", ["Олег Лунин: гроссмейстер @ Латвия"])
        check("Посол Латвии во Франции Олег Лунин молчал.", ["Олег Лунин: посол во Франции @ Латвия"])
    }

    @Test func oneRoleInTwoWordings() {
        check(
            "Министр юстиции Латвии Олег Лунин приехал. Министр Лунин молчал.", ["Олег Лунин: министр юстиции @ Латвия"])
        check(
            "Министр юстиции Олег Лунин приехал. Профессор Лунин молчал.", ["Олег Лунин: министр юстиции; профессор"])
    }
}
