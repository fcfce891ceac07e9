/// The entries of an article as its row has them: where each is in the word tables, what it is, and what tells whether it is the same.
///
/// In bytes: for each its row, less the one before, its code, the digests of what it says and of what it is found by. They stand in the order of
/// sorts and of the record's lists, so that an entry's place in its list need not be written.
struct EntryRows {
    /// One entry.
    struct Entry {
        /// Its row in the table of its sort's words.
        let row: Int64
        let code: EntryCode
        let proof: Int64
        /// Tells whether it is found by the same words.
        let words: Int64
    }
    var list: [Entry] = []

    init() {}

    /// Those of bytes. What is damaged is left out, and `Archive.check` misses it.
    init(_ bytes: [UInt8]) {
        var numbers = VariableNumbers(bytes), row: Int64 = 0
        while !numbers.isOver {
            guard let step = numbers.next(), let code = numbers.next().flatMap(EntryCode.init(number:)), let proof = numbers.next(),
                let words = numbers.next()
            else { return }
            row &+= step
            list.append(Entry(row: row, code: code, proof: proof, words: words))
        }
    }

    var bytes: [UInt8] {
        var numbers = VariableNumbers(), row: Int64 = 0
        for entry in list {
            numbers.append(entry.row &- row)
            for number in [entry.code.number, entry.proof, entry.words] { numbers.append(number) }
            row = entry.row
        }
        return numbers.bytes
    }

    /// The proof of each.
    var proofs: [EntryCode: Int64] { Dictionary(list.map { ($0.code, $0.proof) }) { first, _ in first } }

    /// The entry in a row of the word table, and its place in its list of the record; nil where what was in that row is no longer current.
    func entry(inRow row: Int64) -> (code: EntryCode, place: Int)? {
        guard let index = list.firstIndex(where: { $0.row == row }) else { return nil }
        let code = list[index].code
        return (code, list[..<index].count { $0.code.sort == code.sort })
    }
}
