public import Imaging

/// How far a model is with one request.
public struct GenerationProgress: Sendable {
  /// What it does now, in words for people: `tracing pass 4 of 6`.
  public var stage: String

  /// How much is done, 0 to 1; never falls. Nil when the model cannot say.
  public var fraction: Double?

  /// How the picture looks so far; any size.
  public var preview: Raster?

  public init(stage: String, fraction: Double?, preview: Raster? = nil) {
    self.stage = stage
    self.fraction = fraction
    self.preview = preview
  }
}

/// A fraction that only rises, whatever is reported.
public struct RisingFraction: Sendable, Hashable {
  /// 0 to 1.
  public private(set) var value = 0.0

  public init() {}

  /// Takes `reported` where it is a number above what was known, cut to 1. Answers the value to show.
  public mutating func rise(to reported: Double?) -> Double {
    if let reported, reported > value { value = min(reported, 1) }
    return value
  }
}
