import Testing

@testable import LetopisText

/// Bytes of every charset come back as their text, told or not told which charset it is.
@Suite struct CharsetTests {
    /// The same sentence as other programs write it.
    @Test(arguments: [
        (Charset.windows1251, "a8ebeae020f320eceef0ff2c203520f0f3e1ebe5e92e", "Ёлка у моря, 5 рублей."),
        (.koi8r, "b3cccbc120d520cdcfd2d12c203520d2d5c2ccc5ca2e", "Ёлка у моря, 5 рублей."),
        (.ibm866, "f0abaaa020e320acaee0ef2c203520e0e3a1aba5a92e", "Ёлка у моря, 5 рублей."),
        (.iso88595, "a1dbdad020e320dcdee0ef2c203520e0e3d1dbd5d92e", "Ёлка у моря, 5 рублей."),
        (.koi8u, "b7a720add2d5ced420a42e", "Її ґрунт є."),
        (.windows1252, "93dc626572942096 20e97ae9".replacing(" ", with: ""), "“Über” – ézé"),
        (.utf16LittleEndian, "1404300421042e00", "ДаС."), (.utf16BigEndian, "041404300421002e", "ДаС."),
        (.utf8, "d094d0b02e", "Да."),
    ])
    func decodesDeclared(_ charset: Charset, _ hex: String, _ text: String) {
        let article = Article(decoding: bytes(hex: hex), charset: charset)
        #expect(article.text == text)
        #expect(article.notices.isEmpty)
    }

    /// A name that is not read has a notice where the bytes plainly look like no charset that is; they are read all the same.
    @Test(
        arguments: [
            ("iso-8859-2", "4465722046fc68726572206772fcdf74206469652042fc726765722e", [.malformed]),
            ("cp1251", "4465722046fc68726572", []),
            ("x-own", "d094d0b02e", []), ("x-own", "4f6b2e", []),
        ] as [(String, String, [Notice.Kind])]) func namesThatAreNotRead(_ label: String, _ hex: String, _ notices: [Notice.Kind])
    {
        let article = Article(decoding: bytes(hex: hex), charsetNamed: label)
        #expect(article.notices.map(\.kind) == notices)
        #expect(article.text == Article(decoding: bytes(hex: hex), charset: Charset(label: label)).text)
        #expect(Article(decoding: bytes(hex: hex), charsetNamed: nil).notices.isEmpty)
    }

    static let russian = [
        "Министр заявил, что договор подпишут в четверг.", "Снег идёт вторые сутки подряд.", "ПОЖАР НА СКЛАДЕ ПОТУШЕН",
        "Путин и Лукашенко встретились в Минске.",
        "В Твери открыли мост через Волгу.", "Курс вырос на 3,5 рубля.", "Он так и не ответил на вопрос журналистов.",
        "<p class=\"lead\">Суд отклонил жалобу</p>",
        "Да, это правда.", "Эксперты ждут снижения цен", "США и КНР договорились о пошлинах", "Ещё одно подтверждение: съезд объявлен.",
        "Об этом они сообщили PR-службе.", "ОТЧЁТ ОПУБЛИКОВАН", "Иран",
    ]
    static let ukrainian = [
        "Міністр пояснив, що угоду підписано ще ввечері.", "Її текст є в газеті.", "Рада ухвалила бюджет на рік.",
        "Уряд знайшов вихід із кризи",
        "Об'єкт здали вчасно, але дах тече.", "ПОЖЕЖУ НА СКЛАДІ ПОГАШЕНО", "Це її власний ґрунт.",
    ]

    @Test(arguments: russian + ukrainian) func detects(_ text: String) {
        for charset in [Charset.windows1251, .koi8r, .koi8u, .ibm866, .iso88595] {
            guard let bytes = encode(text, charset) else { continue }
            #expect(Article(decoding: bytes).text == text, "\(charset)")
        }
    }

    @Test(arguments: russian + ukrainian + ["Plain English, nothing else.", "x", "5 €", "«»", "漢字かな", "😀", "Straße"])
    func detectsUnicode(_ text: String) {
        let units = Array(text.utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(Article(decoding: Array(text.utf8)).text == text)
        #expect(Article(decoding: [0xEF, 0xBB, 0xBF] + text.utf8).text == text)
        #expect(Article(decoding: [0xFF, 0xFE] + little).text == text)
        #expect(Article(decoding: [0xFE, 0xFF] + big).text == text)
        // The mark counts for more than what is declared.
        #expect(Article(decoding: [0xFE, 0xFF] + big, charset: .windows1251).text == text)
    }

    @Test(arguments: russian + ukrainian + ["Plain English, nothing else."]) func detectsUTF16WithoutMark(_ text: String) {
        let units = Array(text.utf16)
        #expect(Article(decoding: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).text == text)
        #expect(Article(decoding: units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).text == text)
    }

    /// Servers call anything windows-1252, or iso-8859-1.
    @Test(arguments: russian + ukrainian) func cyrillicThatIsCalledWestern(_ text: String) {
        for charset in [Charset.windows1251, .koi8r, .koi8u, .ibm866, .iso88595] {
            guard let bytes = encode(text, charset) else { continue }
            #expect(Article(decoding: bytes, charset: .windows1252).text == text, "\(charset)")
        }
    }

    @Test(arguments: [
        "Die Brücke wird im Mai geöffnet, größer als geplant.", "Le musée a été rénové à Orléans: « déjà », dit-il.", "“Straße”", "El niño",
        "Plain English, nothing else.", "Ærø Måløy Blåbærgrød",
    ]) func western(_ text: String) throws {
        #expect(Article(decoding: try #require(encode(text, .windows1252)), charset: .windows1252).text == text)
    }

    /// The letters that tell may come after any amount of ASCII.
    @Test func aLongHeadOfASCII() throws {
        let text = String(repeating: "<meta name='x'>\n", count: 10_000) + "Суд отклонил жалобу"
        #expect(Article(decoding: try #require(encode(text, .koi8r))).text == text)
    }

    @Test(
        arguments: [
            ("UTF-8", Charset.utf8), ("utf8", .utf8), ("Windows-1251", .windows1251), ("CP1251", .windows1251), (" 'koi8-r' ", .koi8r),
            ("KOI8-U", .koi8u),
            ("utf-16", .utf16LittleEndian), ("cp866", .ibm866), ("ISO-8859-5", .iso88595),
            ("windows-1252", .windows1252), ("Latin1", .windows1252), ("windows-1250", nil), ("", nil),
        ] as [(String, Charset?)])
    func labels(_ label: String, _ charset: Charset?) { #expect(Charset(label: label) == charset) }

    /// The text in a charset of one byte a character, or nil where it lacks one.
    private func encode(_ text: String, _ charset: Charset) -> [UInt8]? {
        guard let table = charset.table else { return nil }
        let bytes = text.unicodeScalars.map { scalar in (UInt8.min...UInt8.max).first { table[$0] == scalar.value } }
        return bytes.contains(nil) ? nil : bytes.compactMap { $0 }
    }
}

/// The bytes that hexadecimal digits stand for.
func bytes(hex: String) -> [UInt8] {
    let digits = hex.utf8.map { UInt8($0 > 0x60 ? $0 - 0x57 : $0 - 0x30) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

extension Article {
    /// All of its text.
    var text: String { String(decoding: utf8, as: UTF8.self) }
}
