import Foundation
import Testing

/// Shards on schedulers that exist, as docs/cluster.md says; skipped, with a word to say so, where
/// they are not installed.
@Suite("Cluster")
struct ClusterTests {
  private static let program = path(
    "segflow",
    in: [
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    ])
  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let hasParallel = path("parallel") != nil && program != nil
  private static let hasSlurm =
    ["sbatch", "slurmctld", "slurmd", "munged"].allSatisfy { path($0) != nil } && program != nil
    && getuid() == 0

  /// Where a program is; nil where it is not.
  private static func path(_ name: String, in folders: [String]? = nil) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let usual = path.split(separator: ":").map(String.init) + ["/usr/sbin"]
    return (folders ?? usual).map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Does what a script says in the folder of some files; gives what it wrote.
  private func shell(_ script: String, in files: SmallFiles) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-euc", script]
    process.currentDirectoryURL = files.folder
    var environment = ProcessInfo.processInfo.environment
    environment["SEGFLOW"] = Self.program
    environment["TOP"] = Self.top.path
    environment["PATH", default: ""] += ":/usr/sbin"
    process.environment = environment
    let log = files.path("log")
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    let handle = FileHandle(forWritingAtPath: log)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let said = try files.read("log")
    try #require(process.terminationStatus == 0, "\(said)")
    return said
  }

  /// Requires that two folders of results hold the same files, but for the manifest.
  private func requireSame(_ files: SmallFiles) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: files.path("whole"))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: files.path("merged")).sorted()
        == names.sorted())
    for name in names where name != "manifest.json" && name != "charts" {
      #expect(try files.read("merged/\(name)") == files.read("whole/\(name)"), "\(name)")
    }
  }

  @Test(
    "Shards of GNU parallel are the whole",
    .enabled(
      if: hasParallel, "SKIPPED: there is no 'parallel' on the PATH, so shards are not run by it"))
  func parallel() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    _ = try shell(
      """
      "$SEGFLOW" run classes.json --draws 4 --quiet --output whole
      parallel "$SEGFLOW" run classes.json --draws 4 --shard {}/3 --threads 1 --quiet \
        --output parts/{} ::: 1 2 3
      "$SEGFLOW" merge parts/* --output merged
      """, in: files)
    try requireSame(files)
  }

  @Test(
    "Shards of a Slurm job array are the whole, one of them run again alone",
    .enabled(
      if: hasSlurm,
      "SKIPPED: there is no slurm-wlm, or this is not root, so shards are not run by Slurm"))
  func slurm() throws {
    let files = try SmallFiles()
    defer { files.remove() }
    try FileManager.default.createDirectory(
      atPath: files.path("slurm"), withIntermediateDirectories: false)
    let said = try shell(
      """
      "$SEGFLOW" run classes.json --draws 4 --quiet --output whole
      cat > jobs.sh << 'END'
      job="$TOP/docs/segflow-array.sbatch"
      sbatch --wait --array=1-3 "$job" merged classes.json --draws 4
      rm -r merged-shards/2
      ! "$SEGFLOW" merge merged-shards/* --output merged
      SHARDS=3 sbatch --wait --array=2 "$job" merged classes.json --draws 4
      "$SEGFLOW" merge merged-shards/* --output merged
      END
      "$TOP/Tests/cluster/with-slurm.sh" slurm sh -eu jobs.sh
      """, in: files)
    #expect(said.contains("missing of 3 shards: 2"))
    #expect(said.contains("Submitted batch job"))
    try requireSame(files)
  }
}
