import Foundation

/// What a run says would be seen after the first twelve months of the reported period: frozen, to be
/// scored once it was seen.
public struct Forecast: Codable, Hashable, Sendable {
  /// A number that will be seen, and where it is said to fall.
  public struct Item: Codable, Hashable, Sendable {
    /// Names it, for example `people:hypertension/controlled`.
    public var item: String
    /// The mean over draws.
    public var mean: Double
    /// The standard deviation of what one place sees.
    public var sd: Double
    /// Where the number of one place falls, at the forecast's level.
    public var low: Double
    /// The other end of that.
    public var high: Double
    /// The values below which the number of one place falls with ``Forecast/probabilities``.
    public var quantiles: [Double]
  }

  /// What is said of a scenario.
  public struct Scenario: Codable, Hashable, Sendable {
    /// The options of the place's choices that are not the default.
    public var choices: String
    /// The id of the scenario.
    public var scenario: String
    /// Everything that is said.
    public var items: [Item]
  }

  /// What kind of file it is.
  public var segflow = Self.kind
  /// The id of the place.
  public var place: String
  /// The digest of the run that said it.
  public var runDigest: String
  /// The version of the tool.
  public var toolVersion: String
  /// The first month of the twelve.
  public var from: String
  /// The month that follows them, at whose start people are counted.
  public var until: String
  /// The level of ``Item/low`` and ``Item/high``.
  public var level: Double
  /// How many draws it is over.
  public var draws: Int
  /// Replicates of each draw.
  public var replicatesOfEachDraw: Int
  /// What each of ``Item/quantiles`` stands for.
  public var probabilities: [Double]
  /// The scenarios of every world, the baseline among them.
  public var scenarios: [Scenario]

  /// The kind of file and its version.
  public static let kind = "forecast/1"

  /// Reads a file; throws ``ForecastError`` when it is not a forecast.
  public init(path: String) throws(ForecastError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ForecastError("cannot read '\(path)'")
    }
    guard let forecast = try? JSONDecoder().decode(Forecast.self, from: data),
      forecast.segflow == Self.kind
    else { throw ForecastError("'\(path)' is not a forecast: no \"segflow\": \"\(Self.kind)\"") }
    for item in forecast.scenarios.flatMap(\.items)
    where item.quantiles.count != forecast.probabilities.count {
      throw ForecastError(
        "'\(path)': the item '\(item.item)' has \(item.quantiles.count) quantiles for "
          + "\(forecast.probabilities.count) probabilities")
    }
    guard !forecast.scenarios.isEmpty else {
      throw ForecastError("'\(path)': it is a forecast of no scenario")
    }
    try Self.requireUnchanged(data, at: path)
    self = forecast
  }

  /// Throws unless a forecast that stands in the folder of its run is as the run wrote it.
  private static func requireUnchanged(_ data: Data, at path: String) throws(ForecastError) {
    let url = URL(fileURLWithPath: path)
    let stated = ResultsFolder.outputs(in: url.deletingLastPathComponent().path)
    guard let stated = stated?[url.lastPathComponent], stated != SHA256.hexDigest(Array(data))
    else { return }
    throw ForecastError(
      "'\(path)' is not as the run wrote it: its digest is not that of the \(Manifest.fileName) "
        + "beside it")
  }

  init(
    place: String, runDigest: String, toolVersion: String, from: String, until: String,
    level: Double, draws: Int, replicatesOfEachDraw: Int, probabilities: [Double],
    scenarios: [Scenario]
  ) {
    self.place = place
    self.runDigest = runDigest
    self.toolVersion = toolVersion
    self.from = from
    self.until = until
    self.level = level
    self.draws = draws
    self.replicatesOfEachDraw = replicatesOfEachDraw
    self.probabilities = probabilities
    self.scenarios = scenarios
  }
}
