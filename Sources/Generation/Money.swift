public import Catalog

extension Money {
  /// A range of micro-dollars: one sum where both ends are the same.
  public static func text(_ range: PriceRange) -> String {
    let (low, high) = (text(range.lowMicros), text(range.highMicros))
    return low == high ? low : "\(low) to \(high)"
  }
}
