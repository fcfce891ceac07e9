internal import ArgumentParser
internal import FoundationEssentials
internal import Letopis

/// What the program says to people, and how it ends.
enum Console {
    /// How text on standard output is set: with colour on a terminal, unless `NO_COLOR` is set (https://no-color.org); as wide as
    /// `COLUMNS` says.
    static let style: Style = {
        let environment = ProcessInfo.processInfo.environment
        let unwanted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let colour = Descriptor.output.isTerminal && !unwanted && environment["TERM"] != "dumb"
        return Style(colour: colour, width: environment["COLUMNS"].flatMap { Int($0) }.map { max(40, $0) } ?? 100)
    }()

    /// One line on standard error, with the program's name. Where even that fails there is nobody left to tell.
    static func complain(_ text: String) {
        try? Descriptor.complaints.write(Array("letopis: \(text)\n".utf8))
    }

    /// Data on standard output.
    static func emit(_ bytes: [UInt8]) throws {
        do {
            try Descriptor.output.write(bytes)
        } catch let error as SystemError {
            throw error.isBrokenPipe ? CommandError.readerGone : CommandError.unwritable(error)
        }
    }

    /// Runs a command, says what went wrong, and ends with the status that belongs to it.
    static func run(_ command: () async throws -> Void) async throws {
        do {
            try await command()
        } catch {
            guard let error = CommandError(any: error) else { throw error }
            if let text = error.message { complain(text) }
            throw ExitCode(error.status)
        }
    }
}

/// Text from outside, fit for a terminal: control characters, which could be commands to it, are shown as `\u{1B}`.
func printable(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
        let control = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
        if control { out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" } else { out.unicodeScalars.append(scalar) }
    }
    return out
}
