import LetopisText
import Testing

/// Where the end of a line ends a sentence. In the texts `/` stands for the end of a line; a case gives the sentences wanted, cut by `‖`.
@Suite struct LineEndsTests {
    private func check(_ wanted: String, _ place: SourceLocation = #_sourceLocation) throws {
        let sentences = wanted.split(separator: "‖").map { String($0).trimming("/ ").replacing("/", with: "\n") }
        let text = wanted.replacing("‖", with: "").replacing("/", with: "\n")
        let parts = Segmentation.parts(text, try Segmentation.segmenter(), lines: .endSentences)
        #expect(parts.lines == sentences, sourceLocation: place)
    }

    @Test func headlinesAndItemsEnd() throws {
        try check("Договор готов//‖Стороны подпишут его в мае.")
        try check("Договор готов/‖Стороны подпишут его в мае.")
        try check("Погода/‖Вечером дождь/‖— Ветер слабый/‖• туман/‖12 градусов")
        try check("Врач ответил:/‖«Мы готовы».")
        try check("Итоги   / /  ‖Победил Лунин.")
    }

    @Test func aBlankLineEndsAlways() throws {
        try check("Договор готов//‖и стороны подпишут его в мае.")
        try check("Первая строка письма/переходит на другую/и ещё на одну.//‖Вторая часть/той же длины//‖Третья/часть.")
    }

    @Test func aLineThatGoesOnDoesNotEnd() throws {
        try check("Договор/готов, стороны подпишут его в мае.")
        try check("Договор готов/, стороны подпишут его./‖Так решил Лунин./‖Все за/‖Мост откроют/вечером.")
    }

    /// Most lines end in the middle of a sentence; so a name at the beginning of one begins no sentence.
    @Test func aTextWrappedToAWidth() throws {
        try check("Вчера в Твери министр/Лунин рассказал, что/новый мост откроют в/Заречье осенью.")
        try check("Новый мост//‖Вчера в Твери министр/Лунин рассказал, что/мост откроют.")
    }

    @Test func withoutItALineEndIsASpace() throws {
        let parts = Segmentation.parts("Договор готов\n\nСтороны подпишут его.", try Segmentation.segmenter())
        #expect(parts.lines == ["Договор готов\n\nСтороны подпишут его."])
    }
}

extension String {
    fileprivate func trimming(_ marks: String) -> String {
        var rest = self[...]
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
