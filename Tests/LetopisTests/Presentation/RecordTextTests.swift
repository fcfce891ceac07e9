@testable import Letopis
@testable import LetopisText
import Testing

struct RecordTextTests {
    /// A record and what is printed of it.
    private func check(_ record: Record, width: Int = 80, _ expected: String, location: SourceLocation = #_sourceLocation) {
        #expect(RecordText.text(record, style: Style(width: width)) == expected, sourceLocation: location)
    }

    /// Statements of every kind: chains, acts, hedges, «это», a report in a report, a hidden source.
    private func harbour() -> Record {
        var written = WrittenRecord(
            """
            Министр портов Литвы Ян Руткус уверяет, что гавань «почти готова» и якобы не мелеет.
            «Суда пойдут в мае, — написал он в Telegram. — Ждём первых», передаёт «Весть» со ссылкой на ДПА.
            Об этом чиновник рассказал и мэру Клайпеды. Тот сообщил, что, по словам рыбаков, рыба ушла.
            Ранее стало известно, что стройка дорожает. В порту днём опровергли всё это.
            Читайте также: Как строили маяк
            """)
        let rutkus = written.actor("Ян Руткус", at: "Министр портов", aliases: ["Руткус"])
        let lithuania = written.actor("Литва", .country, at: "Литвы")
        let mayor = written.actor("мэр Клайпеды", at: "мэру")
        let fishers = written.actor("рыбаки", .group, at: "рыбаков")
        let port = written.actor("порт", .organization, at: "порту")
        written.actor("Клайпеда", .place, at: "Клайпеды")
        written.role(rutkus, "министр портов", country: lithuania)
        var i = written.statement(
            rutkus, "Министр портов Литвы Ян Руткус", cue: "уверяет", ["гавань «почти готова» и якобы не мелеет"], .mixed, .claim)
        written.record.statements[i].hedges = [written.span("якобы")]
        i = written.statement(rutkus, "он", cue: "написал", ["Суда пойдут в мае", "Ждём первых"], .direct)
        written.record.statements[i].channel = Channel(kind: .post, name: "Telegram", span: written.span("Telegram"))
        written.record.statements[i].relays = ["Весть", "ДПА"].map { Relay(name: $0, span: written.span($0)) }
        i = written.statement(rutkus, "чиновник", cue: "рассказал", ["этом"])
        written.record.statements[i].antecedent = [written.span("Суда пойдут в мае")]
        written.record.statements[i].addressee = mayor
        i = written.statement(mayor, "Тот", cue: "сообщил", ["по словам рыбаков, рыба ушла"])
        i = written.statement(fishers, "рыбаков", cue: "по словам", ["рыба ушла"])
        written.record.statements[i].within = .init(4)
        written.statement(nil, nil, cue: "стало известно", ["стройка дорожает"])
        written.statement(port, "порту", cue: "опровергли", ["всё это"], .indirect, .deny)
        var recall = Recall(marker: written.span("Ранее"), span: written.span("Ранее стало известно, что стройка дорожает."))
        recall.statements = [.init(6)]
        written.record.recalls = [recall]
        written.record.seeAlso = [SeeAlso(title: "Как строили маяк", span: written.span("Как строили маяк"))]
        return written.record
    }

    @Test func speakersHaveSectionsOfTheirOwn() {
        check(
            harbour(),
            """
            Ян Руткус, министр портов (Литва)
            1:45    уверяет [claims]: гавань «почти готова» и якобы не мелеет
                    hedged: якобы
            2:2     написал он: «Суда пойдут в мае» … «Ждём первых»
                    Ян Руткус → Telegram (post) → ДПА → Весть
            3:4     чиновник рассказал: этом = Суда пойдут в мае
                    to мэр Клайпеды

            мэр Клайпеды
            3:63    Тот сообщил: по словам рыбаков, рыба ушла
            3:82      рыбаки · по словам рыбаков: рыба ушла

            порт
            4:69    порту … опровергли [denies]: всё это

            Source not named
            4:27    стало известно: стройка дорожает
                    told before

            Told before
            4:1     Ранее: a source not named (4:27)

            See also
            5:16    Как строили маяк

            Who is who
            1:1     Ян Руткус, министр портов (Литва) · also Руткус
            3:30    мэр Клайпеды
            3:73    рыбаки · group
            4:47    порт · organisation

            """)
    }

