import LetopisText

/// The words that speech is known by, read from the plain files of one language. Immutable.
///
/// Files: `cues.txt` (verbs, nouns and adjectives of saying), `groups.txt` («по словам»), `words.txt` (classes of function words),
/// `channels.txt`, `hedges.txt`, `markers.txt` («напомним», «читайте также»).
struct SpeechLexicon: Sendable {
    /// What a marker announces. The raw value stands in the lexicon.
    enum Marker: String, Sendable, CaseIterable {
        /// What came before: «напомним».
        case recall
        /// What came before, where a verb stands beside it: «ранее», «накануне».
        case earlier
        /// What came before, at the beginning of a sentence: «до этого».
        case opening
        /// Another article: «читайте также».
        case seeAlso = "see-also"
    }
    /// All words of saying, in the order of the file.
    private(set) var cues: [CueEntry] = []
    /// All groups that name a source, in the order of the file.
    private(set) var groups: [GroupEntry] = []
    private var heads = WordTable()
    private var cuesOfHead: [[Int]] = []
    private var groupTable = PhraseTable<Int>()
    private var hedgeTable = PhraseTable<Bool>()
    private var markerTable = PhraseTable<Marker>()
    private var classWords = WordTable()
    private var classes: [WordClasses] = []
    private var channelWords = WordTable()
    private var channels: [ChannelEntry] = []

    /// Reads the files' bytes. Throws where a line is malformed, out of order or there twice, with file and line.
    init(cues: [UInt8], groups: [UInt8], words: [UInt8], channels: [UInt8], hedges: [UInt8], markers: [UInt8]) throws(LexiconError) {
        try readCues(cues)
        try readGroups(groups)
        try readWords(words)
        try readChannels(channels)
        for line in try lexiconLines(hedges, file: "hedges.txt", fields: 1) { hedgeTable.add(foldedWords(line.fields[0]), true) }
        try readMarkers(markers)
    }

    /// Numbers of the words of saying whose head is this lemma.
    func cues(ofLemma lemma: ArraySlice<UInt8>) -> [Int] { heads.number(of: lemma).map { cuesOfHead[$0] } ?? [] }
    /// Groups that begin with this word, folded; values are numbers in `groups`.
    func groups(from word: ArraySlice<UInt8>) -> [PhraseTable<Int>.Phrase] { groupTable.phrases(from: word) }
    /// Hedges that begin with this word, folded.
    func hedges(from word: ArraySlice<UInt8>) -> [PhraseTable<Bool>.Phrase] { hedgeTable.phrases(from: word) }
    /// Markers that begin with this word, folded.
    func markers(from word: ArraySlice<UInt8>) -> [PhraseTable<Marker>.Phrase] { markerTable.phrases(from: word) }
    /// The classes of a word, folded.
    func classes(of word: ArraySlice<UInt8>) -> WordClasses { classWords.number(of: word).map { classes[$0] } ?? [] }
    /// The channel that a lemma names, or the last part of one: «онлайн-брифинг».
    func channel(ofLemma lemma: ArraySlice<UInt8>) -> ChannelEntry? {
        if let number = channelWords.number(of: lemma) { return channels[number] }
        guard let hyphen = lemma.lastIndex(of: 0x2D), let number = channelWords.number(of: lemma[(hyphen + 1)...]),
            channels[number].name == nil
        else { return nil }
        return channels[number]
    }
}

