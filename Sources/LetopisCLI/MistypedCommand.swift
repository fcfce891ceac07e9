/// The name of a command that does not exist, and the one that was probably meant.
struct MistypedCommand: CustomStringConvertible {
    let given: String
    let meant: String?
    private let commands: [String]

    /// Nil where the arguments begin with an option, or with a command that exists, or are none. Those that are hidden exist and are not told of.
    init?(_ arguments: [String], commands: [String], hidden: [String]) {
        let known = commands + hidden
        guard let first = arguments.first, !first.hasPrefix("-"), !known.contains(first) else { return nil }
        given = first
        self.commands = commands
        let nearest = commands.map { (distance: editDistance($0, first), name: $0) }.min { $0.distance < $1.distance }
        meant = nearest.flatMap { $0.distance <= max(2, $0.name.count / 3) ? $0.name : nil }
    }

    var description: String {
        let hint = meant.map { "Did you mean `letopis \($0)`?" } ?? "There are \(commands.joined(separator: ", ")); see `letopis --help`."
        return "there is no command `\(printable(given))`. \(hint)"
    }
}

/// How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other.
func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.utf8.prefix(64)), b = Array(b.utf8.prefix(64))
    var beforeLast: [Int] = [], last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
