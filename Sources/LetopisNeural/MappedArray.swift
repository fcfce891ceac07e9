/// An array of numbers in a mapped file: read-only, bounds-checked, nothing copied.
///
/// Guaranteed: no index reads outside the array. An index that comes from a pack itself, and so may be anything, goes through `at`.
@safe public struct MappedArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    @usableFromInline let base: UnsafePointer<Element>
    /// How many elements.
    public let count: Int
    private let owner: MappedFile

    /// The numbers as C wants them. Valid while this array is.
    var pointer: UnsafePointer<Element> { unsafe base }

    init(base: UnsafePointer<Element>, count: Int, owner: MappedFile) {
        unsafe self.base = base
        self.count = count
        self.owner = owner
    }

    /// The element at `index`, which must be in `0..<count`.
    @inlinable public subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "index outside a mapped array")
        return unsafe base[index]
    }

    /// The element at `index`, or nil outside the array.
    @inlinable public func at(_ index: Int) -> Element? {
        index >= 0 && index < count ? unsafe base[index] : nil
    }
}
