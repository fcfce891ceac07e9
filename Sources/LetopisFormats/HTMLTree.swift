internal import CLibXML2

extension MarkupTree {
    /// The tree of a page: what libxml2's HTML parser makes of it, without comments, scripts and styles. Never fails.
    ///
    /// `utf8` is to be valid UTF-8; what is over `Caps.body` is not looked at.
    public init(html utf8: [UInt8]) {
        let builder = TreeBuilder(depth: Caps.depth)
        var scanner = HTMLScanner(utf8.count > Caps.body ? Array(utf8.prefix(Caps.body)) : utf8)
        let isWhole = HTMLParser.parse(&scanner, into: builder)
        var cuts = scanner.cuts
        cuts.isBroken = !isWhole
        self = builder.finish(linkedData: scanner.linkedData, cuts: cuts)
    }
}

/// libxml2's HTML parser, fed with what a scanner gives. Builds no tree of its own.
private enum HTMLParser {
    /// Whether libxml2 took all of it.
    static func parse(_ scanner: inout HTMLScanner, into builder: TreeBuilder) -> Bool {
        let state = unsafe Unmanaged.passUnretained(builder).toOpaque()
        guard let parser = unsafe letopis_html_parser(state, started, ended, read) else { return false }
        defer { unsafe htmlFreeParserCtxt(parser) }
        while scanner.next(depth: Int(unsafe letopis_html_depth(parser))) {
            guard !scanner.piece.isEmpty else { continue }
            unsafe scanner.piece.withUnsafeBytes { piece in
                _ = unsafe htmlParseChunk(parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(piece.count), 0)
            }
        }
        unsafe htmlParseChunk(parser, nil, 0, 1)
        return withExtendedLifetime(builder) { unsafe parser.pointee.disableSAX == 0 }
    }
}

private func builder(_ state: UnsafeMutableRawPointer?) -> TreeBuilder? {
    unsafe state.map { unsafe Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

/// An element begins; `attributes` are names and values in turn, and a null after them.
private func started(
    _ state: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let builder = unsafe builder(state), let name = unsafe name else { return }
    unsafe builder.start(String(cString: name))
    guard let attributes = unsafe attributes else { return }
    var place = 0
    while let name = unsafe attributes[place] {
        let value = unsafe attributes[place + 1]
        let length = unsafe value.map { Int(unsafe xmlStrlen($0)) } ?? 0
        unsafe builder.attribute(String(cString: name), UnsafeBufferPointer(start: value, count: length))
        place += 2
    }
}

private func ended(_ state: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
    unsafe builder(state)?.end()
}

private func read(_ state: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: CInt) {
    unsafe builder(state)?.text(UnsafeBufferPointer(start: text, count: max(0, Int(count))))
}
