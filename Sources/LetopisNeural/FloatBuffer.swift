/// Scratch memory for numbers: grows when asked, never shrinks, is not cleared.
@safe final class FloatBuffer {
    private(set) var base: UnsafeMutablePointer<Float>
    private(set) var capacity: Int

    init(capacity: Int = 0) {
        self.capacity = max(capacity, 16)
        unsafe base = FloatBuffer.allocate(self.capacity)
    }

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
        let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Float>.size, alignment: 64)
        return unsafe raw.bindMemory(to: Float.self, capacity: count)
    }
}
