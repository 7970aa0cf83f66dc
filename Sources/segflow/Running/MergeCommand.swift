import Foundation
import SegmentAnalysis
import SegmentReport

/// Puts the shards of a run together: the files are those that one machine would have written.
struct MergeCommand {
  let options: MergeOptions
  let console: Console

  /// Reads the shards and writes the results; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let shards = try ShardSet(options.folders, version: Version.current) { line, shard in
      (Self.whole(line)
        + ["--shard", "\(shard.number)/\(shard.count)", "--output", "FOLDER"])
        .map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
    }
    let line = Self.whole(shards.commandLine)
    var run = try PreparedRun(try runOptions(line), commandLine: line)
    try shards.requireRun(run.worlds.map(\.record))
    try run.publish(started: started, console: console) { worlds in
      for index in worlds.indices {
        let (comparison, log) = (worlds[index].comparison, worlds[index].draws)
        try shards.read(world: index, of: comparison, parameters: log?.parameters.count ?? 0) {
          worlds[index].add($0)
        }
      }
    }
  }

  /// The options of the run that shards with a command line are parts of.
  private func runOptions(_ line: [String]) throws -> RunOptions {
    let arguments = try Arguments(Array(line.dropFirst(2)), options: Verb.run.options)
    var options = try RunOptions(arguments, verb: .run)
    options.output = self.options.output
    options.isQuiet = self.options.isQuiet
    return options
  }

  /// The command line of the whole run that a shard is a part of, without what is the shard's own.
  private static func whole(_ line: [String]) -> [String] {
    Arguments.words(line, without: [.shard, .output, .threads, .quiet])
  }
}
