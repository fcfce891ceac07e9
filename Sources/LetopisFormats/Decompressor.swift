/// A compression that pages and dumps come in.
public enum Compression: Sendable, CaseIterable {
    /// gzip (RFC 1952), and zlib (RFC 1950), which HTTP calls `deflate`.
    case gzip
    /// Deflate without any frame (RFC 1951), which some servers call `deflate`.
    case bareDeflate
    /// Zstandard (RFC 8878), without a dictionary.
    case zstd
    /// Brotli (RFC 7932), which nothing marks at its beginning.
    case brotli

    /// The compression that bytes begin as: gzip, zstd (also behind a skippable frame), or nil.
    public init?(sniffing bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(4))
        if head.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if head == [0x28, 0xB5, 0x2F, 0xFD] || head.count == 4 && head[0] & 0xF0 == 0x50 && head[1...] == [0x2A, 0x4D, 0x18] {
            self = .zstd
        } else {
            return nil
        }
    }
}

/// Compressed bytes on their way out, piece by piece: one member of gzip or one frame of zstd.
///
/// Guaranteed: never more than `mostBytes` come out, and never more than `Caps.expansion` times what went in once that is over
/// `Caps.freeExpansion`; linear time; memory bounded by the format's window (32 KiB, 8 MiB of zstd, 16 MiB of Brotli). Not to be shared between tasks.
public final class Decompressor {
    /// How far it has come.
    public enum Progress: Hashable, Sendable {
        /// All that was pushed is used up, and the member goes on.
        case wantsMore
        /// The member is over; what follows belongs to the next one.
        case ended
        /// The bytes are not what they should be. What came before stays good.
        case malformed
        /// More came out than `mostBytes`.
        case tooLarge
        /// It expands too far: a bomb, or next to one.
        case expandsTooFar
    }

    private var stream: any MemberStream
    private let mostBytes: Int
    private var taken = 0
    private var given = 0
    /// How far it has come; once it is not `wantsMore`, nothing more is taken.
    public private(set) var progress = Progress.wantsMore

    /// A decompressor of one member that gives `mostBytes` at most.
    public init(_ compression: Compression, mostBytes: Int = Caps.body) {
        self.mostBytes = mostBytes
        stream =
            switch compression {
            case .gzip: InflateStream(windowBits: 15 + 32)
            case .bareDeflate: InflateStream(windowBits: -15)
            case .zstd: ZstdStream()
            case .brotli: BrotliStream()
            }
    }

    /// Takes more of the member, appends what comes of it to `out`, and says how many of the bytes it used.
    @discardableResult
    public func push(_ bytes: ArraySlice<UInt8>, into out: inout [UInt8]) -> Int {
        var rest = bytes
        while progress == .wantsMore {
            let before = out.count
            let step = stream.step(rest, into: &out)
            rest = rest.dropFirst(step.used)
            taken += step.used
            given += out.count - before
            progress = verdict(step.state)
            if given > mostBytes {
                out.removeLast(given - mostBytes)
                given = mostBytes
            }
            if progress == .wantsMore, step.used == 0, out.count == before { break }
        }
        return bytes.count - rest.count
    }

    private func verdict(_ state: Progress) -> Progress {
        if given > mostBytes { return .tooLarge }
        if given > Caps.freeExpansion, given / Caps.expansion > taken { return .expandsTooFar }
        return state
    }
}

/// One step of a decompression: a bounded piece of output.
protocol MemberStream: AnyObject {
    /// Uses some of the bytes, and appends what comes of them.
    func step(_ bytes: ArraySlice<UInt8>, into out: inout [UInt8]) -> (used: Int, state: Decompressor.Progress)
}
