import Catalog

/// Pictures side by side, the best first.
public struct Comparison: Sendable, Hashable {
  public var pictures: [ComparedPicture]
  /// A picture of all of them with their captions.
  public var sheet: Asset
}

/// One picture and what speaks for it.
public struct ComparedPicture: Sendable, Hashable {
  /// How far the product in a picture can be from the photo.
  public enum Truth: Int, Sendable, Hashable, Comparable {
    /// The product's own pixels: nothing can be wrong with them.
    case exact
    /// A trained model worked around the product's own pixels.
    case composite
    /// A trained model drew the product.
    case redrawn

    public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }
  }

  public var asset: Asset
  /// Counted from 1; equal pictures share a rank.
  public var rank: Int
  public var model: String
  public var style: String
  public var seed: UInt64
  public var truth: Truth
  /// What the rules of the shot's slots say, by slot; empty where it goes to none.
  public var findings: [String: [ChannelFinding]]
  /// Of the job that made it, in micro-dollars and ms, divided by its pictures.
  public var costMicros: Int64
  public var elapsedMilliseconds: Int
  public var verdict: Verdict.Kind?

  /// How many slots would refuse it.
  var refusals: Int { findings.values.count { $0.contains { $0.severity == .error } } }
  var warnings: Int { findings.values.reduce(0) { $0 + $1.count { $0.severity == .warning } } }

  /// What decides the rank, the weightiest first: whether it was rejected, truth, refusals, warnings, cost, time.
  fileprivate var weight: [Int64] {
    [
      verdict == .rejected ? 1 : 0, Int64(truth.rawValue), Int64(refusals), Int64(warnings), costMicros,
      // Differences below a second are no reason.
      Int64(elapsedMilliseconds / 1000),
    ]
  }
}

extension [ComparedPicture] {
  /// The best first, with their ranks.
  func ranked() -> [ComparedPicture] {
    var sorted = enumerated().sorted { left, right in
      let (one, two) = (left.element.weight, right.element.weight)
      return one == two ? left.offset < right.offset : one.lexicographicallyPrecedes(two)
    }.map(\.element)
    for place in sorted.indices {
      let isEqual = place > 0 && sorted[place].weight == sorted[place - 1].weight
      sorted[place].rank = isEqual ? sorted[place - 1].rank : place + 1
    }
    return sorted
  }
}

extension ComparedPicture {
  /// Why it stands where it stands, a short phrase each.
  public var reasons: [String] {
    var reasons = verdict == .rejected ? ["rejected"] : []
    switch truth {
    case .exact: reasons.append("the product's own pixels")
    case .composite: reasons.append("a model worked around the product: look at its edges")
    case .redrawn: reasons.append("a model drew the product: compare it with the photo")
    }
    if !findings.isEmpty {
      let fits = findings.count - refusals
      reasons.append("fits \(fits) of \(findings.count) slots")
      let rules = Set(findings.values.joined().filter { $0.severity != .information }.map(\.rule)).sorted()
      if !rules.isEmpty { reasons.append(rules.joined(separator: ", ")) }
    }
    return reasons
  }
}
