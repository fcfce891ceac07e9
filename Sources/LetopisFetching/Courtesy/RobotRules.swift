/// What one robots.txt says to us (RFC 9309): which paths, and how long to pause between two of them.
///
/// Linear in the file and, for one question, in path and rules together, whatever asterisks the rules have.
public struct RobotRules: Hashable, Sendable {
    private struct Rule: Hashable, Sendable {
        let pattern: [UInt8]
        let allows: Bool
    }

    private var rules: [Rule] = []
    /// Seconds between two fetches, where the file says so (`Crawl-delay`, which is not in the RFC but in many files).
    public private(set) var delay: Double?
    private let closed: Bool

    /// No rules: all may be fetched.
    public static let open = RobotRules(closed: false)
    /// Nothing may be fetched: the file could not be read.
    public static let closed = RobotRules(closed: true)

    private init(closed: Bool) { self.closed = closed }

    /// Rules after which nothing more of a file is read.
    static let mostRules = 10_000

    /// Reads the groups for `agent`, or where there is none, those for `*`. What is not understood is passed over.
    public init(_ file: [UInt8], agent: String) {
        self.init(closed: false)
        var own = RobotRules(closed: false), common = RobotRules(closed: false), hasOwn = false
        var named: Set<String> = [], inRules = false
        for line in file.prefix(FetchLimits.mostRobotsBytes).split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            guard let (key, value) = RobotRules.field(line) else { continue }
            if key == "user-agent" {
                if inRules { named = [] }
                inRules = false
                named.insert(RobotRules.token(value))
                hasOwn = hasOwn || named.contains(agent.lowercased())
            } else if ["allow", "disallow", "crawl-delay"].contains(key) {
                inRules = true
                if named.contains(agent.lowercased()) { own.add(key, value) }
                if named.contains("*") { common.add(key, value) }
            }
        }
        self = hasOwn ? own : common
    }

    /// Whether a path with its query may be fetched: the longest rule that fits decides, of two that are as long the one that allows.
    public func allows(_ target: String) -> Bool {
        guard !closed, target != "/robots.txt" else { return !closed }
        let path = RobotRules.canonical(Array(target.utf8))
        var best = -1, allowed = true
        for rule in rules where rule.pattern.count >= best && RobotRules.fits(path, rule.pattern) {
            allowed = rule.pattern.count == best ? allowed || rule.allows : rule.allows
            best = rule.pattern.count
        }
        return allowed
    }

    private mutating func add(_ key: String, _ value: ArraySlice<UInt8>) {
        if key == "crawl-delay" {
            guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds >= 0 else { return }
            delay = min(max(delay ?? 0, seconds), FetchLimits.mostCrawlDelay)
        } else if !value.isEmpty, rules.count < RobotRules.mostRules {
            rules.append(Rule(pattern: RobotRules.canonical(Array(value)), allows: key == "allow"))
        }
    }

    /// A line's key in lower case and its value, without comment and blanks.
    private static func field(_ line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        var line = line.prefix { $0 != UInt8(ascii: "#") }
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex <= 32 else { return nil }
        return (String(decoding: trimmed(line[..<colon]), as: UTF8.self).lowercased(), trimmed(line[(colon + 1)...]))
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
        return text
    }

    /// An agent's name: `*`, or letters, hyphens and underscores up to whatever else follows.
    private static func token(_ value: ArraySlice<UInt8>) -> String {
        guard value.first != UInt8(ascii: "*") else { return "*" }
        let letters = value.prefix { (0x41...0x5A).contains($0 & 0xDF) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        return String(decoding: letters, as: UTF8.self).lowercased()
    }

    /// Percent-encoded where a URL is, and letters and digits never, so that both sides are written alike.
    private static func canonical(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [], at = 0
        while at < text.count {
            let digits = text[at] == UInt8(ascii: "%") ? text[(at + 1)...].prefix(2).compactMap(hexadecimal) : []
            let byte = digits.count == 2 ? digits[0] << 4 | digits[1] : text[at]
            let plain = digits.count < 2 ? (0x21...0x7E).contains(byte) : isUnreserved(byte)
            if plain {
                out.append(byte)
            } else {
                out += [0x25, "0123456789ABCDEF".utf8.digit(byte >> 4), "0123456789ABCDEF".utf8.digit(byte & 15)]
            }
            at += digits.count == 2 ? 3 : 1
        }
        return out
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 || "-._~".utf8.contains(byte)
    }
}

extension String.UTF8View {
    fileprivate func digit(_ value: UInt8) -> UInt8 { self[index(startIndex, offsetBy: Int(value))] }
}
