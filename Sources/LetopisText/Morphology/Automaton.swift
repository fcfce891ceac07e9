internal import LetopisNeural

/// A dawgdic automaton in a pack: keys of bytes. Format: dawgdic (S. Yata), as pymorphy2-dicts writes it.
///
/// Guaranteed, whatever the units say: no read outside the pack.
struct Automaton: Sendable {
    let units: MappedArray<UInt32>

    /// Where every key begins.
    static let root = 0

    /// The state after `label`.
    @inline(__always) func follow(_ label: UInt8, from state: Int) -> Int? {
        guard let unit = units.at(state) else { return nil }
        let offset = (unit >> 10) << ((unit & 0x200) >> 6)
        let next = Int(UInt32(truncatingIfNeeded: state) ^ offset ^ UInt32(label))
        guard let target = units.at(next), target & 0x8000_00FF == UInt32(label) else { return nil }
        return next
    }

    /// The state after all of `labels`.
    func follow(_ labels: some Sequence<UInt8>, from state: Int) -> Int? {
        var state = state
        for label in labels {
            guard let next = follow(label, from: state) else { return nil }
            state = next
        }
        return state
    }

    /// Whether a key ends in `state`.
    @inline(__always) func endsKey(_ state: Int) -> Bool { (units.at(state) ?? 0) & 0x100 != 0 }

    /// The number stored with the key that ends in `state`.
    func value(_ state: Int) -> Int? {
        guard let unit = units.at(state), unit & 0x100 != 0 else { return nil }
        let offset = (unit >> 10) << ((unit & 0x200) >> 6)
        return units.at(Int(UInt32(truncatingIfNeeded: state) ^ offset)).map { Int($0 & 0x7FFF_FFFF) }
    }

}

/// An automaton from keys to records: the key, a separator, and a record in base 64; with the guide to what may follow.
///
/// Guaranteed, whatever the units and the guide say: an end, since keys longer than `Walk.longest` and walks of more than `Walk.most`
/// steps are given up.
struct RecordAutomaton: Sendable {
    let automaton: Automaton
    private let guide: MappedArray<UInt8>

    /// Stands between a key and its records.
    private static let separator: UInt8 = 1

    init(_ name: String, in pack: Pack) throws(PackError) {
        automaton = Automaton(units: try pack.array(name + ".units", of: UInt32.self, rank: 1).0)
        guide = try pack.bytes(name + ".guide")
    }

    /// Appends the records that follow the separator after `state`, in the order of their bytes.
    func appendRecords(after state: Int, with walk: inout Walk) {
        guard let start = automaton.follow(RecordAutomaton.separator, from: state) else { return }
        walk.start(at: start)
        var steps = 0
        while let state = walk.states.last, steps < Walk.most {
            steps += 1
            if automaton.endsKey(state) { walk.keepRecord() }
            guard descend(from: state, &walk) ?? advance(&walk) else { return }
        }
    }

    /// Goes to the first state below; nil where there is none, false where the guide is wrong or the key too long.
    @inline(__always) private func descend(from state: Int, _ walk: inout Walk) -> Bool? {
        guard let label = guide.at(2 * state), label != 0 else { return nil }
        return walk.key.count < Walk.longest && push(label, from: state, &walk)
    }

    /// Goes back until a state has a next sibling, and to that; false at the end.
    @inline(__always) private func advance(_ walk: inout Walk) -> Bool {
        while let state = walk.states.popLast(), let above = walk.states.last {
            walk.key.removeLast()
            if let label = guide.at(2 * state + 1), label != 0 { return push(label, from: above, &walk) }
        }
        return false
    }

    @inline(__always) private func push(_ label: UInt8, from state: Int, _ walk: inout Walk) -> Bool {
        guard let next = automaton.follow(label, from: state) else { return false }
        walk.key.append(label)
        walk.states.append(next)
        return true
    }
}

/// What a walk through an automaton needs: kept from one walk to the next, so that nothing is allocated.
struct Walk: Sendable {
    /// More bytes than any record has.
    static let longest = 16
    /// More steps than all records of a key take.
    static let most = 1 << 14

    var states: [Int] = []
    var key: [UInt8] = []
    /// The records met so far: up to eight bytes each, the last byte lowest.
    var records: [UInt64] = []

    mutating func start(at state: Int) {
        states.removeAll(keepingCapacity: true)
        key.removeAll(keepingCapacity: true)
        states.append(state)
    }

    /// Decodes the key, a record in base 64, of at most eight bytes.
    mutating func keepRecord() {
        var letters = 0
        var record: UInt64 = 0
        for letter in key {
            guard let digit = Walk.digit(letter) else { break }
            letters += 1
            record = record << 6 | digit
        }
        // Eight bytes are eleven letters, 66 bits: the two lowest are padding, and the shift above has lost the two highest.
        guard letters > 0, letters <= 10 else { return records.append(Walk.long(key, letters)) }
        records.append(record >> UInt64(letters * 6 % 8))
    }

    private static func long(_ key: [UInt8], _ letters: Int) -> UInt64 {
        guard letters == 11 else { return 0 }
        let head = key.prefix(10).reduce(0) { $0 << 6 | (digit($1) ?? 0) }
        return head << 4 | (digit(key[10]) ?? 0) >> 2
    }

    @inline(__always) private static func digit(_ letter: UInt8) -> UInt64? {
        switch letter {
        case 65...90: UInt64(letter - 65)
        case 97...122: UInt64(letter - 71)
        case 48...57: UInt64(letter + 4)
        case 43: 62
        case 47: 63
        default: nil
        }
    }
}
