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
        .library(name: "LetopisFetching", targets: ["LetopisFetching"]),
        .executable(name: "letopis", targets: ["LetopisCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .target(name: "LetopisNeural", dependencies: ["COpenBLAS"], swiftSettings: strict),
        .target(name: "LetopisFormats", dependencies: ["CLibXML2", "CZlib", "CZstd", "CBrotli"], swiftSettings: strict),
        .target(name: "LetopisText", dependencies: ["LetopisNeural", "LetopisFormats"], swiftSettings: safe),
        .target(
            name: "Letopis",
            dependencies: ["LetopisText", "LetopisFormats", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: safe),
        .target(
            name: "LetopisFetching",
            dependencies: [
                "LetopisFormats",
                .product(name: "AsyncHTTPClient", package: "async-http-client"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: safe),
        .target(
            name: "LetopisArchive",
            dependencies: ["Letopis", "LetopisText", "LetopisFormats", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: safe),
        .executableTarget(
            name: "LetopisCLI",
            dependencies: [
                "LetopisFetching", "LetopisArchive", "Letopis", "LetopisText", "LetopisFormats", "LetopisNeural",
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
        .target(
            name: "TestHosting",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "Tests/TestHosting", swiftSettings: safe),
        .testTarget(name: "LetopisFetchingTests", dependencies: ["LetopisFetching", "TestHosting"], swiftSettings: safe),
        .testTarget(name: "LetopisCLITests", dependencies: ["LetopisCLI", "TestHosting"], swiftSettings: safe),
        .testTarget(name: "ArchitectureTests", swiftSettings: safe),
    ]
)
