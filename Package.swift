// swift-tools-version: 6.0
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "SegmentFlow",
  products: [
    .executable(name: "segflow", targets: ["segflow"]),
    .library(
      name: "SegmentFlow",
      targets: ["SegmentModel", "SegmentSimulation", "SegmentAnalysis", "SegmentReport"]),
  ],
  targets: [
    // MARK: - Library, in the order in which data walks through it
    .target(name: "SegmentModel", swiftSettings: settings),
    .target(name: "SegmentSimulation", dependencies: ["SegmentModel"], swiftSettings: settings),
    .target(
      name: "SegmentAnalysis", dependencies: ["SegmentModel", "SegmentSimulation"],
      swiftSettings: settings),
    .target(
      name: "SegmentReport",
      dependencies: ["SegmentModel", "SegmentSimulation", "SegmentAnalysis"],
      swiftSettings: settings),

    // MARK: - Command line
    .executableTarget(
      name: "segflow",
      dependencies: ["SegmentModel", "SegmentSimulation", "SegmentAnalysis", "SegmentReport"],
      swiftSettings: settings),

    // MARK: - Tests
    .testTarget(
      name: "SegmentModelTests", dependencies: ["SegmentModel"], swiftSettings: settings),
    .testTarget(
      name: "SegmentSimulationTests", dependencies: ["SegmentModel", "SegmentSimulation"],
      swiftSettings: settings),
    .testTarget(
      name: "SegmentAnalysisTests",
      dependencies: ["SegmentModel", "SegmentSimulation", "SegmentAnalysis"],
      swiftSettings: settings),
    .testTarget(
      name: "SegmentReportTests",
      dependencies: ["SegmentModel", "SegmentSimulation", "SegmentAnalysis", "SegmentReport"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "segflowTests",
      dependencies: [
        "segflow", "SegmentModel", "SegmentSimulation", "SegmentAnalysis", "SegmentReport",
      ],
      swiftSettings: settings),
  ]
)
