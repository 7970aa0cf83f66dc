import Foundation
import SegmentAnalysis

/// What a draw gave, as bytes that give it back to the last bit.
///
/// A line of JSON says what there is; the numbers follow, eight little-endian bytes each: the
/// parameters, the measures by replicate and scenario, then what befell single residents likewise.
enum DrawFile {
  private struct Header: Codable {
    var draw: Int
    var replicates: [Int]
    var parameters: Int
    var scenarios: Int
    var measures: Int
    var unmet: [String]
    var impossible: [String]
    var people: People?
  }

  /// Which measures of single residents there are, since not every replicate has each.
  private struct People: Codable {
    var measures: [PersonMeasure]
    /// By replicate and scenario, places in ``measures``.
    var places: [[[Int]]]
  }

  /// The bytes of a result.
  static func data(_ result: DrawResult) throws -> Data {
    let people = result.people.map(list)
    let header = Header(
      draw: result.draw, replicates: result.replicates, parameters: result.parameters.count,
      scenarios: result.values[0].count, measures: result.values[0][0].count, unmet: result.unmet,
      impossible: result.impossible, people: people)
    let encoder = JSONEncoder()
    // The same bytes whenever it is done again.
    encoder.outputFormatting = .sortedKeys
    var data = try encoder.encode(header)
    data.append(UInt8(ascii: "\n"))
    append(result.parameters, to: &data)
    for values in result.values.joined() { append(values, to: &data) }
    for measures in (result.people ?? []).joined() { append(measures.map(\.1), to: &data) }
    return data
  }

  /// The result that bytes stand for; nil if they stand for none.
  static func result(_ data: Data) -> DrawResult? {
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let header = try? JSONDecoder().decode(Header.self, from: data[..<end])
    else { return nil }
    var rest = data[data.index(after: end)...]
    guard let parameters = numbers(header.parameters, &rest) else { return nil }
    var values: [[[Double]]] = []
    for _ in header.replicates {
      let replicate = (0..<header.scenarios).compactMap { _ in numbers(header.measures, &rest) }
      guard replicate.count == header.scenarios else { return nil }
      values.append(replicate)
    }
    var people: [[[(PersonMeasure, Double)]]]?
    if let listed = header.people {
      people = []
      for replicate in listed.places {
        let read = replicate.compactMap { places in
          numbers(places.count, &rest).map { zip(places, $0).map { (listed.measures[$0], $1) } }
        }
        guard read.count == replicate.count else { return nil }
        people?.append(read)
      }
    }
    guard rest.isEmpty else { return nil }
    return DrawResult(
      draw: header.draw, replicates: header.replicates, values: values, people: people,
      parameters: parameters, unmet: header.unmet, impossible: header.impossible)
  }

  private static func list(_ people: [[[(PersonMeasure, Double)]]]) -> People {
    var measures: [PersonMeasure] = []
    var known: [PersonMeasure: Int] = [:]
    let places = people.map { replicate in
      replicate.map { scenario in
        scenario.map { measure, _ in
          if let place = known[measure] { return place }
          known[measure] = measures.count
          measures.append(measure)
          return measures.count - 1
        }
      }
    }
    return People(measures: measures, places: places)
  }

  private static func append(_ numbers: [Double], to data: inout Data) {
    numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { data.append(contentsOf: $0) }
  }

  /// Takes numbers from the front; nil if there are not so many.
  private static func numbers(_ count: Int, _ data: inout Data) -> [Double]? {
    let size = MemoryLayout<UInt64>.size
    guard data.count >= count * size else { return nil }
    let bytes = data.prefix(count * size)
    data = data.dropFirst(count * size)
    return bytes.withUnsafeBytes { raw in
      (0..<count).map {
        Double(
          bitPattern: UInt64(
            littleEndian: raw.loadUnaligned(fromByteOffset: $0 * size, as: UInt64.self)))
      }
    }
  }
}
