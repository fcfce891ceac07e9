// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .strictMemorySafety()]

/// One program for one entry that takes bytes. libFuzzer brings `main`.
func fuzzing(_ name: String, _ rooms: String...) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["FuzzDriver"] + rooms.map { .product(name: $0, package: "letopis") },
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "letopis", path: "..")],
    targets: [
        .target(
            name: "FuzzDriver",
            dependencies: [.product(name: "LetopisText", package: "letopis"), .product(name: "LetopisFormats", package: "letopis")],
            swiftSettings: settings),
        fuzzing("FuzzReading", "LetopisText"),
        fuzzing("FuzzPages", "LetopisText", "LetopisFormats"),
        fuzzing("FuzzFeeds", "LetopisText", "LetopisFormats"),
        fuzzing("FuzzLists", "LetopisText"),
        fuzzing("FuzzJSON", "LetopisText", "LetopisFormats"),
        fuzzing("FuzzDumps", "LetopisText", "LetopisFormats"),
        fuzzing("FuzzPacked", "LetopisFormats"),
        fuzzing("FuzzAddresses", "LetopisFetching"),
        fuzzing("FuzzRobots", "LetopisFetching"),
    ]
)
