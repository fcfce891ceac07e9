/// Cuts the bytes of a WARC file, decompressed, into records.
struct WARCParser {
    /// What should be known of the file.
    private(set) var notices: [Notice] = []
    private var buffer: [UInt8] = []
    private var at = 0
    /// Up to where no header ends: looked at once, however many headers begin there.
    private var endless = 0
    /// The record whose content is being read.
    private var header: WARCHeader?
    private var content: [UInt8] = []
    private var left = 0
    private var number = 0
    /// Whether no more bytes come.
    var isOver = false
    private var skipped = 0
    /// How often a record was cut where another begins in it. Each time costs as much as the record is long, so that the times are few.
    private var cutsLeft = 100
    private var isCutShort = false
    private static let mostHeaderBytes = 1 << 16
    /// The end of a record and the beginning of the next.
    private static let mark = Array("\r\n\r\nWARC/1.".utf8)

    /// Takes more bytes.
    mutating func push(_ bytes: [UInt8]) {
        // What was used goes before more comes, so that a byte is moved once.
        buffer.removeFirst(at)
        endless = max(0, endless - at)
        at = 0
        buffer += bytes
    }

    /// The next record; nil where more bytes are wanted, or no more come.
    mutating func next() -> WARCRecord? {
        while true {
            if header == nil, !readHeader() { return nil }
            guard let header else { continue }
            let piece = min(left, buffer.count - at)
            let room = max(0, WARCReader.mostBytes - content.count)
            content += buffer[at..<at + min(piece, room)]
            at += piece
            left -= piece
            // Whether another record begins in this one is asked when enough has come to say so, however it comes.
            guard left == 0 && buffer.count - at >= Self.mark.count || isOver else { return nil }
            cutAtNextRecord()
            return finished(header)
        }
    }

    /// Where nothing ends behind a record, its length may be too long: it is cut where another record begins in it, and that is read next.
    private mutating func cutAtNextRecord() {
        let isEnded = left == 0 && (at == buffer.count || buffer[at...].starts(with: [0x0D, 0x0A, 0x0D, 0x0A]))
        let mark = Self.mark
        guard !isEnded, cutsLeft > 0 else { return }
        let window = content + buffer[at..<min(buffer.count, at + mark.count)]
        guard let place = content.indices.first(where: { window[$0] == 0x0D && window[$0...].starts(with: mark) }),
            place + 4 <= content.count
        else {
            return
        }
        cutsLeft -= 1
        buffer = Array(content[(place + 4)...]) + buffer[at...]
        at = 0
        endless = 0
        content.removeSubrange(place...)
        left = 0
        isCutShort = true
    }

    private mutating func finished(_ header: WARCHeader) -> WARCRecord {
        var record = WARCRecord(header: header, content: content, number: number)
        if left > 0 { record.notices.append(Notice(.malformed, "The record is cut off: \(left) bytes of it are missing.")) }
        if header.length > WARCReader.mostBytes, left == 0, !isCutShort {
            record.notices.append(
                Notice(.truncated, "The record is longer than \(WARCReader.mostBytes) bytes; the rest of it was left out."))
        }
        if isCutShort {
            record.notices.append(Notice(.malformed, "The record's length is wrong: another record begins in it. It was cut there."))
        }
        isCutShort = false
        if header.hasWrongLength {
            record.notices.append(Notice(.malformed, "The record says no length; nothing of its content was read."))
        }
        number += 1
        self.header = nil
        content = []
        left = 0
        return record
    }

    /// Goes to the next header and reads it; false where there is none, or not all of it yet.
    private mutating func readHeader() -> Bool {
        guard seek() else { return false }
        guard let end = headerEnd() else {
            guard isOver || buffer.count - at > Self.mostHeaderBytes else { return false }
            note("A record's header does not end; it was skipped.")
            at += 5
            return true
        }
        let read = WARCHeader(Array(buffer[at..<end]))
        at = end
        header = read
        left = read.length
        return true
    }

    /// Goes to where a line begins with `WARC/`. White space before it is the end of the record before; anything else is damage.
    private mutating func seek() -> Bool {
        let mark = Array("WARC/".utf8)
        while at < buffer.count, buffer[at] == 0x0D || buffer[at] == 0x0A { at += 1 }
        while at < buffer.count {
            if buffer[at] == mark[0] {
                if buffer.count - at < mark.count, !isOver { break }
                if buffer[at...].starts(with: mark) { break }
            }
            at += 1
            skipped += 1
        }
        guard at < buffer.count, buffer.count - at >= mark.count else { return false }
        if skipped > 0 { note("\(skipped) bytes between records belong to none: a length is wrong, or the file is damaged.") }
        skipped = 0
        return true
    }

    /// Where the header's empty line ends.
    private mutating func headerEnd() -> Int? {
        let last = min(buffer.count, at + Self.mostHeaderBytes)
        var place = max(at, endless)
        while place < last {
            if buffer[place] == 0x0A {
                if place + 1 < last, buffer[place + 1] == 0x0A { return place + 2 }
                if place + 2 < last, buffer[place + 1] == 0x0D, buffer[place + 2] == 0x0A { return place + 3 }
            }
            place += 1
        }
        // What the last two bytes are is said by those that follow them.
        endless = max(endless, last - 2)
        return nil
    }

    private mutating func note(_ words: String) { if notices.count < 50 { notices.append(Notice(.malformed, words)) } }
}
