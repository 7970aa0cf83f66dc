/// Writes numbers the same way everywhere, whatever the locale.
public enum NumberText {
  /// A number with a fixed number of decimals, halves away from zero; never "-0".
  public static func fixed(_ value: Double, decimals: Int) -> String {
    write(value, decimals: decimals, separator: "")
  }

  /// Like ``fixed(_:decimals:)``, with commas between thousands.
  public static func grouped(_ value: Double, decimals: Int = 0) -> String {
    write(value, decimals: decimals, separator: ",")
  }

  /// Like ``fixed(_:decimals:)``, without zeros at the end of the decimals.
  public static func trimmed(_ value: Double, decimals: Int) -> String {
    write(value, decimals: decimals, separator: "", keepsZeros: false)
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  public static func shortest(_ value: Double) -> String {
    if value == 0 { return "0" }
    return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  /// A number of a table as a reader wants it: with four significant digits where it has more than anybody
  /// writes, so that it was derived; else as it is.
  static func withoutNoise(_ text: String) -> String {
    let digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    guard digits.count > 8, let value = Double(text), value.isFinite, value != 0 else {
      return text
    }
    var exponent = 0
    while value.magnitude >= 10 * unit(exponent), exponent < 15 { exponent += 1 }
    while value.magnitude < unit(exponent), exponent > -12 { exponent -= 1 }
    let last = exponent - 3
    guard last > 0 else { return trimmed(value, decimals: -last) }
    return fixed((value / unit(last)).rounded() * unit(last), decimals: 0)
  }

  private static func unit(_ exponent: Int) -> Double {
    exponent >= 0 ? powerOfTen(exponent) : 1 / powerOfTen(-exponent)
  }

  private static func write(
    _ value: Double, decimals: Int, separator: String, keepsZeros: Bool = true
  ) -> String {
    let scale = powerOfTen(decimals)
    let scaled = (value.magnitude * scale).rounded()
    // Beyond 2^63, or not a number: there are no decimals to fix.
    guard let units = Int64(exactly: scaled) else { return "\(value)" }
    let whole = group("\(units / Int64(scale))", by: separator)
    let sign = value < 0 && units != 0 ? "-" : ""
    var (rest, places) = (units % Int64(scale), decimals)
    while !keepsZeros, places > 0, rest % 10 == 0 { (rest, places) = (rest / 10, places - 1) }
    guard places > 0 else { return sign + whole }
    let digits = "\(rest)"
    return sign + whole + "." + String(repeating: "0", count: places - digits.utf8.count) + digits
  }

  private static func group(_ digits: String, by separator: String) -> String {
    guard !separator.isEmpty, digits.count > 3 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }

  /// Ten to a small power, exactly.
  static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
