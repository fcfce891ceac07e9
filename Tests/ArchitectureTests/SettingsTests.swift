internal import Testing

/// Every target is compiled strictly; outside the rooms with unsafe memory it is an error.
@Suite struct SettingsTests {
    let manifest = Checkout.text("Package.swift")

    @Test func everyTargetHasItsSettings() {
        expectNone(DeclaredTarget.all(in: manifest).flatMap(Self.wrongSettings))
        let sample =
            #".target(name: "Letopis", dependencies: [], swiftSettings: strict), .testTarget(name: "ATests"), .target(name: "LetopisNeural", swiftSettings: strict)"#
        #expect(DeclaredTarget.all(in: sample).flatMap(Self.wrongSettings).count == 2)
    }

    @Test(arguments: [
        ".swiftLanguageMode(.v6)", #".enableUpcomingFeature("ExistentialAny")"#, #".enableUpcomingFeature("InternalImportsByDefault")"#,
        #".enableUpcomingFeature("MemberImportVisibility")"#, ".strictMemorySafety()", #".treatWarning("StrictMemorySafety", as: .error)"#,
    ]) func manifestAsksFor(_ setting: String) {
        #expect(manifest.contains(setting), "Package.swift: put \(setting) back")
    }

    @Test func everyFolderUnderSourcesIsARoom() {
        let folders = Set(
            Checkout.files(under: "Sources", ending: "").compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
        #expect(
            folders.subtracting(Checkout.rooms).isEmpty,
            "a new room needs its place in the arrows (ArchitectureTests/Checkout.swift) and in ARCHITECTURE.md")
    }

    /// Files outside the room with unsafe memory that may say `unsafe`, each with its reason.
    static let unsafeFiles: [String: String] = [
        "Sources/LetopisCLI/Descriptor.swift": "read(2), write(2) and poll(2) take pointers; the bytes stay in Swift's own arrays",
        "Sources/LetopisCLI/Reading/ChildProcess.swift": "posix_spawn(3), pipe(2) and waitpid(2) take pointers",
    ]

    @Test func nobodyElseWaivesMemorySafety() {
        expectNone((Checkout.sources + Checkout.tests).flatMap(Self.waivers))
        let bad = "let a = unsafe pointer[0]\n// unsafe\n@unchecked Sendable\n@unsafe struct A {}"
        expect(Self.waivers, on: bad, flags: [1, 4])
        expect(Self.waivers, on: bad, in: "Sources/LetopisNeural/A.swift", flags: [])
    }

    /// Uses of `unsafe`, with which a line tells the compiler to look away.
    static func waivers(_ file: SwiftFile) -> [Problem] {
        guard !Checkout.unsafeRooms.contains(where: file.room.hasPrefix), unsafeFiles[file.path] == nil else { return [] }
        return file.problems { line in
            words(line).contains("unsafe")
                ? "unsafe memory outside LetopisNeural and LetopisFormats: move it there, behind a safe interface" : nil
        }
    }

    static func wrongSettings(_ target: DeclaredTarget) -> [Problem] {
        guard target.kind != "systemLibrary" else { return [] }
        let wanted = Checkout.unsafeRooms.contains(where: target.name.hasPrefix) ? "strict" : "safe"
        guard target.settings != wanted else { return [] }
        return [Problem(file: "Package.swift", line: target.line, what: "\(target.name) needs `swiftSettings: \(wanted)`")]
    }
}
