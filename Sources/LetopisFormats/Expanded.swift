/// Compressed bytes, expanded whole: every member or frame of them.
public struct Expanded: Sendable {
    /// What came out, up to where it went wrong.
    public let bytes: [UInt8]
    /// `ended` where all is well, `wantsMore` where the bytes are cut off, otherwise what stopped it.
    public let progress: Decompressor.Progress

    /// Expands bytes, `mostBytes` at most in all members together. What follows the last member and is none is left out.
    public init(_ bytes: [UInt8], _ compression: Compression, mostBytes: Int = Caps.body) {
        var out: [UInt8] = []
        var offset = 0
        var progress = Decompressor.Progress.wantsMore
        repeat {
            let member = Decompressor(compression, mostBytes: mostBytes - out.count)
            offset += member.push(bytes[offset...], into: &out)
            progress = member.progress
            if progress == .ended, out.count > Caps.freeExpansion, out.count / Caps.expansion > offset { progress = .expandsTooFar }
        } while progress == .ended && Compression(sniffing: bytes[offset...]) == compression
        self.bytes = out
        self.progress = progress
    }
}
