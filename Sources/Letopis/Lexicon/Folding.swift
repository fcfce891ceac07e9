/// The lower-case form of UTF-8 text, ё written е: what lexicons and the words of an article are compared in.
///
/// ASCII and Cyrillic letters are folded; every other byte stays as it is, so the result is valid UTF-8 of the same length.
func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out = Array(text)
    var i = 0
    while i < out.count {
        if out[i] >= 0x41, out[i] <= 0x5A { out[i] |= 0x20 }
        if out[i] >= 0xD0, out[i] <= 0xD2, i + 1 < out.count {
            (out[i], out[i + 1]) = foldedLetter(out[i], out[i + 1])
            i += 1
        }
        i += 1
    }
    return out
}

/// A two-byte Cyrillic letter in lower case.
private func foldedLetter(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8) {
    switch (lead, trail) {
    case (0xD0, 0x81), (0xD1, 0x91): (0xD0, 0xB5)
    case (0xD0, 0x80...0x8F): (0xD1, trail + 0x10)
    case (0xD0, 0x90...0x9F): (0xD0, trail + 0x20)
    case (0xD0, 0xA0...0xAF): (0xD1, trail - 0x20)
    case (0xD2, 0x90): (0xD2, 0x91)
    default: (lead, trail)
    }
}
