internal import LetopisText

/// How names change with case, read from `name-endings.txt`: which nominatives a form could be a form of.
///
/// What it does not do: it does not decide between them; the article's other mentions do.
struct NameEndings: Sendable {
    private struct Paradigm: Sendable {
        /// The ending of the nominative.
        var nominative: [UInt8]
        /// Masculine, feminine, or nil for both.
        var gender: Gender?
        /// A plural: only places have such names.
        var isPlural = false
        /// The endings of the genitive, dative, accusative, instrumental and locative.
        var others: [(case: Case, ending: [UInt8])]
    }
    private let paradigms: [Paradigm]
    /// The endings of all paradigms, in their order.
    private let endings: [(paradigm: Int, case: Case, ending: [UInt8])]
    /// Their places by their last byte.
    private let endingsByByte: [UInt8: [Int]]
    private let vowels: Set<UInt16>
    private let patronymics: [[UInt8]]
    /// Endings of words that as a rule keep their form: «Саакашвили».
    private let kept: [[UInt8]]
    /// Two letters that never stand side by side where stem and ending meet.
    private let unjoined: Set<[UInt8]>
    /// What is left of a word must have at least this many bytes: two Cyrillic letters.
    private static let leastStem = 4
    /// Before an ending of three letters one is enough: «Льва».
    private static let longEnding = 6

    /// Reads the file's bytes.
    init(_ text: [UInt8]) throws(LexiconError) {
        var paradigms: [Paradigm] = [], vowels: Set<UInt16> = [], patronymics: [[UInt8]] = [], kept: [[UInt8]] = [],
            unjoined: Set<[UInt8]> = []
        for line in try lexiconLines(text, file: "name-endings.txt", fields: 2) {
            let head = line.fields[0].split(separator: " ").map(String.init)
            let endings = foldedWords(line.fields[1])
            guard head.count >= 2, ["vowels", "patronymics", "unjoined", "kept"].contains(head[1]) || endings.count == 5 else {
                throw LexiconError(file: "name-endings.txt", line: line.number, kind: .fields)
            }
            switch head[1] {
            case "patronymics": patronymics = endings
            case "kept": kept = endings
            case "unjoined": unjoined = Set(endings)
            case "vowels": vowels = Set(endings.filter { $0.count == 2 }.map { UInt16($0[0]) << 8 | UInt16($0[1]) })
            case "any": paradigms.append(NameEndings.paradigm(head[0], nil, endings))
            case "plur":
                paradigms.append(NameEndings.paradigm(head[0], nil, endings))
                paradigms[paradigms.count - 1].isPlural = true
            case "fem": paradigms.append(NameEndings.paradigm(head[0], .feminine, endings))
            case "masc": paradigms.append(NameEndings.paradigm(head[0], .masculine, endings))
            default: throw LexiconError(file: "name-endings.txt", line: line.number, kind: .unknown(head[1]))
            }
        }
        paradigms = paradigms.filter { $0.nominative.count >= Self.longEnding } + paradigms.filter { $0.nominative.count < Self.longEnding }
        endings = paradigms.enumerated().flatMap { place, paradigm in paradigm.others.map { (place, $0.case, $0.ending) } }
        endingsByByte = Dictionary(grouping: endings.indices) { [endings] in endings[$0].ending.last ?? 0 }
        self.paradigms = paradigms
        (self.vowels, self.patronymics, self.unjoined, self.kept) = (vowels, patronymics, unjoined, kept)
    }

    /// Every nominative that a form could belong to, folded, the form itself first. A gender, where it is known, leaves out the
    /// paradigms of the other one, and a case the endings of other cases. People have no plural.
    func nominatives(of form: ArraySlice<UInt8>, gender: Gender?, in wanted: Case? = nil, plurals: Bool = false) -> [[UInt8]] {
        let form = folded(form)
        if !plurals, let hyphen = form.lastIndex(of: UInt8(ascii: "-")), hyphen > 0, hyphen + 1 < form.count {
            return doubles(Array(form[..<hyphen]), Array(form[(hyphen + 1)...]), gender, wanted)
        }
        return singles(form, gender, wanted, plurals)
    }

    /// Those of a double name, of which both parts change with case: «Франка-Вальтера».
    private func doubles(_ first: [UInt8], _ last: [UInt8], _ gender: Gender?, _ wanted: Case?) -> [[UInt8]] {
        let firsts = singles(first, gender, wanted, false), hyphen = [UInt8(ascii: "-")]
        let changed = singles(last, gender, wanted, false).dropFirst().flatMap { last in
            (firsts.dropFirst() + firsts.prefix(1)).map { $0 + hyphen + last }
        }
        return [first + hyphen + last] + changed
    }

