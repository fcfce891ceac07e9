internal import LetopisFormats

/// The bytes of a file that may be compressed, member after member, a bounded piece at a time.
final class MemberReader {
    /// What should be known of the compressed data.
    private(set) var notices: [Notice] = []
    /// Whether no more bytes come.
    var isOver = false
    private var queue: [UInt8] = []
    private var at = 0
    /// What the file is compressed with, once that is known; nil of a file that is not.
    private var compression: Compression?
    private var isKnown = false
    private var member: Decompressor?
    /// How many bytes the member has used.
    private var used = 0
    /// How many bytes were before those in the queue.
    private var before = 0
    /// Members are given pieces that end where a multiple of this does: how much of a damaged one is used depends on how it is cut.
    private static let pieceBytes = 4096

    /// Takes bytes.
    func push(_ bytes: [UInt8]) {
        queue.removeFirst(at)
        before += at
        at = 0
        queue += bytes
    }

    /// The next bytes that come out; nil where more are wanted to go in, or none are left.
    func next() -> [UInt8]? {
        if !isKnown {
            guard queue.count >= 4 || isOver else { return nil }
            compression = Compression(sniffing: queue)
            isKnown = true
        }
        guard let compression else { return plain() }
        while at < queue.count {
            if member == nil, !begin(compression) { break }
            let edge = at + Self.pieceBytes - (before + at) % Self.pieceBytes
            guard let member, queue.count >= edge || isOver else { break }
            var out: [UInt8] = []
            let taken = member.push(queue[at..<min(queue.count, edge)], into: &out)
            at += taken
            used += taken
            if member.progress != .wantsMore { end(member.progress) }
            if !out.isEmpty { return out }
        }
        if isOver, at == queue.count, member != nil {
            note(.malformed, "The file ends inside compressed data.")
            member = nil
        }
        return nil
    }

    private func plain() -> [UInt8]? {
        guard at < queue.count else { return nil }
        defer { at = queue.count }
        return Array(queue[at...])
    }

    /// Begins the next member that there is; false where none begins in what is here.
    private func begin(_ compression: Compression) -> Bool {
        while at < queue.count {
            guard queue.count - at >= 4 || isOver else { return false }
            let first = queue[at]
            let mayBegin = first == 0x1F || first == 0x28 || first & 0xF0 == 0x50
            if mayBegin, Compression(sniffing: queue[at..<min(queue.count, at + 4)]) == compression {
                member = Decompressor(compression, mostBytes: Int.max)
                return true
            }
            at += 1
        }
        return false
    }

    private func end(_ progress: Decompressor.Progress) {
        member = nil
        // What used nothing would begin at the same place for ever.
        if used == 0 { at += 1 }
        used = 0
        if progress == .expandsTooFar {
            note(.refused, "Compressed data expand more than \(PageCaps.expansion) times: they were read no further.")
        }
        if progress == .malformed { note(.malformed, "Compressed data are damaged; the next that begin after them were looked for.") }
    }

    private func note(_ kind: Notice.Kind, _ words: String) { if notices.count < 50 { notices.append(Notice(kind, words)) } }
}
