/// Cities that stand for a body that sits there («Брюссель» for the European Union), and bodies of a larger one, read from `seats.txt`. Immutable.
struct SeatLexicon: Sendable {
    private var bodies: [String: [String]] = [:]

    /// Reads the file's bytes: `city | names; of; the body`.
    init(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "seats.txt", fields: 2) { bodies[line.fields[0]] = Spellings.list(line.fields[1]) }
    }

    /// The names of the body that a city stands for, the common one first.
    func names(of city: String) -> [String]? { bodies[city] }
}