    private func singles(_ form: [UInt8], _ gender: Gender?, _ wanted: Case?, _ plurals: Bool) -> [[UInt8]] {
        var found = [form]
        for place in form.last.flatMap({ endingsByByte[$0] }) ?? [] {
            let (number, grammaticalCase, ending) = endings[place], paradigm = paradigms[number]
            guard plurals || !paradigm.isPlural, paradigm.gender == nil || gender == nil || paradigm.gender == gender,
                wanted == nil || wanted == grammaticalCase, form.hasEnding(ending),
                form.count - ending.count >= (ending.count >= Self.longEnding ? 2 : Self.leastStem)
            else { continue }
            let stem = form.dropLast(ending.count)
            guard !unjoined.contains(Array(stem.suffix(2) + paradigm.nominative.prefix(2))) else { continue }
            let whole = Array(stem) + paradigm.nominative
            if !(paradigm.nominative.isEmpty && endsInVowel(stem)), !found.contains(whole) { found.append(whole) }
        }
        return found
    }

    /// A name of one word in the genitive; an abbreviation as it is. Nil where the word may be of several kinds, or changes in other ways.
    func genitive(of name: String) -> String? {
        let bytes = Array(name.utf8), word = folded(bytes[...])
        guard !bytes.contains(32), word.count > Self.leastStem else { return nil }
        if keepsForm(word) || !bytes[2..<4].elementsEqual(word[2..<4]) { return name }
        let fitting = paradigms.filter { !$0.isPlural && word.hasEnding($0.nominative) }
        guard let best = fitting.max(by: { $0.nominative.count < $1.nominative.count }), best.gender == nil || best.nominative.isEmpty,
            !(best.nominative.isEmpty && endsInVowel(word[...])), best.others.contains(where: { $0.case == .accusative }),
            let ending = best.others.first(where: { $0.case == .genitive })?.ending
        else { return nil }
        return String(decoding: bytes.dropLast(best.nominative.count) + ending, as: UTF8.self)
    }

    /// Whether a word, folded, as a rule has the same form in all cases; a dictionary may know better.
    func keepsForm(_ form: [UInt8]) -> Bool { kept.contains { form.hasEnding($0) } }

    /// Whether a form ends as a nominative of either gender may: «Медведева» is of «Медведева» and of «Медведев».
    func isOpen(_ form: ArraySlice<UInt8>) -> Bool {
        let form = folded(form)
        return paradigms.contains { $0.gender == .masculine && $0.nominative.isEmpty && form.hasEnding($0.others[0].ending) }
    }

    /// Whether a word has in it what patronymics end in: a look before the dictionary is asked.
    func isPatronymic(_ form: ArraySlice<UInt8>) -> Bool {
        let form = folded(form).dropLast(2)
        return patronymics.contains { ending in (0...4).contains { form.dropLast($0).suffix(ending.count).elementsEqual(ending) } }
    }

    /// Whether a form could be a case form of a nominative, which may be a plural; both are folded. Says what `nominatives` says.
    func couldBe(_ form: ArraySlice<UInt8>, of nominative: [UInt8]) -> Bool {
        let shared = zip(form, nominative).prefix { $0 == $1 }.count
        if shared == form.count, shared == nominative.count { return true }
        return paradigms.contains { paradigm in
            let stem = nominative.dropLast(paradigm.nominative.count)
            guard stem.count >= Self.leastStem, stem.count <= shared, nominative.hasEnding(paradigm.nominative) else { return false }
            let ending = form.dropFirst(stem.count)
            guard paradigm.others.contains(where: { $0.ending.elementsEqual(ending) }) else { return false }
            return !(paradigm.nominative.isEmpty && endsInVowel(stem))
        }
    }

    private func endsInVowel(_ stem: ArraySlice<UInt8>) -> Bool {
        stem.count < 2 || vowels.contains(UInt16(stem[stem.endIndex - 2]) << 8 | UInt16(stem[stem.endIndex - 1]))
    }

    /// `-` stands for no ending, `/` stands between variants, `~` where a case has no ending of its own.
    private static func paradigm(_ nominative: String, _ gender: Gender?, _ fields: [[UInt8]]) -> Paradigm {
        let cases: [Case] = [.genitive, .dative, .accusative, .instrumental, .locative]
        let others = zip(cases, fields).flatMap { grammaticalCase, field in
            field.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual("~".utf8) }.map { (grammaticalCase, Array($0)) }
        }
        return Paradigm(nominative: nominative == "-" ? [] : folded(Array(nominative.utf8)[...]), gender: gender, others: others)
    }
}

extension [UInt8] {
    func hasEnding(_ ending: [UInt8]) -> Bool {
        guard count >= ending.count else { return false }
        let start = count - ending.count
        for i in ending.indices where self[start + i] != ending[i] { return false }
        return true
    }
}
