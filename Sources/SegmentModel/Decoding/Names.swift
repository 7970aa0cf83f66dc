/// Every name that files may refer to, as far as it is known.
struct Names {
  var choices = NameList.open("choice")
  /// The options of each choice that is known.
  var options: [NameList] = []
  var sources = NameList.open("source")
  var payers = NameList.open("payer")
  var services = NameList.open("service")
  var outcomes = NameList.open("outcome")
  var resources = NameList.open("resource")
  var spendSegments = NameList.open("spend segment")
  var counts = NameList.open("count")
  /// In how many pathways each count that is known can count.
  var countedPathways: [Int] = []
  var sexes = NameList.open("sex")
  var areas = NameList.open("area")
  var deprivation = NameList.open("deprivation group")
  /// The age bands by which results are reported; empty while not known.
  var ageBands: [AgeRange] = []
  var pathways = NameList.open("pathway")
  /// The segments of each pathway that is known.
  var segments: [NameList] = []
  /// The segments of each known pathway that a resident never comes out of.
  var absorbing: [Set<Int>] = []
  var targets = TargetList()
  /// The causes of each outcome that is known.
  var causes: [NameList] = []
  /// What simulated counts are held against.
  var goals = NameList.open("target")
  /// Which of the goals are calibrated to; nil where that is wrong.
  var goalUses: [Target.Use?] = []
  /// The place's first month.
  var start: CalendarMonth?
  /// The month after the place's last one.
  var end: CalendarMonth?
  /// The place's step.
  var step: StepLength?
  /// How many residents there are.
  var residents: Int?
}
