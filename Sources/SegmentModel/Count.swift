/// Something that a run counts, when and among whom.
public struct Count: Hashable, Sendable {
  /// What is counted.
  public enum What: Hashable, Sendable {
    /// How often happenings happened and triggers moved somebody.
    case events([EffectTarget])
    /// How often an outcome (an index into ``Model/outcomes``) was counted, from some causes or
    /// (nil) from all.
    case outcome(Int, causes: Set<String>?)
    /// Living residents in segments of a pathway, or (nil) all, at ``Count/from``.
    case people(Segments?)
    /// Years lived in segments of a pathway, or (nil) in all.
    case personYears(Segments?)
    /// Residents who died.
    case deaths
    /// Residents first reached by the intervention of this id.
    case reached(String)
    /// Pounds of the price year, not discounted, of a payer (an index into ``Model/payers``) and
    /// a category, or (nil) of all.
    case pounds(payer: Int?, category: CostCategory?)
    /// How much of a resource (an index into ``Model/resources``) was taken, in its unit.
    case resource(Int)
    /// Living residents who hold at least so many of a count (an index into ``Model/counts``), at
    /// ``Count/from``.
    case holding(Int, atLeast: Int)
    /// The share, of what all who are ranked by spend cost in the year, of those in a segment of
    /// ``SpendSegments/segments``.
    case shareOfSpend(Int)
  }

  /// Some segments of a pathway, by index.
  public struct Segments: Hashable, Sendable {
    /// Index into ``Model/pathways``.
    public var pathway: Int
    /// Indices into its segments.
    public var segments: Set<Int>

    /// Creates a set of segments.
    public init(pathway: Int, segments: Set<Int>) {
      self.pathway = pathway
      self.segments = segments
    }
  }

  /// What is counted.
  public var what: What
  /// The first month counted; a whole number of years after ``Model/start``.
  public var from: CalendarMonth
  /// How many years are counted; 0 for what is counted at one moment.
  public var years: Int
  /// Among whom; nil for everybody.
  public var margin: Margin?

  /// Creates a count.
  public init(_ what: What, from: CalendarMonth, years: Int, margin: Margin? = nil) {
    self.what = what
    self.from = from
    self.years = years
    self.margin = margin
  }

  /// Whether it is counted in single residents, who have to be followed for it.
  public var followsResidents: Bool {
    switch what {
    case .holding, .shareOfSpend: true
    default: false
    }
  }

  /// The month after the last one that has to be simulated.
  public var end: CalendarMonth { CalendarMonth(ordinal: from.ordinal + 12 * years) }
}
