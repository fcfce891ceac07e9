internal import Foundation
internal import Testing

/// What the pages show is what the program prints: each `<!-- output: COMMAND -->` is followed by a block that holds the command's output.
/// `LETOPIS_RECORD=1` writes the blocks of letopis's own commands anew, and fails that run.
@Suite(.enabled(if: Program.canRead)) struct ShownOutputTests {
    private struct Block {
        var command: String
        var lines: Range<Int>
    }

    @Test(arguments: ["README.md", "Docs/command-line.md"]) func blocksHoldWhatIsPrinted(_ page: String) throws {
        let file = Program.checkout.appendingPathComponent(page)
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let blocks = blocks(lines)
        var recorded = false
        for block in blocks.reversed() where !block.command.hasPrefix("make ") {
            let printed = try output(of: block.command)
            if ProcessInfo.processInfo.environment["LETOPIS_RECORD"] == "1" {
                recorded = recorded || Array(lines[block.lines]) != printed
                lines.replaceSubrange(block.lines, with: printed)
            } else {
                #expect(Array(lines[block.lines]) == printed, "\(page): `\(block.command)`")
            }
        }
        guard recorded else { return }
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        Issue.record("wrote the outputs in \(page) anew: read them, and run again without LETOPIS_RECORD")
    }

    /// A marker with nothing under it shows nothing.
    @Test(arguments: ["README.md", "Docs/command-line.md"]) func everyMarkerHasItsBlock(_ page: String) throws {
        let lines = try String(contentsOf: Program.checkout.appendingPathComponent(page), encoding: .utf8).components(separatedBy: "\n")
        #expect(blocks(lines).count == lines.filter { $0.hasPrefix("<!-- output: ") }.count)
        #expect(blocks(lines).allSatisfy { !$0.lines.isEmpty })
    }

    private func blocks(_ lines: [String]) -> [Block] {
        lines.indices.compactMap { i in
            guard lines[i].hasPrefix("<!-- output: "), lines[i].hasSuffix(" -->"), i + 1 < lines.count, lines[i + 1].hasPrefix("```"),
                let end = lines[(i + 2)...].firstIndex(where: { $0.hasPrefix("```") })
            else { return nil }
            return Block(command: String(lines[i].dropFirst(13).dropLast(4)), lines: i + 2..<end)
        }
    }

    /// The command's output, by the shell, in the checkout; `letopis` is the program that was built with the tests.
    private func output(of command: String) throws -> [String] {
        let path = Program.folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        let run = try Program.run(
            ["-c", command], in: Program.checkout, environment: ["PATH": path, "COLUMNS": "100"], program: "/bin/sh")
        var lines = run.output.components(separatedBy: "\n")
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