    /// Meetings and positions: status, sides, host, according to whom.
    private func lakes() -> Record {
        var written = WrittenRecord(
            """
            Встреча послов Чада и Нигера в Женеве отменена, сообщил Али Марун, бывший посол Чада.
            1 марта в Абиджане прошли переговоры Чада и Нигера: Чад представлял брат Маруна Омар Дауд.
            Их принял Котд’Ивуар, помогала ООН. Обсудили воду озера, разговор вышел полезным. Чад, похоже, хочет от Нигера делить воду.
            """)
        let chad = written.actor("Чад", .country, at: "Чада"), niger = written.actor("Нигер", .country, at: "Нигера")
        let geneva = written.actor("Женева", .place, at: "Женеве"), marun = written.actor("Али Марун", at: "Али Марун")
        let daud = written.actor("Омар Дауд", at: "Омар Дауд"), abidjan = written.actor("Абиджан", .place, at: "Абиджане")
        let host = written.actor("Кот-д’Ивуар", .country, at: "Котд’Ивуар"), un = written.actor("ООН", .organization, at: "ООН")
        written.role(marun, "посол", country: chad, former: true)
        written.record.actors[daud.number - 1].ties = [Tie(kind: "брат", to: marun, span: written.span("брат"))]
        written.statement(marun, "Али Марун", cue: "сообщил", ["Встреча послов Чада и Нигера в Женеве отменена"])
        written.rewind()
        var meeting = Meeting(id: .init(1), kind: .meeting, status: .cancelled, span: written.span("Встреча"))
        meeting.place = .init(actor: geneva, span: written.span("Женеве"))
        meeting.participants = [.init(actor: chad, span: meeting.span), .init(actor: niger, span: meeting.span)]
        meeting.per = [.init(1)]
        var talks = Meeting(id: .init(2), kind: .talks, status: .held, span: written.span("переговоры"))
        talks.place = .init(actor: abidjan, span: written.span("Абиджане"))
        talks.date = EventDate(value: "2027-03-01", span: written.span("1 марта"))
        talks.format = Wording(text: "Чад – Нигер", span: written.span("Чада и Нигера"))
        talks.participants = [
            .init(actor: daud, side: chad, span: talks.span), .init(actor: niger, span: talks.span),
            .init(actor: marun, span: talks.span), .init(actor: host, part: .host, span: talks.span),
            .init(actor: un, part: .mediator, span: talks.span),
        ]
        talks.agenda = [written.span("воду озера")]
        talks.outcomes = [written.span("полезным")]
        talks.mentions.append(written.span("разговор"))
        written.record.meetings = [meeting, talks]
        var position = Position(
            holder: chad, stance: .demands, issue: Wording(text: "делить воду", span: written.span("делить воду")),
            span: written.span("Чад, похоже"))
        (position.toward, position.per) = (niger, [.init(1)])
        position.hedges = [written.span("похоже")]
        written.record.positions = [position]
        return written.record
    }

    @Test func meetingsShowTheirSides() {
        check(
            lakes(),
            """
            Али Марун, former посол (Чад)
            1:1     сообщил: Встреча послов Чада и Нигера в Женеве отменена

            Meetings
            1:1     cancelled meeting · Женева
                    with Чад — Нигер
                    according to Али Марун (1:1)
            2:27    talks · Чад – Нигер · Абиджан · 2027-03-01
                    with Чад: Омар Дауд — Нигер; Али Марун
                    host Кот-д’Ивуар
                    mediator ООН
                    about воду озера
                    outcome полезным
                    also at 3:58

            Positions
            3:83    Чад demands делить воду → Нигер · according to Али Марун (1:1) · hedged:
                    похоже

            Who is who
            1:16    Чад · country
            1:23    Нигер · country
            1:57    Али Марун, former посол (Чад)
            2:81    Омар Дауд, брат of Али Марун
            3:11    Кот-д’Ивуар · country
            3:32    ООН · organisation

            """)
    }

    @Test func noLineIsWiderThanAsked() {
        for (record, width) in [(harbour(), 40), (harbour(), 60), (lakes(), 40), (lakes(), 72)] {
            let lines = RecordText.text(record, style: Style(width: width)).split(separator: "\n").map { Terminal.columns(String($0)) }
            #expect(lines.allSatisfy { $0 <= width })
            #expect(lines.contains { $0 > width - 12 })
        }
        let endless = RecordText.text(harbour(), style: Style(width: 0)), narrow = RecordText.text(harbour(), style: Style(width: 30))
        #expect(endless.split { $0.isWhitespace }.elementsEqual(narrow.split { $0.isWhitespace }))
    }

    @Test func coloursChangeNothingElse() {
        for record in [harbour(), lakes()] {
            let coloured = RecordText.text(record, style: Style(colour: true, width: 60))
            var plain = "", isEscape = false
            for scalar in coloured.unicodeScalars {
                if scalar == "\u{1B}" { isEscape = true }
                if !isEscape { plain.unicodeScalars.append(scalar) }
                if isEscape, scalar == "m" { isEscape = false }
            }
            #expect(plain == RecordText.text(record, style: Style(width: 60)))
            #expect(coloured.contains("\u{1B}["))
        }
        let coloured = RecordText.text(harbour(), style: Style(colour: true))
        #expect(coloured.contains("гавань \u{1B}[32m«почти готова»\u{1B}[0m и \u{1B}[33mякобы\u{1B}[0m не мелеет"))
        #expect(coloured.contains("\u{1B}[35m[denies]\u{1B}[0m"))
    }

    @Test func nothingInAnArticleCommandsATerminal() {
        let evil = "\u{1B}[31mАня\u{9B}2J\u{202E}"
        var written = WrittenRecord("\(evil) сказала: \(evil)!")
        written.record.article.title = evil
        written.record.article.outlet = evil
        let actor = written.actor(evil, at: evil, aliases: [evil])
        written.role(actor, evil)
        let i = written.statement(actor, evil, cue: "сказала", [evil], .direct)
        written.record.statements[i].relays = [Relay(name: evil, span: written.span(evil))]
        written.record.statements[i].channel = Channel(kind: .post, name: evil, span: written.span(evil))
        written.record.statements[i].date = EventDate(value: evil, span: written.span(evil))
        written.record.positions = [
            Position(holder: actor, stance: .offers, issue: Wording(text: evil, span: written.span(evil)), span: written.span(evil))
        ]
        written.record.seeAlso = [SeeAlso(title: evil, span: written.span(evil), url: evil)]
        let text = RecordText.text(written.record)
        #expect(
            text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x202E) })
        #expect(text.contains("\\u{1B}[31mАня\\u{9B}2J\\u{202E}"))
    }

    @Test func anEmptyRecordSaysSo() {
        check(Record(article: Article(""), id: ""), "Nobody is said to have said anything.\n")
    }
}
