extension JSONTree {
    /// What a truth value says; nil of other values.
    public func truth(_ value: Int) -> Bool? {
        guard values[value].kind == .bool else { return nil }
        return pool[Int(values[value].text.lowerBound)] == UInt8(ascii: "t")
    }
}
