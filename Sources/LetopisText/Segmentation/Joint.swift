/// The place between two atoms, with one more on either side, and the rules that say whether both are of one token.
///
/// The rules are razdel's. White space always parts; of the outer atoms only what they are counts, not whether space is between.
struct Joint {
    private var previous = Atom.none(at: 0)
    private var left = Atom.none(at: 0)
    /// The atom that is to be joined or not.
    private(set) var right: Atom
    /// The atom after it.
    var next = Atom.none(at: 0)
    /// How far the token that ends with `left` is a smiley: 0 is none, 1 has eyes, 2 to 4 have a mouth.
    private var smile = 0

    init(right: Atom) { self.right = right }

    /// Goes to the next place.
    mutating func advance(to atom: Atom) {
        previous = left
        left = right
        right = next
        next = atom
    }

    /// Whether `right` goes on with the token that ends with `left`. Asked once a place: it keeps count of smileys.
    mutating func joins(_ text: SourceText) -> Bool {
        guard left.end == right.start, left.kind != .none else { return start() }
        if smile > 0, smile < 4, Mark.isMouth(right.scalar) {
            smile += 1
            return true
        }
        return isInside || arePunctuation || areForeign || isYahoo(text) || start()
    }

    private mutating func start() -> Bool {
        smile = right.kind == .punctuation && Mark.areEyes(right.scalar) ? 1 : 0
        return false
    }

    /// Words and numbers around a mark that ties them: «кто-то», `snake_case`, «3,14», «1/2».
    private var isInside: Bool {
        ties(Mark.isDash, Joint.neitherIsMark) || ties(Joint.isUnderscore, Joint.neitherIsMark)
            || ties(Joint.isComma, Joint.areNumbers) || ties(Joint.isSlash, Joint.areNumbers)
    }

    /// Whether one of the two atoms is such a mark, and the atoms around it fit. A mark on the left decides alone.
    @inline(__always)
    private func ties(_ isTie: (UInt32) -> Bool, _ fit: (Atom, Atom) -> Bool) -> Bool {
        if left.kind == .punctuation, isTie(left.scalar) { return fit(previous, right) }
        if right.kind == .punctuation, isTie(right.scalar) { return fit(left, next) }
        return false
    }

    private static func isUnderscore(_ scalar: UInt32) -> Bool { scalar == 0x5F }
    private static func isComma(_ scalar: UInt32) -> Bool { scalar == 0x2C || scalar == Mark.dot }
    private static func isSlash(_ scalar: UInt32) -> Bool { scalar == 0x2F || scalar == 0x5C }
    private static func areNumbers(_ left: Atom, _ right: Atom) -> Bool { left.kind == .number && right.kind == .number }
    private static func neitherIsMark(_ left: Atom, _ right: Atom) -> Bool {
        left.kind.isWordLike && right.kind.isWordLike
    }

    /// `?!`, `...`, `--`, `**`.
    private var arePunctuation: Bool {
        guard left.kind == .punctuation, right.kind == .punctuation else { return false }
        if Mark.isEnding(left.scalar), Mark.isEnding(right.scalar) { return true }
        return left.scalar == right.scalar && (left.scalar == 0x2D || left.scalar == 0x2A)
    }

    /// Letters of other alphabets among those of ours: «війна», «mβж».
    private var areForeign: Bool {
        left.kind == .other && right.kind.isLetters || left.kind.isLetters && right.kind == .other
    }

    /// `Yahoo!`
    private func isYahoo(_ text: SourceText) -> Bool {
        guard right.scalar == 0x21, left.kind == .latin, left.end - left.start == 5 else { return false }
        return text.utf8[left.start..<left.end].lazy.map { $0 | 0x20 }.elementsEqual("yahoo".utf8)
    }
}

extension AtomKind {
    /// Whether it is anything but punctuation and nothing.
    fileprivate var isWordLike: Bool { self != .punctuation && self != .none }
    /// Whether it is letters, of whatever alphabet, or a sign that behaves so.
    fileprivate var isLetters: Bool { self == .other || self == .russian || self == .latin }
}
