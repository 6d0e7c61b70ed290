// swift-tools-version: 6.2

import PackageDescription

/// What every target is compiled with: the Swift 6 language mode, checked memory safety, no warnings.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "denials-report",
  products: [
    .executable(name: "denials-report", targets: ["denials-report"]),
    .library(name: "DenialsReport", targets: ["DenialsReport"]),
  ],
  traits: [
    .trait(
      name: "FastInflate",
      description: "Inflate with ISA-L, twice as fast as zlib alone; needs libisal-dev."),
    .trait(name: "History", description: "Remember other nights in SQLite; needs libsqlite3-dev."),
    .default(enabledTraits: ["FastInflate", "History"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .target(
      name: "GzipStream",
      dependencies: [
        "CZlib", "CNettle", .target(name: "CISAL", condition: .when(traits: ["FastInflate"])),
      ],
      swiftSettings: settings),
    .systemLibrary(name: "CByteMask"),
    .systemLibrary(name: "CMalloc"),
    .target(name: "AuditLog", dependencies: ["CByteMask"], swiftSettings: settings),
    .target(name: "IAM", swiftSettings: settings),
    .target(
      name: "DenialClassification", dependencies: ["AuditLog", "IAM"], swiftSettings: settings),
    .target(
      name: "DenialAggregation", dependencies: ["AuditLog", "DenialClassification", "IAM"],
      swiftSettings: settings),
    .target(
      name: "DenialRendering",
      dependencies: ["AuditLog", "DenialAggregation", "DenialClassification", "IAM"],
      resources: [.embedInCode("HTML/report.css"), .embedInCode("HTML/report.js")],
      swiftSettings: settings),
    .target(
      name: "DenialHistory",
      dependencies: [
        "AuditLog", "DenialClassification", "DenialAggregation",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["History"])),
      ],
      swiftSettings: settings),
    .target(
      name: "DenialsReport",
      dependencies: [
        "CMalloc", "GzipStream", "AuditLog", "IAM", "DenialClassification", "DenialAggregation",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "denials-report",
      dependencies: [
        "DenialsReport", "DenialRendering", "DenialHistory", "DenialAggregation",
        "DenialClassification", "AuditLog", "IAM",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // No product: what scripts/benchmark measures the scan alone with.
    .executableTarget(
      name: "scan-benchmark",
      dependencies: [
        "DenialsReport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "GzipStreamTests", dependencies: ["GzipStream"], swiftSettings: settings),
    .testTarget(name: "AuditLogTests", dependencies: ["AuditLog"], swiftSettings: settings),
    .testTarget(name: "IAMTests", dependencies: ["IAM"], swiftSettings: settings),
    .testTarget(
      name: "DenialClassificationTests", dependencies: ["DenialClassification", "AuditLog", "IAM"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "DenialAggregationTests",
      dependencies: ["DenialAggregation", "DenialClassification", "AuditLog", "IAM"],
      swiftSettings: settings),
    .testTarget(
      name: "DenialRenderingTests",
      dependencies: [
        "DenialRendering", "DenialAggregation", "DenialClassification", "IAM", "GzipStream",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "DenialHistoryTests",
      dependencies: [
        "DenialHistory", "DenialAggregation", "DenialClassification", "AuditLog",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["History"])),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "denials-report", "DenialsReport", "DenialHistory", "DenialAggregation",
        "DenialClassification", "AuditLog",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(name: "TidyTests", exclude: ["key-of-a-page.txt"], swiftSettings: settings),
  ]
)
