/// The head that gives every word the likeliest of the tags.
struct TagHead: Sendable {
    private static let batch = 256
    private let projection: Linear
    /// The tags, as the model names them.
    let labels: [String]

    init(pack: Pack, width: Int, blas: BLAS) throws(PackError) {
        projection = try Linear(pack: pack, "head", inputs: width, blas: blas)
        labels = try pack.lines("labels")
        guard labels.count == projection.outputs, labels.count <= Int(UInt16.max) else {
            throw PackError(path: pack.path, .section("as many labels as outputs"))
        }
    }

    /// The tags of encoded rows; boundary rows are passed over.
    func tag(_ encoded: UnsafePointer<Float>, rows: [Row], scores: FloatBuffer, into tags: inout [UInt16]) {
        let width = projection.outputs
        for start in stride(from: 0, to: rows.count, by: TagHead.batch) {
            let count = min(TagHead.batch, rows.count - start)
            let out = unsafe scores.reserve(count * width)
            unsafe projection.product(encoded + start * projection.inputs, count: count, into: out)
            for i in 0..<count where !rows[start + i].isBoundary {
                tags.append(UInt16(unsafe projection.argmax(out + i * width)))
            }
        }
    }
}
