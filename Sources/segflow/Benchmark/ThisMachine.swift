import Foundation
import SegmentReport

/// What the process can learn about the machine and itself.
enum ThisMachine {
  /// The machine as it is now.
  static var now: BenchmarkMachine {
    let process = ProcessInfo.processInfo
    return BenchmarkMachine(
      processor: processor, processors: process.activeProcessorCount,
      system: process.operatingSystemVersionString, loadAverage: loadAverage)
  }

  /// Gives memory that is not in use back to the system and counts the peak from here; where the
  /// system cannot do so, the peak stays that of all so far.
  static func forgetPeak() {
    // Glibc alone has it, and Swift's Glibc module has not.
    if let trim = dlsym(dlopen(nil, RTLD_NOW), "malloc_trim") {
      _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> CInt).self)(0)
    }
    // 5 resets the peak, see proc(5).
    let peak = FileHandle(forWritingAtPath: "/proc/self/clear_refs")
    try? peak?.write(contentsOf: Data("5".utf8))
  }

  /// The most memory that this process has held at once since the peak was last forgotten, in bytes.
  static var peakBytes: Int { peak(usage(of: RUSAGE_SELF)) }

  /// The most memory that one of the processes that it started and that have ended held, in bytes.
  static var childrenPeakBytes: Int { peak(usage(of: RUSAGE_CHILDREN)) }

  /// Processor time that this process has used so far, in seconds, all threads together.
  static var processorSeconds: Double { seconds(usage(of: RUSAGE_SELF)) }

  /// The same of the processes that it started and that have ended.
  static var childrenProcessorSeconds: Double { seconds(usage(of: RUSAGE_CHILDREN)) }

  private static func peak(_ usage: rusage) -> Int {
    #if os(Linux)
      usage.ru_maxrss * 1024
    #else
      usage.ru_maxrss
    #endif
  }

  private static func seconds(_ usage: rusage) -> Double {
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) / 1_000_000
  }

  #if os(Linux)
    private typealias Who = __rusage_who
  #else
    private typealias Who = Int32
  #endif

  private static func usage(of who: Who) -> rusage {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(who.rawValue), &usage)
    #else
      getrusage(who, &usage)
    #endif
    return usage
  }

  private static var processor: String? {
    let file = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let line = file?.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":", maxSplits: 1).last.map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  private static var loadAverage: Double? {
    var load = 0.0
    return getloadavg(&load, 1) == 1 ? load : nil
  }
}
