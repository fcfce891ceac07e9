/// A line on a terminal that says how far long work has come. Where standard error is no terminal, it says nothing.
final class Progress {
    private let isShown = Descriptor.complaints.isTerminal
    private let clock = ContinuousClock()
    private let begun = ContinuousClock.now
    private var drawn = ContinuousClock.now
    private var isDrawn = false

    /// Says that so many are done, of how many where that is known; ten times a second at most.
    func show(_ done: Int, of all: Int?, _ what: String) {
        guard isShown, !isDrawn || drawn.duration(to: clock.now) > .milliseconds(100) else { return }
        (drawn, isDrawn) = (clock.now, true)
        let seconds = max(0.001, Double(begun.duration(to: drawn) / .seconds(1)))
        let rate = "\(Int(Double(done) / seconds))/s"
        guard let all, all > 0 else { return draw("\(done) \(what), \(rate)") }
        let width = 30, filled = min(width, width * done / all)
        draw(
            "[\(String(repeating: "#", count: filled))\(String(repeating: "-", count: width - filled))] \(done) of \(all) \(what), \(rate)")
    }

    /// Takes the line away, so that something else can be written.
    func clear() {
        guard isDrawn else { return }
        isDrawn = false
        draw("")
    }

    private func draw(_ text: String) { try? Descriptor.complaints.write(Array("\r\u{1B}[K\(text)".utf8)) }
}
