extension RobotRules {
    /// Whether a path begins as a pattern says: `*` is any text, `$` at the end is the end of the path.
    static func fits(_ path: [UInt8], _ pattern: [UInt8]) -> Bool {
        let anchored = pattern.last == UInt8(ascii: "$")
        let pieces = (anchored ? pattern.dropLast() : pattern[...]).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = pieces.first, path.starts(with: first) else { return false }
        var at = first.count
        for piece in pieces.dropFirst().dropLast(anchored ? 1 : 0) {
            guard let end = end(of: Array(piece), in: path, from: at) else { return false }
            at = end
        }
        guard anchored else { return true }
        guard pieces.count > 1, let last = pieces.last else { return at == path.count }
        return path.count - at >= last.count && path[at...].suffix(last.count).elementsEqual(last)
    }

    /// Where the first occurrence of `piece` at or after `start` ends. Knuth, Morris and Pratt: no byte is looked at twice.
    private static func end(of piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
        guard !piece.isEmpty else { return start }
        var borders = [0], matched = 0
        for byte in piece.dropFirst() {
            while matched > 0, piece[matched] != byte { matched = borders[matched - 1] }
            if piece[matched] == byte { matched += 1 }
            borders.append(matched)
        }
        matched = 0
        for (at, byte) in zip(path.indices[start...], path[start...]) {
            while matched > 0, piece[matched] != byte { matched = borders[matched - 1] }
            if piece[matched] == byte { matched += 1 }
            if matched == piece.count { return at + 1 }
        }
        return nil
    }
}
