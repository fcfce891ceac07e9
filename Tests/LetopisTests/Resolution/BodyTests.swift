@testable import Letopis
import Testing

struct BodyTests {
    /// The countries, places and bodies of a text.
    private func check(_ text: String, _ names: [String]) {
        guard let record = TestShare.record(text) else { return }
        #expect(Notation.names(record, [.country, .place, .organization]) == names, "\(text)")
    }

    @Test func oneCountryUnderSeveralNames() {
        check("Россия и Франция подписали договор. В РФ этому рады.", ["Россия", "Франция"])
        check("Об этом говорят в Саудовской Аравии.", ["Саудовская Аравия"])
        check("Американский президент уехал.", ["США"])
    }

    @Test func oneBodyUnderSeveralNames() {
        check("Еврокомиссия предложила план. В ЕК его одобрили.", ["Еврокомиссия"])
        check("Европейский союз ждёт. В ЕС молчат.", ["Европейский союз"])
    }

    @Test func differentBodiesStayTwo() {
        check("Северная Корея и Южная Корея молчат.", ["Северная Корея", "Южная Корея"])
        check("Нигер и Нигерия подписали договор.", ["Нигер", "Нигерия"])
    }
}
