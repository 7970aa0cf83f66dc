import Foundation
import Testing

@testable import segflow

/// Everything that a run of the tool puts out, without what differs between any two runs.
struct RunOutputs {
  /// The texts by name: those of the folder, and `table` for what is printed.
  let texts: [String: String]
  /// What is written to standard error; the mistakes when the run is refused.
  let errors: String
  /// The exit status.
  let status: Int32

  /// Runs the tool; paths in `folder` are given as relative to it.
  ///
  /// What `validate` writes of a file that is given is among the texts too, as `validation`.
  init(_ words: [String], in folder: String, validating file: String? = nil) throws {
    let console = RecordedConsole()
    let output = "\(folder)/out-\(UUID().uuidString)"
    status = console.run(words + ["--output", output])
    errors = console.error.replacingOccurrences(of: output, with: "OUT")
    var texts = ["table": console.out]
    if status == 0 {
      for name in try FileManager.default.subpathsOfDirectory(atPath: output) where name != "charts"
      {
        let text = try String(contentsOfFile: "\(output)/\(name)", encoding: .utf8)
        texts[name] = text.replacingOccurrences(of: folder + "/", with: "")
      }
      let manifest = try #require(texts["manifest.json"])
      texts["manifest.json"] = try Self.stated(manifest)
      if let file { texts["validation"] = try Self.validation(of: file) }
    }
    self.texts = texts
  }

  /// The report of a validation, without the digest of the files.
  private static func validation(of file: String) throws -> String {
    let report = "\(file)-\(UUID().uuidString).md"
    let words = ["validate", file, "--replicates=2", "--threads=1", "--output", report]
    try #require(RecordedConsole().run(words) == 0)
    return try String(contentsOfFile: report, encoding: .utf8)
      .split(separator: "\n").filter { !$0.contains("digest") }.joined(separator: "\n")
  }

  /// Names of outputs that differ from those of another run.
  func differing(from other: RunOutputs) -> Set<String> {
    Set(texts.keys).union(other.texts.keys).filter { texts[$0] != other.texts[$0] }
  }

  /// What a manifest says of the run itself, without digests, times and the command line.
  private static func stated(_ manifest: String) throws -> String {
    let json = try JSONSerialization.jsonObject(with: Data(manifest.utf8))
    var object = try #require(json as? [String: Any])
    let environment = object["environment"] as? [String: Any]
    object["environment"] = ["threads": environment?["threads"]]
    for key in ["runDigest", "commandLine", "inputs", "outputs", "manifestDigest"] {
      object[key] = nil
    }
    let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }
}
