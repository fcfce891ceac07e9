internal import LetopisFormats
internal import Testing

@Suite struct DecompressorTests {
    @Test func nothingComesOfNothing() { #expect(Expanded([], .gzip).bytes.isEmpty) }
}
