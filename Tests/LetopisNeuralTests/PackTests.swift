import FoundationEssentials
import Testing

@testable import LetopisNeural

/// A pack as `Training/pack.py` writes it: name, type, shape, bytes.
private func pack(_ sections: [(name: String, kind: UInt32, shape: [UInt32], data: [UInt8])], protocol number: UInt32 = 1) -> [UInt8] {
    func little(_ value: UInt64, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) } }
    var offset = (24 + 72 * sections.count + 63) / 64 * 64
    var table: [UInt8] = [], data = [UInt8](repeating: 0, count: offset)
    for section in sections {
        table += Array(section.name.utf8) + [UInt8](repeating: 0, count: 32 - section.name.utf8.count)
        table += little(UInt64(section.kind), 4) + little(UInt64(section.shape.count), 4)
        table += (section.shape + [UInt32](repeating: 0, count: 4 - section.shape.count)).flatMap { little(UInt64($0), 4) }
        table += little(UInt64(offset), 8) + little(UInt64(section.data.count), 8)
        data += section.data + [UInt8](repeating: 0, count: (64 - section.data.count % 64) % 64)
        offset = data.count
    }
    let head =
        Array("LETOPACK".utf8) + little(UInt64(number), 4) + little(UInt64(sections.count), 4) + little(UInt64(data.count), 8) + table
    data.replaceSubrange(0..<head.count, with: head)
    return data
}

private let whole = pack([("numbers", 3, [2, 2], Array(1...16)), ("lines", 1, [9], Array("один\n".utf8))])

/// Opens bytes as a pack; what was wrong with it, or nil.
private func open(_ bytes: [UInt8], read: (Pack) throws(PackError) -> Void = { _ in }) -> PackError.Kind? {
    let path = FileManager.default.temporaryDirectory.path + "/letopis-\(UUID().uuidString).pack"
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    defer { try? FileManager.default.removeItem(atPath: path) }
    do throws(PackError) {
        try read(Pack(path: path))
        return nil
    } catch {
        #expect(error.description.contains(path) && error.description.contains("make models"))
        return error.kind
    }
}

@Suite struct PackTests {
    @Test func sectionsAreRead() {
        let wrong = open(whole) { pack throws(PackError) in
            let (numbers, shape) = try pack.array("numbers", of: UInt32.self, rank: 2)
            #expect(shape == [2, 2] && numbers.count == 4 && numbers[0] == 0x0403_0201 && numbers.at(4) == nil && numbers.at(-1) == nil)
            #expect(try pack.lines("lines") == ["один"])
        }
        #expect(wrong == nil)
    }

    @Test func whatIsNotThereIsNamed() {
        #expect(open(whole) { pack throws(PackError) in _ = try pack.bytes("other") } == .section("no section other"))
        #expect(open(whole) { pack throws(PackError) in _ = try pack.bytes("numbers") } == .section("section numbers is of another type"))
        #expect(
            open(whole) { pack throws(PackError) in _ = try pack.array("numbers", of: UInt32.self, rank: 1) }
                == .section("section numbers has rank 2, not 1"))
    }

    @Test func aFileThatIsNoPackIsRefused() {
        #expect(open([]) == .notAPack)
        #expect(open(Array("PK\u{3}\u{4} something else altogether, not a pack".utf8)) == .notAPack)
        #expect(open(pack([], protocol: 99)) == .wrongProtocol(found: 99, wanted: Pack.currentProtocol))
        #expect(open(pack([("a", 9, [1], [0])])) == .malformed("section a: type or rank"))
        #expect(open(pack([("a", 3, [7, 7], [0, 0, 0, 0])])) == .malformed("section a does not lie in the file"))
        #expect(open(pack([("a", 1, [1], [0]), ("a", 1, [1], [0])])) == .malformed("two sections a"))
        #expect(open(pack([("a", 4, [.max, .max, .max], [0])])) == .malformed("section a: shape"))
    }

    @Test func aFolderOrNothingIsUnreadable() {
        #expect(throws: PackError.self) { try Pack(path: "/tmp") }
        #expect(throws: PackError.self) { try Pack(path: "/nowhere/at all.pack") }
    }

    /// Every way to cut a pack off is refused.
    @Test func aPackThatIsCutOffIsRefused() {
        for count in 0..<whole.count { #expect(open(Array(whole[..<count])) != nil, "\(count) bytes") }
    }

    /// Whatever stands in the table, nothing outside the file is read.
    @Test func damagedPacksNeverTrap() {
        var draws = Draws(seed: 3)
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &draws) {
                bytes[Int.random(in: 8..<168, using: &draws)] = UInt8.random(in: .min ... .max, using: &draws)
            }
            _ = open(bytes) { pack throws(PackError) in
                _ = try pack.lines("lines")
                let (numbers, _) = try pack.array("numbers", of: UInt32.self, rank: 2)
                for i in 0..<numbers.count { _ = numbers[i] }
            }
        }
    }
}
