/// What a run would do and cost, before anything is done.
public struct Plan: Sendable, Hashable {
  public var jobs: [PlannedJob]

  /// Sentences about the plan as a whole or one job, each named once.
  public var warnings: [String]

  public init(jobs: [PlannedJob] = [], warnings: [String] = []) {
    self.jobs = jobs
    self.warnings = warnings
  }

  /// Why the plan cannot be carried out as it is: a budget that it breaks. Nil when nothing stands in the way.
  public var refusal: BudgetRefusal?

  /// What the whole plan costs.
  public var price: PriceRange { jobs.reduce(.free) { $0 + $1.price } }

  /// About how long the whole plan takes; nil when that is not known for some job.
  public var seconds: Double? {
    jobs.reduce(0 as Double?) { sum, job in sum.flatMap { sum in job.seconds.map { sum + $0 } } }
  }
}

/// What a run would do about one job.
public enum PlanAction: String, Sendable, Hashable {
  /// Make what was never made.
  case add
  /// Make anew what was made from other inputs.
  case change
  /// Take what was made from the same inputs.
  case reuse
}

/// One job of a plan.
public struct PlannedJob: Sendable, Hashable {
  public var shot: String
  public var model: String
  public var style: String
  public var action = PlanAction.add
  /// What differs from when the shot was made last, in words: `style: hard-sun instead of pure-white`.
  public var changes: [String] = []
  public var width: Int
  public var height: Int
  public var count: Int
  public var price: PriceRange
  /// How the price comes about.
  public var arithmetic: PriceArithmetic
  /// About how long it takes; nil when that is not known.
  public var seconds: Double?
}

/// From least to most, in micro-dollars.
public struct PriceRange: Sendable, Hashable {
  public var lowMicros: Int64
  public var highMicros: Int64

  /// Costs nothing.
  public static let free = PriceRange(lowMicros: 0, highMicros: 0)

  public init(lowMicros: Int64, highMicros: Int64) {
    self.lowMicros = lowMicros
    self.highMicros = highMicros
  }

  /// Both together; stops at the largest number instead of wrapping.
  public static func + (left: PriceRange, right: PriceRange) -> PriceRange {
    PriceRange(
      lowMicros: left.lowMicros.addingWithoutWrap(right.lowMicros),
      highMicros: left.highMicros.addingWithoutWrap(right.highMicros))
  }
}

extension Int64 {
  fileprivate func addingWithoutWrap(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
