/// Ways to write hosts that nobody from outside is to reach, and URLs that lead there. `PORT` stands for a port somebody listens on.
enum Spellings {
    /// Hosts that are, or would be taken for, this machine or its network.
    static let hosts = loopback + version6 + otherScripts + encoded + names + networks + numbers

    private static let loopback = [
        "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "127.1.", "0177.0.0.1", "0177.1", "0177.0.1", "017700000001", "0x7f.0.0.1", "0x7f.1",
        "0x7f000001", "0X7F000001", "0x7F.0x0.0x0.0x1", "0x7f.0.0x1", "2130706433", "2130706433.", "127.0.0.01", "127.000.000.001",
        "00127.0.0.1",
        "0000177.0.0.1", "0x007f.1", "127.255.255.254", "127.127.127.127", "127.0.0.1.1", "127..1", "0", "00", "0.0", "0x0", "0.0.0.0",
        "0.0.0.0.", "4294967295", "4294967296", "18446744073709551617",
    ]
    private static let version6 = [
        "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::0:1]", "[::ffff:127.0.0.1]",
        "[::FFFF:7F00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]",
        "[64:ff9b::10.0.0.1]", "[64:ff9b:1::127.0.0.1]", "[2002:7f00:1::]", "[2002:7f00:1::1]", "[2002:a00:1::]", "[2002:c0a8:101::1]",
        "[2001:0:4136:e378:8000:63bf:80ff:fffe]", "[2001::1]", "[fe80::1]", "[fe80::1%25lo]", "[fe80::1%lo]", "[::1%25lo]", "[::1%lo]",
        "[fc00::1]",
        "[fd12:3456:789a::1]", "[fec0::1]", "[ff02::1]", "[ff0e::1]", "[2001:db8::1]", "[3fff::1]", "[100::1]", "[5f00::1]", "[4000::1]",
        "[::ffff:127.1]", "[::ffff:0x7f.0.0.1]", "[127.0.0.1]", "[v1.127.0.0.1]", "[::1", "::1", "[::1]x",
    ]
    private static let otherScripts = [
        "１２７.０.０.１", "１２７．０．０．１", "127。0。0。1", "127｡0｡0｡1", "127．1", "①②⑦.⓪.⓪.①", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "𝟭𝟮𝟳.𝟬.𝟬.𝟭", "١٢٧.٠.٠.١", "१२७.०.०.१",
        "¹²⁷.⁰.⁰.¹", "₁₂₇.₀.₀.₁", "０x7f.1", "0ｘ7f.1", "ｌｏｃａｌｈｏｓｔ", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "𝐥𝐨𝐜𝐚𝐥𝐡𝐨𝐬𝐭", "ℓocalhost", "localhoﬅ", "lo\u{AD}calhost",
        "local\u{200B}host", "local\u{200D}host", "\u{202E}tsohlacol", "localhost。", "[::１]",
    ]
    private static let encoded = [
        "%31%32%37.%30.%30.%31", "%31%32%37%2e0%2e0%2e1", "127%2E0%2E0%2E1", "%6c%6f%63%61%6c%68%6f%73%74", "%25%36%63ocalhost",
        "127.0.0.1%00",
        "localhost%00.example.org", "127.0.0.1%2f.example.org", "127.0.0.1%23.example.org", "%5b::1%5d",
        "%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1",
        "127.0.0.1%20", "127.0.0.1%0d%0a", "%", "%7", "%zz", "%FF",
    ]
    private static let names = [
        "localhost", "LOCALHOST", "LocalHost.", "localhost..", ".localhost", "printer.internal", "one.foot.inside", "six.foot.inside",
        "translated.inside", "metadata.inside", "mapped.inside",
    ]
    private static let networks = [
        "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "169.254.169.254", "100.64.0.1",
        "100.127.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "[::ffff:169.254.169.254]", "[::ffff:10.0.0.1]", "[fd00:ec2::254]",
    ]
    private static let numbers = [
        "0xA9FEA9FE", "2852039166", "169.254.43518", "0251.0376.0251.0376", "0xa9.254.0xa9.254", "3232235777", "012.1", "167772161",
    ]

    /// What the names above resolve to.
    static let addresses: [String: [String]] = [
        "localhost": ["::1", "127.0.0.1"], "printer.internal": ["10.1.2.3"], "one.foot.inside": ["93.184.215.14", "127.0.0.1"],
        "six.foot.inside": ["93.184.215.14", "::1"], "translated.inside": ["64:ff9b::7f00:1"], "metadata.inside": ["169.254.169.254"],
        "mapped.inside": ["::ffff:127.0.0.1"],
    ]

    /// Whole URLs, each with something about it besides the host's spelling.
    static let urls = [
        "http://user@127.0.0.1:PORT/", "http://user:word@localhost:PORT/", "http://example.org@127.0.0.1:PORT/",
        "http://example.org:80@127.0.0.1:PORT/",
        "http://@127.0.0.1:PORT/", "http://example.org%40127.0.0.1:PORT/", "http://127.0.0.1:PORT\\@example.org/",
        "http://example.org\\@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT#@example.org/", "http://127.0.0.1:PORT?@example.org/", "HTTP://127.0.0.1:PORT/", "hTTp://0x7f.1:PORT",
        "  http://127.0.0.1:PORT/  ", "http://127.0.0.1:PORT/\t", "ht\ntp://127.0.0.1:PORT/", "http://127.0\t.0.1:PORT/",
        "http:127.0.0.1:PORT/",
        "http:/127.0.0.1:PORT/", "http:///127.0.0.1:PORT/", "http:////127.0.0.1:PORT/", "http:\\\\127.0.0.1:PORT\\",
        "http://\\127.0.0.1:PORT/",
        "http://127.0.0.1:0PORT/", "http://127.0.0.1:+PORT/", "http://127.0.0.1:PORT:PORT/", "http://127.0.0.1:０PORT/",
        "http://127.0.0.1:65536PORT/",
        "http://", "http://:PORT/", "http://?127.0.0.1:PORT", "unix:///tmp/letopis.sock", "http+unix://%2Ftmp%2Fletopis.sock/",
        "https+unix://%2Ftmp%2Fletopis.sock/", "unix:/tmp/letopis.sock", "file:///etc/passwd", "file://127.0.0.1/etc/passwd",
        "FILE:/etc/passwd",
        "ftp://127.0.0.1:PORT/", "gopher://127.0.0.1:PORT/", "ws://127.0.0.1:PORT/", "data:text/html,x", "javascript:alert(1)",
        "about:blank",
        "jar:http://127.0.0.1:PORT/!/", "http+http://127.0.0.1:PORT/", "feed:http://127.0.0.1:PORT/", "\u{FEFF}http://127.0.0.1:PORT/",
        "http\u{FF1A}//127.0.0.1:PORT/", "http://127.0.0.1:PORT/\u{0}", "//127.0.0.1:PORT", "\\\\127.0.0.1:PORT", "/\\127.0.0.1:PORT/",
        "https://127.0.0.1:PORT/", "https://[::ffff:7f00:1]:PORT/", "view-source:http://127.0.0.1:PORT/",
    ]

    /// All of them as URLs for a port.
    static func all(port: Int) -> [String] {
        hosts.map { "http://\($0):\(port)/" }
            + urls.map { $0.split(separator: "PORT", omittingEmptySubsequences: false).joined(separator: "\(port)") }
    }
}