extension SpeechLexicon {
    private mutating func readCues(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "cues.txt", fields: 3) {
            guard !line.positive.isEmpty, !line.negative.isEmpty else {
                throw LexiconError(file: "cues.txt", line: line.number, kind: .noExample(line.fields[0]))
            }
            let variants = line.fields[0].split(separator: "/").map { foldedWords(String($0)) }
            let (frames, prepositions) = try cueFrames(line)
            guard let act = Act(rawValue: line.fields[2]) else {
                throw LexiconError(file: "cues.txt", line: line.number, kind: .unknown(line.fields[2]))
            }
            for variant in variants {
                let name = String(decoding: Array(variants[0].joined(separator: [0x20])), as: UTF8.self)
                var entry = CueEntry(name: name, frames: frames, act: act)
                entry.companions = Array(variant.dropFirst())
                entry.prepositions = prepositions
                entry.line = line.number
                if variant == variants[0] { (entry.positive, entry.negative) = (line.positive, line.negative) }
                try add(entry, head: variant[0], line: line.number)
            }
        }
    }

    private mutating func add(_ entry: CueEntry, head: [UInt8], line: Int) throws(LexiconError) {
        if heads.add(head) != nil { cuesOfHead.append([]) }
        guard let place = heads.number(of: head[...]) else { return }
        if cuesOfHead[place].contains(where: { cues[$0].companions == entry.companions }) {
            throw LexiconError(file: "cues.txt", line: line, kind: .duplicate(String(decoding: head, as: UTF8.self)))
        }
        cues.append(entry)
        cuesOfHead[place].append(cues.count - 1)
        cuesOfHead[place].sort { cues[$0].companions.count > cues[$1].companions.count }
    }

    private func cueFrames(_ line: LexiconLine) throws(LexiconError) -> (Frames, [[UInt8]]) {
        var frames: Frames = []
        var prepositions: [[UInt8]] = []
        for word in line.fields[1].split(separator: " ") {
            if let frame = Frames.names[String(word)] {
                frames.insert(frame)
            } else if word.utf8.allSatisfy({ $0 >= 0x80 }) {
                prepositions.append(folded(Array(word.utf8)[...]))
            } else {
                throw LexiconError(file: "cues.txt", line: line.number, kind: .unknown(String(word)))
            }
        }
        return (frames, prepositions)
    }

    private mutating func readGroups(_ text: [UInt8]) throws(LexiconError) {
        let cases: [String: Case?] = ["gen": .genitive, "dat": .dative, "acc": .accusative, "ins": .instrumental, "hidden": .none]
        for line in try lexiconLines(text, file: "groups.txt", fields: 3) {
            let how = line.fields[1].split(separator: " ").map(String.init)
            guard let sourceCase = cases[how.first ?? ""], let act = Act(rawValue: line.fields[2]) else {
                throw LexiconError(file: "groups.txt", line: line.number, kind: .unknown(line.fields[1]))
            }
            let words = foldedWords(line.fields[0])
            var entry = GroupEntry(words: words, name: line.fields[0], sourceCase: sourceCase, act: act)
            entry.refers = how.contains("reference")
            entry.mayHide = how.contains("hidden")
            entry.line = line.number
            (entry.positive, entry.negative) = (line.positive, line.negative)
            groupTable.add(words, groups.count)
            groups.append(entry)
        }
    }

    private mutating func readWords(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "words.txt", fields: 2) {
            guard let kind = WordClasses.names[line.fields[0]] else {
                throw LexiconError(file: "words.txt", line: line.number, kind: .unknown(line.fields[0]))
            }
            for word in foldedWords(line.fields[1]) {
                if classWords.add(word) != nil { classes.append([]) }
                if let place = classWords.number(of: word[...]) { classes[place].insert(kind) }
            }
        }
    }

    private mutating func readChannels(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "channels.txt", fields: 2) {
            guard let entry = ChannelEntry(line.fields[0]) else {
                throw LexiconError(file: "channels.txt", line: line.number, kind: .unknown(line.fields[0]))
            }
            for word in foldedWords(line.fields[1]) {
                guard channelWords.add(word) != nil else {
                    throw LexiconError(file: "channels.txt", line: line.number, kind: .duplicate(String(decoding: word, as: UTF8.self)))
                }
                channels.append(entry)
            }
        }
    }

    private mutating func readMarkers(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "markers.txt", fields: 2) {
            guard let marker = Marker(rawValue: line.fields[1]) else {
                throw LexiconError(file: "markers.txt", line: line.number, kind: .unknown(line.fields[1]))
            }
            markerTable.add(foldedWords(line.fields[0]), marker)
        }
    }
}
