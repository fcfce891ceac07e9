internal import LetopisNeural

/// The networks' answers turned into what `Analysis` says: their labels read once, when the model is loaded.
struct Tagging: Sendable {
    let networks: Networks
    private let shapes: ShapeVocabulary
    private let tags: [(upos: PartOfSpeech, feats: Features)]
    private let relations: [Relation]
    private let nameTags: [(begins: Bool, kind: Name.Kind?)]

    init(folder: String) throws(PackError) {
        networks = try Networks(folder: folder)
        guard let shapes = ShapeVocabulary(labels: networks.shapes) else {
            throw PackError(path: folder + "/morphology.pack", .section("word shapes that this program does not know"))
        }
        self.shapes = shapes
        tags = networks.tagLabels.map(Tagging.tag)
        relations = networks.relationLabels.map { Relation(rawValue: $0) ?? .dep }
        nameTags = networks.nameLabels.map { ($0.hasPrefix("B-"), Name.Kind(rawValue: String($0.dropFirst(2)))) }
    }

    /// `NOUN|Case=Nom|…`, as the model names its tags.
    private static func tag(_ label: String) -> (PartOfSpeech, Features) {
        let parts = label.split(separator: "|", maxSplits: 1)
        let upos = parts.first.flatMap { PartOfSpeech(rawValue: String($0)) } ?? .x
        return (upos, parts.count > 1 ? Features(conllu: String(parts[1])) ?? Features() : Features())
    }

    /// Adds what the networks know of each token of a text.
    func keys(_ utf8: [UInt8], _ tokens: [Token], lowercased: inout [UInt8], into keys: inout [WordKey]) {
        for token in tokens {
            let word = utf8[token.span.start..<token.span.end]
            lowercased.removeAll(keepingCapacity: true)
            LowerCase.append(word.prefix(Tagging.longest), to: &lowercased)
            keys.append(networks.key(lowercased: lowercased[...], shape: shapes.number(of: word)))
        }
    }

    /// Bytes of a word that are looked at; no word of the vocabulary is longer.
    private static let longest = 256

    /// Tags and tree, for the tokens of a text whose words are the `words` of the output, its sentences cut to what is parsed at once `pieces` of them.
    func apply(_ output: NetworkOutput, pieces: ArraySlice<Range<Int>>, of words: Range<Int>, to tokens: inout [Token]) {
        for piece in pieces {
            for word in piece {
                let tag = tags[Int(output.tags[word])], i = word - words.lowerBound
                tokens[i].upos = tag.upos
                tokens[i].feats = tag.feats
                tokens[i].deprel = relations[Int(output.relations[word])]
                let head = Int(output.heads[word])
                tokens[i].head = head == 0 ? -1 : piece.lowerBound - words.lowerBound + head - 1
            }
        }
    }

    /// Names from B- and I-tags: a name begins at a B, goes on over every I, ends before an O (a name without a beginning is none).
    func names(_ found: ArraySlice<UInt8>, _ tokens: [Token]) -> [Name] {
        var names: [Name] = []
        var open: (kind: Name.Kind, first: Int)?
        func close(before end: Int) {
            guard let (kind, first) = open else { return }
            names.append(Name(span: SourceSpan(tokens[first].span.start, tokens[end - 1].span.end), kind: kind, tokens: first..<end))
            open = nil
        }
        for (i, found) in found.enumerated() {
            let tag = nameTags[Int(found)]
            if tag.kind == nil || tag.begins { close(before: i) }
            if tag.begins, let kind = tag.kind { open = (kind, i) }
        }
        close(before: tokens.count)
        return names
    }
}
