public import Catalog

/// How a price comes about: counts multiplied with the price of one unit.
public struct PriceArithmetic: Sendable, Hashable {
  /// How many of something are paid for, from least to most.
  public struct Factor: Sendable, Hashable {
    public var count: ClosedRange<Int>
    /// In the singular: `picture`, `megapixel`.
    public var unit: String
  }

  /// Empty for what is free.
  public var factors: [Factor]

  /// What one unit of the last factor costs.
  public var unitPrice: PriceRange

  /// Nothing is paid.
  public static let free = PriceArithmetic(factors: [], unitPrice: .free)

  /// All factors multiplied; stops at the largest number instead of wrapping.
  public var total: PriceRange {
    factors.reduce(unitPrice) { price, factor in
      PriceRange(
        lowMicros: price.lowMicros.timesWithoutWrap(factor.count.lowerBound),
        highMicros: price.highMicros.timesWithoutWrap(factor.count.upperBound))
    }
  }

  /// As people read it: `2 pictures × 3 megapixels × $0.03`, or `free`.
  public var text: String {
    guard !factors.isEmpty else { return "free" }
    return (factors.map(\.text) + [Money.text(unitPrice)]).joined(separator: " × ")
  }
}

extension PriceArithmetic.Factor {
  fileprivate var text: String {
    let (low, high) = (count.lowerBound, count.upperBound)
    return (low == high ? "\(low) \(unit)" : "\(low) to \(high) \(unit)") + (high == 1 ? "" : "s")
  }
}

extension PriceArithmetic {
  /// The arithmetic for pictures of `megapixels` each. Parts of a megapixel count whole; of units that cannot be known
  /// before, the card says how many one picture takes.
  public init(_ price: Price, pictures: Int, megapixels: Double) {
    let one = PriceRange(lowMicros: Int64(price.lowMicros), highMicros: Int64(price.highMicros))
    let each = price.unitsAPicture ?? 1...1
    let own = Factor(count: pictures...pictures, unit: "picture")
    switch price.unit {
    case .free: self = .free
    case .perRun: self.init(factors: [Factor(count: 1...1, unit: "run")], unitPrice: one)
    case .perImage: self.init(factors: [own], unitPrice: one)
    case .perMegapixel:
      let whole = Int(min(max(megapixels.rounded(.up), 1), 1e6))
      self.init(factors: [own, Factor(count: whole...whole, unit: "megapixel")], unitPrice: one)
    case .perSecond: self.init(factors: [own, Factor(count: each, unit: "second")], unitPrice: one)
    case .perFrame: self.init(factors: [own, Factor(count: each, unit: "frame")], unitPrice: one)
    case .perToken: self.init(factors: [own, Factor(count: each, unit: "token")], unitPrice: one)
    case .perStep: self.init(factors: [own, Factor(count: each, unit: "step")], unitPrice: one)
    }
  }
}

extension Int64 {
  fileprivate func timesWithoutWrap(_ count: Int) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: Int64(count))
    return overflow ? .max : product
  }
}
