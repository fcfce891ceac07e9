internal import ArgumentParser
internal import LetopisText

/// What the command line knows of the articles given; it holds for each of them.
struct ArticleOptions: ParsableArguments {
    @Option(help: "The outlet that published the article.")
    var outlet: String?

    @Option(help: "When it was published, ISO 8601 (2025-12-16): the reference time for \"yesterday\".")
    var published: String?

    @Option(help: "The article's title.")
    var title: String?

    @Option(help: "Who wrote it.")
    var author: String?

    @Option(help: "Where it stands.")
    var url: String?

    func validate() throws {
        if let published, !isDate(published) {
            throw ValidationError(
                "--published takes a date as ISO 8601 writes it, 2025-12-16 or 2025-12-16T09:30:00Z, not \"\(printable(published))\".")
        }
    }
}

/// Whether a text begins as ISO 8601 writes a date; what follows it must be a time.
func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return false }
    let digits = [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
    let month = Int(text.dropFirst(5).prefix(2)) ?? 0, day = Int(text.dropFirst(8).prefix(2)) ?? 0
    return digits && (1...12).contains(month) && (1...31).contains(day) && (bytes.count == 10 || bytes[10] == UInt8(ascii: "T"))
}
