internal import CLibXML2

extension MarkupTree {
    /// The tree of a document of XML, malformed or not. Never fails; no entity that the document declares is known, and nothing is fetched.
    ///
    /// - Parameters:
    ///   - utf8: valid UTF-8; what is over `Caps.body` is not looked at. The encoding that the document declares counts for nothing here.
    ///   - prefixes: the prefix by which an element of a namespace is called, empty for none: `["http://purl.org/dc/elements/1.1/": "dc"]`
    ///     makes `dc:date` of `<x:date>`. Names of other namespaces keep the prefix that they have.
    public init(xml utf8: [UInt8], prefixes: [String: String]) {
        let (xml, cuts) = XMLMender.mend(utf8.count > Caps.body ? Array(utf8.prefix(Caps.body)) : utf8)
        let builder = TreeBuilder(depth: Caps.xmlDepth)
        var all = cuts
        all.isBroken = unsafe !xml.withUnsafeBytes { unsafe XMLEvents($0, prefixes)?.read(into: builder) ?? false }
        self = builder.finish(linkedData: [], cuts: all)
    }
}

/// libxml2's pull reader over bytes that outlive it.
@safe private final class XMLEvents {
    private let reader: xmlTextReaderPtr
    private let prefixes: [String: String]
    /// The names that were called before, by prefix, name and namespace.
    private var called: [String: String] = [:]

    init?(_ xml: UnsafeRawBufferPointer, _ prefixes: [String: String]) {
        let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let start = unsafe xml.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let reader = unsafe xmlReaderForMemory(start, CInt(xml.count), nil, "UTF-8", CInt(options)) else { return nil }
        unsafe self.reader = reader
        self.prefixes = prefixes
    }

    deinit { unsafe xmlFreeTextReader(reader) }

    /// Whether the reader came to the end.
    func read(into builder: TreeBuilder) -> Bool {
        while true {
            let state = unsafe xmlTextReaderRead(reader)
            guard state == 1 else { return state == 0 }
            // The outermost element is the one that the mender wrote.
            if unsafe xmlTextReaderDepth(reader) > 0 { event(builder) }
        }
    }

    private func event(_ builder: TreeBuilder) {
        let kind = unsafe xmlTextReaderNodeType(reader)
        if kind == CInt(XML_READER_TYPE_ELEMENT.rawValue) {
            builder.start(name)
            let isEmpty = unsafe xmlTextReaderIsEmptyElement(reader) == 1
            while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
                let name = name
                unsafe value { unsafe builder.attribute(name, $0) }
            }
            if isEmpty { builder.end() }
        } else if kind == CInt(XML_READER_TYPE_END_ELEMENT.rawValue) {
            builder.end()
        } else {
            unsafe value { unsafe builder.text($0) }
        }
    }

    private var name: String {
        let full = unsafe xmlTextReaderConstName(reader).map { unsafe String(cString: $0) } ?? ""
        let space = unsafe xmlTextReaderConstNamespaceUri(reader).map { unsafe String(cString: $0) } ?? ""
        guard let prefix = prefixes[space] else { return full }
        if let known = called[full + " " + space] { return known }
        let local = unsafe xmlTextReaderConstLocalName(reader).map { unsafe String(cString: $0) } ?? ""
        let name = prefix.isEmpty ? local : "\(prefix):\(local)"
        called[full + " " + space] = name
        return name
    }

    private func value(_ use: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard let value = unsafe xmlTextReaderConstValue(reader) else { return }
        unsafe use(UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
    }
}
