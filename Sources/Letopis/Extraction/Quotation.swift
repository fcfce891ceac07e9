import LetopisText

/// Words between quotation marks.
struct Quotation: Hashable, Sendable {
    /// The words, without the marks.
    var inner: SourceSpan
    /// The words with their marks.
    var outer: SourceSpan
    /// Place of the quotation that holds this one; -1 where there is none.
    var parent = -1
    /// Whether the article has the opening mark.
    var opened = true
    /// Whether the article has the closing mark. One mark may close two: «Он пришёл в «Рога», — сказал сосед.
    var closed = true
}

/// Finds all quotations of an article in one pass over its bytes.
///
/// Marks: « » „ “ ” " and the wiki's ''. Pairs of any kind may nest, the same kind too. A quotation without a closing mark ends with
/// its paragraph, unless the next paragraph closes it; a closing mark without an opening one makes a quotation of no words before it
/// (`opened` is false, `inner` is empty). Guaranteed: in order of their openings; time is linear, whatever the nesting.
struct QuotationScanner {
    private enum Mark: Int { case guillemet, low, high, straight }
    private struct Open {
        var mark: Mark
        var place: Int
        var paragraph: Int
        var lastChildEnd = -1
        var lastChildMark: Mark?
        var paragraphEnd = -1
    }
    private let text: [UInt8]
    private var open: [Open] = []
    private var found: [Quotation] = []
    private var openCount = [0, 0, 0, 0]
    private var paragraph = 0
    /// A quotation goes on over at most so many paragraph ends; a mark that is still open then was lost.
    private static let longest = 6

    private init(_ text: [UInt8]) { self.text = text }

    /// All quotations of a text.
    static func quotations(in text: [UInt8]) -> [Quotation] {
        var scanner = QuotationScanner(text)
        scanner.run()
        scanner.mendParents()
        return scanner.found
    }

    /// A quotation that ended with its paragraph holds none of a later one.
    private mutating func mendParents() {
        for i in found.indices {
            var parent = found[i].parent
            for _ in 0..<Self.longest where parent >= 0 && found[parent].outer.end <= found[i].outer.start { parent = found[parent].parent }
            found[i].parent = parent >= 0 && found[parent].outer.end > found[i].outer.start ? parent : -1
        }
    }

    private mutating func run() {
        var i = 0
        while i < text.count {
            let length = step(at: i)
            i += max(1, length)
        }
        endParagraph(at: text.count)
        while let last = open.last { abandon(last) }
    }

    /// Reads what stands at a place and gives its length in bytes, 0 where it is no mark.
    private mutating func step(at i: Int) -> Int {
        switch text[i] {
        case 0x0A:
            endParagraph(at: i)
        case 0x22:
            straight(at: i, length: 1)
            return 1
        case 0x27 where i + 1 < text.count && text[i + 1] == 0x27:
            straight(at: i, length: 2)
            return 2
        case 0xC2 where i + 1 < text.count && text[i + 1] == 0xAB:
            begin(.guillemet, at: i, length: 2)
            return 2
        case 0xC2 where i + 1 < text.count && text[i + 1] == 0xBB:
            close(.guillemet, at: i, length: 2)
            return 2
        case 0xE2 where i + 2 < text.count && text[i + 1] == 0x80:
            return curly(text[i + 2], at: i)
        default: break
        }
        return 0
    }

    private mutating func curly(_ last: UInt8, at i: Int) -> Int {
        switch last {
        case 0x9E: begin(.low, at: i, length: 3)
        case 0x9C where open.last?.mark != .low && opens(at: i, length: 3) && openCount[Mark.low.rawValue] == 0:
            begin(.high, at: i, length: 3)
        case 0x9C, 0x9D: close(open.last?.mark == .high ? .high : .low, at: i, length: 3)
        default: return 0
        }
        return 3
    }

