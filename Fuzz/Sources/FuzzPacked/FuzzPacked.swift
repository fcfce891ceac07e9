import FuzzDriver
import LetopisFormats

/// What libFuzzer calls with every input: compressed data of each kind, whole, and in pieces whose length is the first byte and one.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, expand) }

private func expand(_ selector: UInt8, _ bytes: [UInt8]) {
    for compression in Compression.allCases {
        let expanded = Expanded(bytes, compression)
        promise(expanded.bytes.count <= Caps.body, "expansion is capped")
        promise(expanded.bytes.count <= max(Caps.freeExpansion, bytes.count * Caps.expansion) + (1 << 18), "expansion is capped")
        let (whole, atOnce) = member(compression, [bytes])
        let (parts, inPieces) = member(compression, pieces(bytes, of: Int(selector) + 1))
        promise(whole.starts(with: parts) || parts.starts(with: whole), "pieces give the same bytes")
        promise(atOnce != .ended || inPieces == .ended && whole == parts, "what ends, ends however it comes")
    }
}

private func member(_ compression: Compression, _ pieces: [[UInt8]]) -> ([UInt8], Decompressor.Progress) {
    let member = Decompressor(compression, mostBytes: 1 << 16)
    var out: [UInt8] = []
    for piece in pieces {
        var rest = piece[...]
        while !rest.isEmpty, member.progress == .wantsMore { rest = rest.dropFirst(max(1, member.push(rest, into: &out))) }
    }
    promise(out.count <= 1 << 16, "what is wanted at most is given at most")
    return (out, member.progress)
}
