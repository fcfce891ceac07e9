// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "letopis", path: "..")],
    targets: [
        // One target for each entry that takes bytes; libFuzzer brings `main`.
        .executableTarget(
            name: "FuzzReading",
            dependencies: [.product(name: "LetopisText", package: "letopis")],
            swiftSettings: [.swiftLanguageMode(.v6), .strictMemorySafety(), .unsafeFlags(["-parse-as-library"])]),
        .executableTarget(
            name: "FuzzFormats",
            dependencies: [.product(name: "LetopisText", package: "letopis"), .product(name: "LetopisFormats", package: "letopis")],
            swiftSettings: [.swiftLanguageMode(.v6), .strictMemorySafety(), .unsafeFlags(["-parse-as-library"])]),
    ]
)