    /// A mark that looks the same on both sides opens where a word begins and closes where one ends.
    private mutating func straight(at i: Int, length: Int) {
        let isOpen = openCount[Mark.straight.rawValue] > 0
        let before = i > 0 ? text[i - 1] : 0x20
        let after = i + length < text.count ? text[i + length] : 0x20
        let spaceBefore = before <= 0x20 || before == 0x28 || isOpeningMark(endingAt: i)
        let spaceAfter = after <= 0x20 || after == 0x2C || after == 0x2E || after == 0x29 || after == 0x3A || after == 0x3B || after == 0x21
        let opensHere = spaceBefore == spaceAfter ? !isOpen : spaceBefore
        if opensHere { begin(.straight, at: i, length: length) } else { close(.straight, at: i, length: length) }
    }

    private func opens(at i: Int, length: Int) -> Bool {
        let before = i > 0 ? text[i - 1] : 0x20
        let after = i + length < text.count ? text[i + length] : 0x20
        return (before <= 0x20 || before == 0x28 || isOpeningMark(endingAt: i)) && after > 0x20
    }

    /// Whether an opening mark or a dash ends right before a place.
    private func isOpeningMark(endingAt i: Int) -> Bool {
        if i >= 2, text[i - 2] == 0xC2, text[i - 1] == 0xAB || text[i - 1] == 0xA0 { return true }
        guard i >= 3, text[i - 3] == 0xE2, text[i - 2] == 0x80 else { return false }
        return text[i - 1] == 0x9E || text[i - 1] == 0x93 || text[i - 1] == 0x94
    }

    private mutating func begin(_ mark: Mark, at i: Int, length: Int) {
        openCount[mark.rawValue] += 1
        open.append(Open(mark: mark, place: found.count, paragraph: paragraph))
        let parent = open.count > 1 ? open[open.count - 2].place : -1
        found.append(Quotation(inner: SourceSpan(i + length, i + length), outer: SourceSpan(i, i + length), parent: parent, closed: false))
    }

    private mutating func close(_ mark: Mark, at i: Int, length: Int) {
        guard openCount[mark.rawValue] > 0 else {
            let lone = SourceSpan(i, i + length)
            return found.append(Quotation(inner: SourceSpan(i, i), outer: lone, parent: open.last?.place ?? -1, opened: false))
        }
        while let last = open.last {
            if last.mark == mark {
                found[last.place].closed = true
                return end(last, at: i, markLength: length)
            }
            abandon(last)
        }
    }

    /// Ends a quotation whose closing mark is lost: where a mark inside closed both, else with its paragraph.
    private mutating func abandon(_ last: Open) {
        let shared = sharesMark(last)
        found[last.place].closed = shared
        end(
            last, at: shared || last.paragraphEnd < 0 ? max(last.lastChildEnd, found[last.place].inner.start) : last.paragraphEnd,
            markLength: 0)
    }

    private mutating func end(_ last: Open, at i: Int, markLength: Int) {
        open.removeLast()
        openCount[last.mark.rawValue] -= 1
        found[last.place].inner.end = max(found[last.place].inner.start, i)
        found[last.place].outer.end = found[last.place].inner.end + markLength
        guard !open.isEmpty else { return }
        open[open.count - 1].lastChildEnd = found[last.place].outer.end
        open[open.count - 1].lastChildMark = last.mark
    }

    /// Whether the mark that closed a quotation inside, in the same paragraph, closed this one too.
    private func sharesMark(_ last: Open) -> Bool {
        guard last.lastChildEnd >= 0, last.lastChildMark == last.mark, last.paragraphEnd < 0 || last.lastChildEnd <= last.paragraphEnd
        else { return false }
        return endsSpeech(last.lastChildEnd)
    }

    /// Whether a comma, a stop or a dash follows: the mark before it then closes all that is open.
    private func endsSpeech(_ place: Int) -> Bool {
        guard place < text.count else { return true }
        return text[place] == 0x2C || text[place] == 0x2E || text[place] == 0x0A
    }

    /// Ends what has been open for too long, and what a mark inside closed too.
    private mutating func endParagraph(at i: Int) {
        var k = open.count
        while k > 0, open[k - 1].paragraphEnd < 0 {
            k -= 1
            open[k].paragraphEnd = i
        }
        paragraph += 1
        while let last = open.last, paragraph - last.paragraph > Self.longest || sharesMark(last) {
            abandon(last)
        }
    }
}
