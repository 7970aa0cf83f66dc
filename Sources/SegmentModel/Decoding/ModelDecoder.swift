/// Turns JSON into a model, and collects every mistake on the way.
///
/// Its functions come in extensions by topic. Each returns nil once it has reported a mistake, or
/// when what it needs is broken elsewhere, so that one mistake never causes another.
final class ModelDecoder {
  let log = MistakeLog()
  let store: FileStore
  /// The names that are known so far.
  var names = Names()
  /// The place that scenarios are about.
  var place: Node?
  /// The circles of scenarios that extend one another, as far as they are reported.
  var circles: Set<Set<String>> = []
  /// Goals that some quantity is solved for.
  var solvedGoals: Set<Int> = []
  /// Whether a number can be one of those that are solved.
  var canSolve = true
  /// Whether trees are read with the positions of their numbers in place of the numbers.
  var readsPositions = false
  /// Hears of every object that is read and the keys it may have, so that tests can try each key.
  var hearKeys: ((_ object: Node, _ what: String, _ keys: [String]) -> Void)?
  /// Numbers about the world, in the order met.
  private(set) var inputs = InputLog()
  /// The uncertain ones among them that name what they move with.
  private(set) var groups = NumberGroups()
  /// The option in force of each choice; the default of those that are not listed.
  var options: [Int] = []
  /// What ids call each file, by order of reading.
  var relativeNames: [Int: String] = [:]
  /// Whether what is read now is only checked.
  private var isAside = false

  /// Creates a decoder that reads the files it needs by `read`.
  init(read: @escaping (String) throws(Mistake) -> [UInt8] = FileStore.readDisk) {
    store = FileStore(log: log, read: read)
  }

  /// Reports a mistake at a value.
  func report(_ mistake: Mistake, at node: Node) {
    log.report(mistake, in: node.file, offset: node.value.offset, path: node.value.path)
  }

  /// Reports a mistake at a key of an object.
  func report(_ mistake: Mistake, at member: JSONMember, of node: Node) {
    log.report(mistake, in: node.file, offset: member.keyOffset, path: member.value.path)
  }

  /// Reads something for its mistakes alone: its numbers are not among the inputs of the run.
  func checkAside<Value>(_ read: () -> Value) -> Value {
    let outer = isAside
    isAside = true
    defer { isAside = outer }
    return read()
  }

  /// Notes the numbers of a quantity, whose value stands at `node`.
  func note(_ leaves: [Node], of quantity: Quantity, at node: Node, _ rule: QuantityRule) {
    guard !isAside else { return }
    let tree = quantity.values.isTable ? positions(node, rule)?.tree : nil
    inputs.add(leaves, of: quantity, at: node, positions: tree?.leaves.map { Int($0) } ?? [0])
  }

  /// Notes what a number with evidence, which stands at `node`, moves with.
  func noteGroup(of quantity: Quantity, at node: Node) {
    if !isAside { groups.add(quantity, at: node) }
  }

  /// A number or table with positions among its numbers, in file order, in place of them.
  func positions(_ node: Node, _ rule: QuantityRule) -> (tree: ValueTree, leaves: [Node])? {
    var leaves: [Node] = []
    readsPositions = true
    defer { readsPositions = false }
    return tree(node, rule, &leaves).map { ($0, leaves) }
  }

  /// Starts anew under other options.
  func turn(to options: [Int]) {
    self.options = options
    inputs = InputLog()
    groups = NumberGroups()
  }
}
