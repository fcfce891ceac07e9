/// How text for people is to look.
public struct Style: Hashable, Sendable {
    /// Whether to use colour and weight (ANSI escapes). What the article says never contains any, whatever its bytes.
    public var colour: Bool
    /// How many columns a line may have; 0 for lines of any length. A single word longer than this is not broken.
    public var width: Int

    /// A style of these properties.
    public init(colour: Bool = false, width: Int = 80) {
        self.colour = colour
        self.width = width
    }

    /// No colour, 80 columns.
    public static let plain = Style()
}

/// What a stretch of text is, and so how it is set.
enum Ink: Sendable {
    case plain, heading, strong, faint
    /// Verbatim words.
    case quoted
    /// Words that weaken a claim.
    case hedge
    /// The way that words took: speaker, channel, outlets.
    case way
    /// What must not be overlooked: a denial, talks that were called off.
    case notable

    /// The ANSI codes that begin it.
    var code: String? {
        switch self {
        case .plain: nil
        case .heading: "1;4"
        case .strong: "1"
        case .faint: "2"
        case .quoted: "32"
        case .hedge: "33"
        case .way: "34"
        case .notable: "35"
        }
    }
}

/// Text in one ink.
struct Piece: Sendable {
    var text: String
    var ink = Ink.plain

    init(_ text: String, _ ink: Ink = .plain) {
        self.text = text
        self.ink = ink
    }
}
