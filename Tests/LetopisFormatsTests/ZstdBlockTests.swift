internal import LetopisFormats
internal import Testing

/// What was packed is unpacked as it was, and what is damaged is refused.
@Suite struct ZstdBlockTests {
    static let text = Array("Мэр Анна Белова заявила, что мост откроют в мае. Подрядчик Олег Ким сообщил, что смета прежняя.".utf8)

    func check(_ bytes: [UInt8], after prefix: [UInt8], atMost: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
        // Bytes of their own: zstd does not look for a stretch of memory in itself.
        let packer = ZstdPacker(), prefix = prefix.map { $0 }
        for level in [1, 6, 19] {
            let frame = try #require(packer.packed(bytes, after: prefix, level: level), sourceLocation: sourceLocation)
            #expect(frame.count <= atMost, "level \(level): \(frame.count)", sourceLocation: sourceLocation)
            #expect(ZstdBlock.unpacked(frame, after: prefix, mostBytes: bytes.count) == bytes, sourceLocation: sourceLocation)
            #expect(
                bytes.isEmpty || ZstdBlock.unpacked(frame, after: prefix, mostBytes: bytes.count - 1) == nil, sourceLocation: sourceLocation
            )
        }
    }

    @Test func whatWasPackedComesBack() throws {
        try check([], after: [], atMost: 20)
        try check(Self.text, after: [], atMost: Self.text.count + 20)
        try check(Self.text, after: Self.text, atMost: 30)
        try check(Array("<p>".utf8) + Self.text + Array("</p>".utf8), after: Self.text, atMost: 45)
        // The prefix is longer than the window that the bytes alone would have.
        let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 5) }
        try check(Array(long[..<2_000]), after: long, atMost: 60)
    }

    @Test func whatIsDamagedIsRefused() throws {
        let frame = try #require(ZstdPacker().packed(Self.text, after: [], level: 6))
        for place in frame.indices {
            #expect(ZstdBlock.unpacked(Array(frame[..<place]), mostBytes: 1 << 20) == nil)
            for bit in 0..<8 {
                var damaged = frame
                damaged[place] ^= 1 << bit
                let bytes = ZstdBlock.unpacked(damaged, mostBytes: 1 << 20)
                #expect(bytes == nil || bytes == Self.text, "byte \(place), bit \(bit)")
            }
        }
        let beside = try #require(ZstdPacker().packed(Self.text, after: Self.text.map { $0 }, level: 6))
        #expect(ZstdBlock.unpacked(beside, mostBytes: 1 << 20) == nil && ZstdBlock.unpacked([], mostBytes: 9) == nil)
    }

    @Test func anyProgramUnpacksWhatStandsAlone() throws {
        let frame = try #require(ZstdPacker().packed(Self.text, after: [], level: 6))
        #expect(Expanded(frame, .zstd).bytes == Self.text)
    }
}
