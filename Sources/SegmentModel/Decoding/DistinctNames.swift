/// Names of numbers, made different where several have the same one.
struct DistinctNames {
  /// The numbers, in the order of adding.
  private(set) var ids: [String] = []
  private var names: [String] = []
  private var placeOfID: [String: Int] = [:]
  private var placesOfName: [String: [Int]] = [:]

  /// Adds a number by its id, a file and a path, and its name; again is as once.
  ///
  /// Says where it stands in ``ids``.
  @discardableResult
  mutating func add(_ id: String, _ name: String) -> Int {
    if let place = placeOfID[id] { return place }
    let place = ids.count
    placeOfID[id] = place
    ids.append(id)
    names.append(name)
    placesOfName[name, default: []].append(place)
    return place
  }

  /// The names in the order of ``ids``: those of the same name go by their files as well, or else are
  /// counted.
  var distinct: [String] {
    var result = names
    var made: Set<String> = []
    for (first, name) in names.enumerated() {
      guard let places = placesOfName[name], places.count > 1, places[0] == first else { continue }
      let files = places.map { KeyWords.file(NumberID.file(of: ids[$0])) }
      let areOfFiles = Set(files).count == places.count
      for (index, place) in places.enumerated() {
        var number = index
        var own = "\(name) (\(areOfFiles ? files[index] : KeyWords.ordinal(number)))"
        while placesOfName[own]?.count == 1 || !made.insert(own).inserted {
          number += 1
          own = "\(name) (\(KeyWords.ordinal(number)))"
        }
        result[place] = own
      }
    }
    return result
  }
}
