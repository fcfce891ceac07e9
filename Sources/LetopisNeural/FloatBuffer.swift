internal import Glibc

/// Scratch memory for numbers: grows when asked, never shrinks, is not cleared. Large memory asks for large pages, which saves most of the
/// faults of its first use and of the misses of the address cache after.
@safe final class FloatBuffer {
    private(set) var base: UnsafeMutablePointer<Float>
    private(set) var capacity: Int

    init(capacity: Int = 0) {
        self.capacity = max(capacity, 16)
        unsafe base = FloatBuffer.allocate(self.capacity)
    }

    private static let largePage = 2 << 20

    deinit { unsafe base.deallocate() }

    /// Room for at least `count` numbers; what was there before is lost where it had to grow.
    func reserve(_ count: Int) -> UnsafeMutablePointer<Float> {
        if count > capacity {
            unsafe base.deallocate()
            capacity = max(count, capacity * 3 / 2)
            unsafe base = FloatBuffer.allocate(capacity)
        }
        return unsafe base
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
        let bytes = count * MemoryLayout<Float>.size, large = bytes >= 4 * largePage
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: large ? largePage : 64)
        if large { unsafe madvise(raw, bytes, MADV_HUGEPAGE) }
        return unsafe raw.bindMemory(to: Float.self, capacity: count)
    }
}
