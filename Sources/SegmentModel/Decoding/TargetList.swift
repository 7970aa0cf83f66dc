/// What effects of interventions can act on.
struct TargetList {
  /// The names, in the order of ``targets``.
  var list = NameList.open("move, event or trigger")
  /// What each name stands for.
  var targets: [EffectTarget] = []
  /// How the chance of each happening is given.
  var chances: [ChanceKind?] = []

  init() {}

  /// Lists happenings, in the order of ``Model/happenings``, and their triggers.
  init(_ outlines: [HappeningOutline], isOpen: Bool) {
    list.isOpen = isOpen || outlines.contains { $0.id == nil || !$0.isWhole }
    for (index, outline) in outlines.enumerated() {
      chances.append(outline.chance)
      guard let id = outline.id else { continue }
      add(id, .happening(index))
      for (position, trigger) in outline.triggers.enumerated() {
        add("\(id)/\(trigger)", .trigger(happening: index, trigger: position))
      }
    }
  }

  private mutating func add(_ name: String, _ target: EffectTarget) {
    list.append(name)
    targets.append(target)
  }
}
