internal import LetopisNeural

/// The paradigms of a dictionary: for each form a prefix, a suffix and a tag. The first form is the normal form.
struct Paradigms: Sendable {
    private let columns: MappedArray<UInt16>
    private let offsets: MappedArray<UInt32>
    let suffixes: TextTable
    let prefixes: [[UInt8]]

    init(_ pack: Pack) throws(PackError) {
        columns = try pack.array("paradigms", of: UInt16.self, rank: 1).0
        offsets = try pack.array("paradigms.offsets", of: UInt32.self, rank: 1).0
        suffixes = try TextTable("suffixes", in: pack)
        prefixes = try pack.lines("paradigms.prefixes").map { Array($0.utf8) }
    }

    /// One form of a paradigm.
    struct Form {
        var tag: UInt16
        var suffix: Int
        var prefix: Int
    }

    /// How many forms a paradigm has; 0 where there is no such paradigm.
    func count(_ paradigm: UInt16) -> Int {
        guard let start = offsets.at(Int(paradigm)), let end = offsets.at(Int(paradigm) + 1), start <= end else { return 0 }
        return Int(end - start) / 3
    }

    /// A form of a paradigm; nil where the pack has none.
    @inline(__always) func form(_ paradigm: UInt16, _ index: Int) -> Form? {
        let count = self.count(paradigm)
        guard index >= 0, index < count, let start = offsets.at(Int(paradigm)).map({ Int($0) + index }),
            let suffix = columns.at(start), let tag = columns.at(start + count), let prefix = columns.at(start + 2 * count)
        else { return nil }
        return Form(tag: tag, suffix: Int(suffix), prefix: Int(prefix))
    }

    /// The part of `word` that all forms share, given which form it is. A guessed word may end otherwise than the form's suffix; then
    /// as many code points as the suffix has are cut off.
    func stem(of word: [UInt8], as form: Form) -> Range<Int> {
        let prefix = form.prefix < prefixes.count ? prefixes[form.prefix].count : 0
        let start = min(prefix, word.count)
        let end = word.count - suffixes.range(form.suffix).count
        let fits = end >= start && suffixes.range(form.suffix).enumerated().allSatisfy { suffixes.bytes[$1] == word[end + $0] }
        let cut = fits ? end : UTF8Text.dropLast(letters(form.suffix), of: word)
        return start..<max(start, cut)
    }

    /// Appends a form to `word`, from its stem.
    func append(_ form: Form, stem: ArraySlice<UInt8>, to word: inout [UInt8]) {
        if form.prefix < prefixes.count { word.append(contentsOf: prefixes[form.prefix]) }
        word.append(contentsOf: stem)
        for i in suffixes.range(form.suffix) { word.append(suffixes.bytes[i]) }
    }

    private func letters(_ suffix: Int) -> Int { suffixes.range(suffix).count { suffixes.bytes[$0] & 0xC0 != 0x80 } }
}
