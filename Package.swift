// swift-tools-version: 6.2
import PackageDescription

/// What every room is compiled with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

/// Every room but LetopisNeural and LetopisFormats: unsafe memory is an error, not a warning.
let safe: [SwiftSetting] = strict + [.treatWarning("StrictMemorySafety", as: .error)]

let package = Package(
    name: "letopis",
    products: [
        .library(name: "LetopisFormats", targets: ["LetopisFormats"]),
        .library(name: "LetopisText", targets: ["LetopisText"]),
        .library(name: "Letopis", targets: ["Letopis"]),
        .library(name: "LetopisArchive", targets: ["LetopisArchive"]),
        .executable(name: "letopis", targets: ["LetopisCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .target(name: "LetopisNeural", dependencies: ["COpenBLAS"], swiftSettings: strict),
        .target(name: "LetopisFormats", dependencies: ["CLibXML2", "CZlib", "CZstd"], swiftSettings: strict),
        .target(name: "LetopisText", dependencies: ["LetopisNeural", "LetopisFormats"], swiftSettings: safe),
        .target(
            name: "Letopis",
            dependencies: ["LetopisText", "LetopisFormats", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: safe),
        .target(
            name: "LetopisArchive",
            dependencies: ["Letopis", "LetopisText", "LetopisFormats", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: safe),
        .executableTarget(
            name: "LetopisCLI",
            dependencies: [
                "LetopisArchive", "Letopis", "LetopisText", "LetopisFormats", "LetopisNeural",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: safe),
        .testTarget(name: "LetopisNeuralTests", dependencies: ["LetopisNeural"], swiftSettings: strict),
        .testTarget(name: "LetopisFormatsTests", dependencies: ["LetopisFormats"], swiftSettings: strict),
        .testTarget(name: "LetopisTextTests", dependencies: ["LetopisText"], exclude: ["Goldens", "Pages"], swiftSettings: safe),
        .testTarget(name: "LetopisTests", dependencies: ["Letopis"], exclude: ["Goldens"], swiftSettings: safe),
        .testTarget(
            name: "LetopisArchiveTests",
            dependencies: ["LetopisArchive", "Letopis", "LetopisText", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Goldens"], swiftSettings: safe),
        .testTarget(name: "LetopisCLITests", dependencies: ["LetopisCLI"], swiftSettings: safe),
        .testTarget(name: "ArchitectureTests", swiftSettings: safe),
    ]
)
