/// A stretch of characters of one kind, the smallest thing a token is made of.
struct Atom: Hashable, Sendable {
    var start: Int
    var end: Int
    var kind: AtomKind
    /// Its first character: all of it, where it is punctuation.
    var scalar: UInt32

    /// What stands before the first atom and after the last.
    static func none(at offset: Int) -> Atom { Atom(start: offset, end: offset, kind: .none, scalar: 0) }
}

/// Cuts a text into tokens: into atoms first, of which neighbours are then joined by the rules of `Joint`.
///
/// Guaranteed: linear time, two atoms of memory; tokens in order, not overlapping, and covering all that is not white space.
struct Tokenizer {
    let text: SourceText

    /// Appends the text's tokens.
    func append(to tokens: inout [Token]) {
        var joint = Joint(right: atom(from: 0))
        joint.next = atom(from: joint.right.end)
        while joint.right.kind != .none {
            if joint.joins(text), !tokens.isEmpty {
                tokens[tokens.count - 1].span.end = joint.right.end
            } else {
                tokens.append(Token(span: SourceSpan(joint.right.start, joint.right.end)))
            }
            joint.advance(to: atom(from: joint.next.end))
        }
    }

    /// The first atom at or after an offset.
    private func atom(from offset: Int) -> Atom {
        let start = text.skipSpace(offset..<text.end)
        guard start < text.end else { return .none(at: text.end) }
        let (scalar, next) = text.character(at: start)
        let kind = text.classes[scalar].atom
        let end = kind.isRun ? runEnd(kind, next) : next
        return Atom(start: start, end: end, kind: kind, scalar: scalar)
    }

    private func runEnd(_ kind: AtomKind, _ offset: Int) -> Int {
        var offset = offset
        while offset < text.end {
            let (found, next) = text.characterClass(at: offset)
            if found.atom != kind { break }
            offset = next
        }
        return offset
    }
}
