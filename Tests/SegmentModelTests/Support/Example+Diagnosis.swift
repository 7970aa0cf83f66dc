extension Example {
  /// How the rate of diagnosis begins in its file.
  static let diagnosisRate =
    #"{ "value": 0.11, "range95": [0.08, 0.15], "distribution": "logNormal","#

  /// The example with another rate of diagnosis.
  static func fixture(diagnosisRate number: String) -> Fixture {
    var files = Example.files
    let name = "pathways/hypertension.json"
    files[name] = files[name]?.replacing(diagnosisRate, with: "{ \(number),")
    return Fixture(files)
  }
}
