public import Generation
public import Platform

/// What one try of a job was expected to cost, and what it did.
public struct LedgerEntry: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable {
    /// The job waits or runs.
    case open
    /// What was paid is known.
    case paid
    /// Money may have been spent, and nobody said how much: counted as the most of the estimate.
    case unknown
  }

  /// Rises from entry to entry.
  public var number: Int64
  public var job: JobID
  public var title: String
  /// The shot list that asked, relative to the root; nil for an edit of a single picture.
  public var document: String?
  public var shot: String?
  /// The id of the model; the operation's name for an edit.
  public var model: String
  public var estimate: PriceRange
  /// How the estimate came about, in words.
  public var arithmetic: String
  /// What was paid, in micro-dollars; nil while that is not known.
  public var actualMicros: Int64?
  public var state: State
  public var created: WallTime
  public var closed: WallTime?
}

/// What became of the money of one try.
enum Payment: Sendable {
  case paid(Int64)
  case unknown
}

/// What a job is expected to cost.
struct Estimate: Sendable, Hashable {
  var model: String
  var price: PriceRange
  var arithmetic: String

  /// Local work.
  static func free(_ model: String) -> Estimate {
    Estimate(model: model, price: .free, arithmetic: PriceArithmetic.free.text)
  }
}
