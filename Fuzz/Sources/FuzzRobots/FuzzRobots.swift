import FuzzDriver
import LetopisFetching

/// What libFuzzer calls with every input: a path up to the first line end, and a robots.txt behind it.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, readRobots) }

private func readRobots(_ selector: UInt8, _ bytes: [UInt8]) {
    let line = Array(bytes.prefix { $0 != 10 }), file = Array(bytes.dropFirst(line.count + 1))
    let path = "/" + String(decoding: line, as: UTF8.self)
    let rules = RobotRules(file, agent: "Letopis")
    promise(rules.delay.map { $0 >= 0 && $0 <= FetchLimits.mostCrawlDelay } ?? true, "a pause is a number, and capped")
    _ = rules.allows(path)
    promise(RobotRules(Array("User-agent: x\nDisallow: /\n".utf8), agent: "Letopis").allows(path), "others' rules are not ours")
    checkPattern(Array(file.prefix { $0 != 10 && $0 != 13 }), on: Array(path.utf8))
    if selector & 1 == 1 {
        let group = Array("User-agent: *\n".utf8) + file
        promise(RobotRules(group, agent: "Letopis") == RobotRules(group, agent: "LETOPIS"), "names are the same in any case")
    }
}

/// A rule fits where a table of all its ways to fit says so. Only for bytes that nothing is done to before they are compared.
private func checkPattern(_ pattern: [UInt8], on path: [UInt8]) {
    let isPlain = { (bytes: [UInt8]) in
        bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "#") }
    }
    guard !pattern.isEmpty, pattern.count <= 64, path.count <= 256, isPlain(pattern), isPlain(path), path != Array("/robots.txt".utf8)
    else { return }
    let rules = RobotRules(Array("User-agent: *\nDisallow: ".utf8) + pattern, agent: "Letopis")
    promise(rules.allows(String(decoding: path, as: UTF8.self)) != fits(path, pattern), "a rule fits where it says")
}

/// Whether a path begins as a pattern says, by trying every length of every asterisk at once.
private func fits(_ path: [UInt8], _ pattern: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    var ends: Set<Int> = [0]
    for byte in isAnchored ? pattern.dropLast() : pattern[...] {
        if byte == UInt8(ascii: "*") {
            if let first = ends.min() { ends = Set(first...path.count) }
        } else {
            ends = Set(ends.filter { $0 < path.count && path[$0] == byte }.map { $0 + 1 })
        }
    }
    return isAnchored ? ends.contains(path.count) : !ends.isEmpty
}
