internal import LetopisFormats

/// The caps of pages, feeds and dumps, for those who do not import `LetopisFormats`.
public enum PageCaps {
    /// The most bytes of one page or feed that are looked at: 15 MiB.
    public static let body = Caps.body
    /// How many times its size compressed data may expand.
    public static let expansion = Caps.expansion
}
