import FuzzDriver
import Foundation
import LetopisFetching

/// What libFuzzer calls with every input: a URL, a host, a reference or an address, as the first byte says.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, readAddress) }

private let base = try? WebAddress("https://a.example/b/c?d")

private func readAddress(_ selector: UInt8, _ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch selector % 4 {
    case 0: (try? WebAddress(text)).map(checkURL)
    case 1: checkHost(text)
    case 2: (try? base?.resolving(text)).map(checkURL)
    default: checkAddress(text)
    }
}

/// A URL has one spelling, leads where the library that is given it thinks that it leads, and nobody takes its name for a number.
private func checkURL(_ url: WebAddress) {
    let again = try? WebAddress(url.description)
    promise(again == url && again?.description == url.description, "one spelling")
    promise(url.description.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "ASCII without blanks")
    let theirs = URL(string: url.description)
    promise(theirs?.scheme == url.scheme.rawValue, "the same scheme to others")
    promise(theirs?.host == url.host.description.trimmingCharacters(in: ["[", "]"]), "the same host to others")
    promise(theirs.map { $0.port ?? (url.scheme == .http ? 80 : 443) } == Int(url.port), "the same port to others")
    switch url.host {
    case .name(let name): promise(numeric(name) == nil, "a name is no number to a resolver")
    case .address(let address):
        promise(numeric("\(address)") == address.unmapped, "an address is the same one to a resolver")
        checkVerdict(address)
    }
}

/// What a resolver takes for an address, however it is written, is refused as a host, or is that address and judged as that.
private func checkHost(_ text: String) {
    for spelling in [text, "[\(text)]"] {
        guard let url = try? WebAddress("http://\(spelling)/") else { continue }
        checkURL(url)
        // What the reader of the URL cuts off is no part of the host.
        guard !text.contains(where: { "/?#\\@:%[]".contains($0) }), let theirs = numeric(text) else { continue }
        promise(url.host == .address(theirs), "an address in any spelling is that address")
    }
}

private func checkAddress(_ text: String) {
    _ = AddressBlock(text).map { block in promise(AddressBlock(block.description) == block, "one spelling of a block") }
    let address = IPAddress(text)
    promise(address == presented(text), "what the system's own reader reads, and no more")
    guard let address else { return }
    promise(IPAddress(address.description) == address, "one spelling of an address")
    checkVerdict(address)
}

/// Whatever stands for a private place is refused, mapped or not, translated or not.
private func checkVerdict(_ address: IPAddress) {
    let wall = AddressGuard()
    let objects = wall.objection(to: address) != nil
    promise(objects == (wall.objection(to: address.unmapped) != nil), "an address is judged as the one that it maps")
    promise(objects == ((try? wall.checked([address], of: "a")) == nil), "what is objected to is not given out")
    promise(objects || !isPrivate(address), "no private place is let through")
}

/// Whether an address lies where no guest has business; written anew here, by the numbers of the registries.
private func isPrivate(_ address: IPAddress) -> Bool {
    switch address {
    case .v4(let number):
        let (a, b, c) = (number >> 24, number >> 16 & 255, number >> 8 & 255)
        switch (a, b) {
        case (0, _), (10, _), (127, _), (224..., _), (169, 254), (192, 168): return true
        case (172, 16...31), (100, 64...127), (198, 18...19): return true
        case (192, 0): return c == 0 || c == 2
        case (198, 51): return c == 100
        case (203, 0): return c == 113
        default: return false
        }
    case .v6(let number):
        let low = UInt32(truncatingIfNeeded: number)
        if number >> 32 == 0xFFFF || number >> 32 == 0x64_FF9B << 64 { return isPrivate(.v4(low)) }
        // Outside 2000::/3 nothing is global; in it, tunnels hide addresses of version 4, and some blocks are for documents.
        return number >> 125 != 1 || number >> 112 == 0x2002 || number >> 105 == 0x2001_00 >> 1 || number >> 96 == 0x2001_0DB8
    }
}

/// The address that the system's resolver takes a text for without asking anybody: in any spelling that C libraries know.
private func numeric(_ text: String) -> IPAddress? {
    guard !text.utf8.contains(0) else { return nil }
    var hints = unsafe addrinfo()
    unsafe hints.ai_flags = AI_NUMERICHOST
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(text, nil, &hints, &list) == 0, let first = unsafe list else { return nil }
    defer { unsafe freeaddrinfo(first) }
    return unsafe bytes(first.pointee.ai_addr, first.pointee.ai_family == AF_INET ? 4..<8 : 8..<24)?.unmapped
}

private func bytes(_ address: UnsafeMutablePointer<sockaddr>, _ range: Range<Int>) -> IPAddress? {
    let raw = unsafe UnsafeRawBufferPointer(start: address, count: range.upperBound)
    let number = unsafe raw[range].reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    return range.count == 4 ? .v4(UInt32(number)) : .v6(number)
}

/// The address that inet_pton(3) reads.
private func presented(_ text: String) -> IPAddress? {
    guard !text.utf8.contains(0) else { return nil }
    var out = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, text, &out) == 1 { return .v4(out[..<4].reduce(0) { $0 << 8 | UInt32($1) }) }
    return unsafe inet_pton(AF_INET6, text, &out) == 1 ? .v6(out.reduce(0) { $0 << 8 | UInt128($1) }) : nil
}
