/// The caps on what comes from outside. What is over a cap is left out, and whoever left it out says so.
public enum Caps {
    /// The most bytes of one page, feed or other document that are looked at, after decompression: 15 MiB.
    public static let body = 15 << 20
    /// How many times its own size compressed data may expand, once it is larger than `freeExpansion`.
    public static let expansion = 100
    /// What may come of compressed data however small it was: 1 MiB. A page of spaces is no attack.
    public static let freeExpansion = 1 << 20
    /// The most elements of HTML, or arrays and objects of JSON, within one another.
    public static let depth = 512
    /// The most elements of XML within one another. libxml2 takes 256 unless told to forget its limits, and feeds need ten.
    public static let xmlDepth = 200
    /// The most attributes of one tag.
    public static let attributes = 512
    /// The most nodes of a tree.
    public static let nodes = 1 << 20
    /// The most bytes of one text of XML: libxml2 takes 10,000,000.
    static let xmlText = 8 << 20
    /// The most bytes of one attribute's value.
    static let attributeValue = 1 << 20
}
