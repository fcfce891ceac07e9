import LetopisText

/// The words that positions are known by, read from `positions.txt` of one language. Immutable.
struct PositionLexicon: Sendable {
    /// All words of wanting, in the order of the file.
    private(set) var entries: [PositionEntry] = []
    private var heads = WordTable()
    private var entriesOfHead: [[Int]] = []
    private var helperWords = WordTable()
    private var helpers: [PositionFrames] = []
    private static let file = "positions.txt"

    /// Reads the file's bytes. Throws where a line is malformed, out of order or there twice, with file and line.
    init(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: Self.file, fields: 3) { try read(line) }
    }

    /// Numbers of the entries whose head is this lemma, those with companions first.
    func entries(ofLemma lemma: ArraySlice<UInt8>) -> [Int] { heads.number(of: lemma).map { entriesOfHead[$0] } ?? [] }

    /// What a word that is no word of wanting helps with; nothing for others.
    func helper(_ word: ArraySlice<UInt8>) -> PositionFrames { helperWords.number(of: word).map { helpers[$0] } ?? [] }

    private mutating func read(_ line: LexiconLine) throws(LexiconError) {
        let variants = line.fields[0].split(separator: "/").map { foldedWords(String($0)) }
        var entry = try frames(line)
        if !entry.frames.isDisjoint(with: .helpers) { return try addHelpers(variants, entry.frames, line) }
        try readStances(line, &entry)
        guard !line.positive.isEmpty, !line.negative.isEmpty else { throw error(line, .noExample(line.fields[0])) }
        entry.name = String(decoding: Array(variants[0].joined(separator: [0x20])), as: UTF8.self)
        for variant in variants {
            entry.companions = Array(variant.dropFirst())
            (entry.positive, entry.negative) = variant == variants[0] ? (line.positive, line.negative) : ([], [])
            try add(entry, head: variant[0], line)
        }
    }

    private mutating func addHelpers(_ variants: [[[UInt8]]], _ frames: PositionFrames, _ line: LexiconLine) throws(LexiconError) {
        for variant in variants {
            guard let word = variant.first, helperWords.add(word) != nil else { throw error(line, .duplicate(line.fields[0])) }
            helpers.append(frames)
        }
    }

    private mutating func add(_ entry: PositionEntry, head: [UInt8], _ line: LexiconLine) throws(LexiconError) {
        if heads.add(head) != nil { entriesOfHead.append([]) }
        guard let place = heads.number(of: head[...]) else { return }
        if entriesOfHead[place].contains(where: { entries[$0].companions == entry.companions }) {
            throw error(line, .duplicate(String(decoding: head, as: UTF8.self)))
        }
        entries.append(entry)
        entriesOfHead[place].append(entries.count - 1)
        let all = entries
        entriesOfHead[place].sort { (all[$1].companions.count, $0) < (all[$0].companions.count, $1) }
    }

    private func frames(_ line: LexiconLine) throws(LexiconError) -> PositionEntry {
        var entry = PositionEntry(name: "")
        for word in line.fields[1].split(separator: " ") {
            if let frame = PositionFrames.names[String(word)] {
                entry.frames.insert(frame)
            } else if word.utf8.first == 0x40 {
                entry.towardMarkers.append(folded(Array(word.utf8.dropFirst())[...]))
            } else if word.utf8.allSatisfy({ $0 >= 0x80 || $0 == 0x2D }) {
                entry.markers.append(folded(Array(word.utf8)[...]))
            } else {
                throw error(line, .unknown(String(word)))
            }
        }
        return entry
    }

    /// `supports`, `supports/opposes` (where it is denied), `-/opposes` (only where it is denied).
    private func readStances(_ line: LexiconLine, _ entry: inout PositionEntry) throws(LexiconError) {
        let words = line.fields[2].split(separator: "/").map(String.init)
        guard let first = words.first, words.count <= 2 else { throw error(line, .fields) }
        entry.stance = try stance(first, line)
        if words.count == 2 { entry.denied = try stance(words[1], line) }
    }

    private func stance(_ word: String, _ line: LexiconLine) throws(LexiconError) -> Position.Stance? {
        if word == "-" { return nil }
        guard let stance = Position.Stance(rawValue: word) else { throw error(line, .unknown(word)) }
        return stance
    }

    private func error(_ line: LexiconLine, _ kind: LexiconError.Kind) -> LexiconError {
        LexiconError(file: Self.file, line: line.number, kind: kind)
    }
}
