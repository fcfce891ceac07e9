import FuzzDriver
import LetopisFormats
import LetopisText

/// What libFuzzer calls with every input: a WARC file, in pieces whose length is the first byte and one.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, readDump) }

private func readDump(_ selector: UInt8, _ bytes: [UInt8]) {
    let records = records(pieces(bytes, of: Int(selector) + 1))
    let whole = FuzzDumps.records([bytes])
    promise(records.map(\.number) == Array(records.indices), "records are counted")
    promise(records.map(\.body) == whole.map(\.body) && records.map(\.url) == whole.map(\.url), "records are the same however they come")
    let size = records.reduce(0) { $0 + $1.body.count }
    promise(size <= bytes.count * Caps.expansion + (records.count + 1) * Caps.freeExpansion * 2, "expansion is capped")
    _ = WARCReader.isWARC(bytes)
}

private func records(_ pieces: [[UInt8]]) -> [WARCRecord] {
    let reader = WARCReader()
    var records: [WARCRecord] = []
    for piece in pieces {
        reader.push(piece)
        while let record = reader.next() { records.append(record) }
    }
    reader.finish()
    while let record = reader.next() { records.append(record) }
    promise(reader.next() == nil, "what is over is over")
    return records
}
