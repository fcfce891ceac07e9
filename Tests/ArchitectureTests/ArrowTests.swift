internal import Testing

/// Invariant 1: imports run one way. SwiftPM lets a file import what another target happens to have built; these rules do not.
@Suite struct ArrowTests {
    let targets = DeclaredTarget.all(in: Checkout.text("Package.swift"))

    /// Modules from outside that a room may use. Glibc is for mapping files, in the one room with unsafe memory.
    static let outside: [String: Set<String>] = [
        "LetopisNeural": ["Glibc"],
        "Letopis": ["Crypto"],
        "LetopisArchive": ["GRDB", "FoundationEssentials"],
        "LetopisFetching": ["AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOHTTPCompression", "NIOSSL", "FoundationEssentials"],
        "LetopisCLI": ["ArgumentParser", "Foundation", "FoundationEssentials", "Glibc", "Dispatch"],
    ]

    @Test func manifestDeclaresOnlyArrowsThatPointDown() {
        #expect(targets.count >= 9, "Package.swift was not understood: found only \(targets.map(\.name))")
        expectNone(targets.flatMap(Self.wrongDependencies))
    }

    @Test func filesImportOnlyWhatTheirRoomDeclares() {
        #expect(!Checkout.sources.isEmpty)
        expectNone(Checkout.sources.flatMap { Self.wrongImports($0, targets) })
    }

    @Test func nothingImportsUpwardsThroughAnotherRoom() {
        for room in Checkout.rooms {
            let reached = Self.reach(room, targets)
            let above = Checkout.rooms.drop { $0 != room }
            #expect(reached.isDisjoint(with: above), "\(room) reaches \(reached.intersection(above).sorted()): turn that arrow round")
        }
    }

    @Test func samples() {
        let upward = DeclaredTarget.all(in: #".target(name: "LetopisText", dependencies: ["Letopis"], swiftSettings: safe)"#)
        #expect(upward.flatMap(Self.wrongDependencies).count == 1)
        #expect(Self.reach("LetopisText", upward) == ["Letopis"])
        let library = DeclaredTarget.all(in: #".target(name: "LetopisText", dependencies: ["CZlib"], swiftSettings: safe)"#)
        #expect(library.flatMap(Self.wrongDependencies).count == 1)
        let rule = { Self.wrongImports($0, targets) }
        expect(rule, on: "internal import LetopisNeural\nimport Letopis\nimport Foundation\nimport COpenBLAS", flags: [2, 3, 4])
        expect(rule, on: "public import struct LetopisNeural.Pack\n@testable import LetopisCLI", flags: [2])
        expect(rule, on: "internal import Glibc", in: "Sources/LetopisNeural/A.swift", flags: [])
        expect(rule, on: "internal import COpenBLAS", in: "Sources/LetopisCLI/A.swift", flags: [1])
    }

    static func wrongDependencies(_ target: DeclaredTarget) -> [Problem] {
        guard let level = Checkout.rooms.firstIndex(of: target.name) else { return [] }
        let allowed = Set(Checkout.rooms[..<level]).union(outside[target.name] ?? [])
        return target.dependencies.filter { !allowed.contains($0) || Checkout.callers[$0, default: target.name] != target.name }.map {
            Problem(file: "Package.swift", line: target.line, what: "\(target.name) may not depend on \($0); allowed: \(allowed.sorted())")
        }
    }

    static func wrongImports(_ file: SwiftFile, _ targets: [DeclaredTarget]) -> [Problem] {
        let declared = Set(targets.first { $0.name == file.room }?.dependencies ?? [])
        let system = (outside[file.room] ?? []).subtracting(["Crypto", "GRDB", "ArgumentParser"])
        return file.problems { line in
            guard let module = importedModule(line), !declared.contains(module), !system.contains(module) else { return nil }
            return
                "\(file.room) imports \(module), which it does not declare; move the code to the room that may, or declare the arrow in Package.swift"
        }
    }

    /// Everything a target depends on, directly or through others.
    static func reach(_ name: String, _ targets: [DeclaredTarget]) -> Set<String> {
        var reached: Set<String> = [], open = [name]
        while let next = open.popLast() {
            for dependency in targets.first(where: { $0.name == next })?.dependencies ?? [] where reached.insert(dependency).inserted {
                open.append(dependency)
            }
        }
        return reached
    }
}

/// The module that a line of code imports.
func importedModule(_ line: String) -> String? {
    let parts = line.split(separator: " ")
    guard let at = parts.firstIndex(of: "import"), parts[..<at].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) }) else {
        return nil
    }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
    return parts[(at + 1)...].first { !kinds.contains($0) }?.split(separator: ".").first.map(String.init)
}

private let accessLevels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
