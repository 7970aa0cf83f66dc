/// Names of numbers, made different where several have the same one.
struct DistinctNames {
  private var names: [String: String] = [:]
  private var ids: [String: [String]] = [:]
  private var order: [String] = []

  /// Adds a number by its id, a file and a path, and its name; again is as once.
  mutating func add(_ id: String, _ name: String) {
    guard names.updateValue(name, forKey: id) == nil else { return }
    if ids[name] == nil { order.append(name) }
    ids[name, default: []].append(id)
  }

  /// The names by id: those of the same name go by their files as well, or else are counted.
  var distinct: [String: String] {
    var result = names
    var taken = Set(order.filter { ids[$0]?.count == 1 })
    for name in order {
      guard let ids = ids[name], ids.count > 1 else { continue }
      let files = ids.map { id in KeyWords.file(String(id.prefix { $0 != ":" })) }
      let areOfFiles = Set(files).count == ids.count
      for (index, id) in ids.enumerated() {
        var place = index
        var own = "\(name) (\(areOfFiles ? files[index] : KeyWords.ordinal(place)))"
        while !taken.insert(own).inserted {
          place += 1
          own = "\(name) (\(KeyWords.ordinal(place)))"
        }
        result[id] = own
      }
    }
    return result
  }
}
