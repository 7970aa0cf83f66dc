import Foundation
import SegmentReport

extension RunEnvironment {
  /// The machine as it is, at the end of a run.
  static func now(threads: Int, started: Date) -> RunEnvironment {
    let process = ProcessInfo.processInfo
    return RunEnvironment(
      host: process.hostName, system: process.operatingSystemVersionString, threads: threads,
      started: started, ended: Date())
  }
}
