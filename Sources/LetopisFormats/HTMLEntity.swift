internal import CLibXML2

/// The named characters of HTML (`nbsp`, `laquo`, …), which feeds use without declaring them.
enum HTMLEntity {
    /// The code point of a name, as libxml2 knows it.
    static func scalar(_ name: ArraySlice<UInt8>) -> UInt32? {
        guard !name.isEmpty, !name.contains(0) else { return nil }
        let terminated = Array(name) + [0]
        return unsafe terminated.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, let entity = unsafe htmlEntityLookup(base) else { return nil }
            return unsafe entity.pointee.value
        }
    }
}
