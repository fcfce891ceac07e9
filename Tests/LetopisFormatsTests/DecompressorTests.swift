internal import LetopisFormats
internal import Testing

/// Compressed bytes, as gzip, zlib and zstd wrote them, and damaged. The bytes were made with the programs gzip and zstd.
@Suite struct DecompressorTests {
    /// “Мост\n” ten times.
    static let text = Array(String(repeating: "Мост\n", count: 10).utf8)
    static let gzip = bytes("1f8b0800000000000203bb30e7c2be8b8d179bb82e509b0100152cc25f5a000000")
    static let zstd = bytes("28b52ffd045885000048d09cd0bed181d1820a01004eb41c01b3b497eb")
    static let zlib = bytes("789cbb30e7c2be8b8d179bb82e509b01003499389b")
    /// “сжатый текст” in Brotli, as its program wrote it, and a MiB of zeros less than what is refused, and thirty MiB of a letter.
    static let brotli = bytes("1b1600f81da9531f5a5e414727ac6d6e060a2e0650219012bbd700")
    static let brotliZeros = bytes("5bffff8f7f02201e0b0472ef1f00")
    static let brotliBomb = bytes(
        "cbffff3ff825c2e2b14020f7fe8fffff7ff04b00c4611180eefd1fffffffe0970088c30200ddfbbffcffffc22f0110870500baf75f")
    /// Four MiB of spaces in zstd.
    static let bomb = bytes(
        "28b52ffd04684c000008200100fcff391002020010200200102002001020020010200200102002001020020010200200102002001020020010200200102002001020020010200200102002001020020010200200102002001020020010200200102002001020020010200200102002001020020010200200102002001020020010200200102002001020030010200d99bcfb"
    )

    static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue).map(UInt8.init)
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// Stored blocks of deflate between a head of gzip and no tail: what a test can write by itself.
    static func stored(_ text: [UInt8]) -> [UInt8] {
        let size = UInt16(text.count)
        let head: [UInt8] = [1, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
        return head + text
    }

    @Test func eachCompressionIsExpanded() {
        for (bytes, compression) in [(Self.gzip, Compression.gzip), (Self.zlib, .gzip), (Self.zstd, .zstd)] {
            let expanded = Expanded(bytes, compression)
            #expect(expanded.bytes == Self.text && expanded.progress == .ended, "\(compression)")
        }
    }

    @Test func brotliIsExpanded() {
        let expanded = Expanded(Self.brotli, .brotli)
        #expect(expanded.bytes == Array("сжатый текст".utf8) && expanded.progress == .ended)
        #expect(Expanded(Self.brotliZeros, .brotli).bytes == [UInt8](repeating: 0, count: 1 << 20))
        #expect(Expanded(Self.brotliBomb, .brotli).progress == .expandsTooFar)
        #expect(Expanded(Self.brotliZeros, .brotli, mostBytes: 1000).bytes.count == 1000)
        #expect(Expanded(Self.brotli.dropLast(2), .brotli).progress == .wantsMore)
        let member = Decompressor(.brotli)
        var out: [UInt8] = []
        for byte in Self.brotli { member.push([byte], into: &out) }
        #expect(out == expanded.bytes && member.progress == .ended)
    }

    /// Found by fuzzing: the library would read what zstd wrote before it had a standard.
    @Test(arguments: ["22b52ffd", "25b52ffd", "26b52ffd", "27b52ffd", "1eb52ffd", "28b52ffe", "502a4d19", "00"]) func noFrames(
        _ head: String
    ) {
        let bytes = Self.bytes(head) + [UInt8](repeating: 0, count: 20)
        #expect(Expanded(bytes, .zstd).progress == .malformed)
        let member = Decompressor(.zstd)
        var out: [UInt8] = []
        for byte in bytes where member.progress == .wantsMore { member.push([byte], into: &out) }
        #expect(member.progress == .malformed && out.isEmpty)
    }

    @Test func membersFollowOneAnother() {
        #expect(Expanded(Self.gzip + Self.gzip, .gzip).bytes == Self.text + Self.text)
        #expect(Expanded(Self.zstd + Self.zstd + [1, 2, 3], .zstd).bytes == Self.text + Self.text)
        #expect(Expanded(Self.gzip + Self.gzip, .gzip, mostBytes: 100).progress == .tooLarge)
    }

    @Test func aBombIsRefused() {
        let expanded = Expanded(Self.bomb, .zstd)
        #expect(expanded.progress == .expandsTooFar)
        #expect(expanded.bytes.count > Caps.freeExpansion && expanded.bytes.count < Caps.freeExpansion + (1 << 18))
    }

    @Test func bareDeflateIsExpanded() {
        let expanded = Expanded(Self.stored(Self.text), .bareDeflate)
        #expect(expanded.bytes == Self.text && expanded.progress == .ended)
    }

    @Test func cutOffDataGiveWhatStandsBeforeTheCut() {
        let expanded = Expanded(Self.stored(Self.text).dropLast(7), .bareDeflate)
        #expect(expanded.bytes == Array(Self.text.dropLast(7)) && expanded.progress == .wantsMore)
    }

    @Test func damageIsSeen() {
        for compression in Compression.allCases {
            #expect(Expanded([0x1F, 0x8B, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], compression).progress == .malformed)
        }
        #expect(Expanded([], .gzip).progress == .wantsMore)
    }

    @Test func nothingOverTheCapComesOut() {
        let expanded = Expanded(Self.stored(Self.text), .bareDeflate, mostBytes: 33)
        #expect(expanded.bytes == Array(Self.text.prefix(33)) && expanded.progress == .tooLarge)
    }

    @Test func bytesMayComeOneByOne() {
        let member = Decompressor(.bareDeflate)
        var out: [UInt8] = []
        for byte in Self.stored(Self.text) + [7, 7] { member.push([byte], into: &out) }
        #expect(out == Self.text && member.progress == .ended)
        #expect(member.push([1, 2], into: &out) == 0)
    }

    @Test(arguments: [
        ([0x1F, 0x8B, 8], Compression.gzip), ([0x28, 0xB5, 0x2F, 0xFD], .zstd), ([0x53, 0x2A, 0x4D, 0x18], .zstd), ([0x3C, 0x68], nil),
        ([], nil), ([0x28, 0xB5], nil),
    ])
    func sniffing(head: [UInt8], compression: Compression?) { #expect(Compression(sniffing: head) == compression) }
}
