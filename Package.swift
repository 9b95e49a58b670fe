// swift-tools-version: 6.1
import PackageDescription

// Every Swift target gets the same settings; the two that compute pixels are optimised in debug builds too, or tests
// and sanitizer runs would be tens of times slower.
let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-warnings-as-errors"]),
]
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]
let kernels: [CSetting] = [.unsafeFlags(["-O3", "-Werror"])]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// The modules and the arrows between them; `docs/architecture.md` draws the same picture and `ArchitectureTests` checks it.
let modules: [(name: String, dependencies: [Target.Dependency], settings: [SwiftSetting])] = [
  ("RPCProtocol", [], []),
  ("Platform", ["CShims", "CCrypto"], []),
  ("Imaging", ["CImagingKernels", "CShims", "CPNG", "CJPEG", "CWebP", "CLCMS2"], optimised),
  ("Catalog", [], []),
  ("ShotList", ["Catalog"], []),
  ("Studio", ["Imaging", "Catalog", "CStudioKernels"], optimised),
  ("Generation", ["Imaging", "Catalog"], []),
  ("Providers", ["Generation", "Studio", "Imaging", "Catalog", "Platform", "CShims", "CCURL"], []),
  ("Workspace", ["Generation", "ShotList", "Catalog", "Imaging", "Platform", grdb], []),
  (
    "Daemon",
    [
      "RPCProtocol", "Workspace", "Providers", "Generation", "Studio", "ShotList", "Catalog", "Imaging", "Platform",
      logging,
    ], []
  ),
]

// Without pkgConfig a library is not linked: CShims loads libcurl when first something is fetched.
let libraries: [(name: String, pkgConfig: String?, package: String)] = [
  ("CPNG", "libpng", "libpng-dev"),
  ("CJPEG", "libjpeg", "libjpeg62-turbo-dev"),
  ("CWebP", "libwebpdemux", "libwebp-dev"),
  ("CLCMS2", "lcms2", "liblcms2-dev"),
  ("CCrypto", "libcrypto", "libssl-dev"),
  ("CCURL", nil, "libcurl4-openssl-dev"),
]

let package = Package(
  name: "krafd",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "krafd", targets: ["krafd"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
  ],
  targets: libraries.map {
    .systemLibrary(
      name: $0.name, path: "Sources/SystemLibraries/\($0.name)", pkgConfig: $0.pkgConfig,
      providers: [.apt([$0.package])])
  } + [
    .target(name: "CShims", dependencies: ["CPNG", "CJPEG", "CCURL"], cSettings: kernels),
    .target(
      name: "CImagingKernels", exclude: ["cutout-weights.bin"], cSettings: kernels + [.unsafeFlags(["-std=c23"])]),
    .target(name: "CStudioKernels", cSettings: kernels),
  ]
    + modules.map {
      .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: common + $0.settings)
    } + [
      .executableTarget(name: "krafd", dependencies: ["Daemon", arguments], swiftSettings: common),
      .executableTarget(
        name: "krafd-bench",
        dependencies: ["RPCProtocol", "ShotList", "Studio", "Imaging", "Catalog", "Platform"],
        path: "Benchmarks/krafd-bench", swiftSettings: common),
      .target(
        name: "TestSupport", dependencies: ["RPCProtocol", "Imaging", "Platform"], path: "Tests/TestSupport",
        swiftSettings: common + optimised),
    ]
    + modules.map {
      .testTarget(
        name: "\($0.name)Tests",
        dependencies: [.init(stringLiteral: $0.name), "TestSupport"] + $0.dependencies,
        swiftSettings: common)
    } + [
      .testTarget(
        name: "EndToEndTests", dependencies: ["TestSupport", "RPCProtocol", "Imaging", "Platform"],
        swiftSettings: common),
      .testTarget(name: "ArchitectureTests", swiftSettings: common),
    ]
)
