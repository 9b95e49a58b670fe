public import Catalog

/// A text with the place where it stands.
public struct Named: Hashable, Sendable {
  public var text: String
  public var range: Range<Int>
}

/// What a property says, by the form of its key.
public enum Value: Equatable, Sendable {
  case text(String)
  case list([Named])
  case quotes([String])
  case dimensions(ProductDimensions)
  case colors([PartColor])
  case form(ProductForm)
  case budget(Budget)
  case name(Named)
  case names([Named])
  case toggle(Bool)
  case ratio(Ratio)
  case size(PixelSize)
  case number(Int)
  case background(ShotBackground)
  case palette([HexColor])
  case handle(Named)
  case crop(Crop)
}

/// A color and the part of the product that has it.
public struct PartColor: Equatable, Sendable {
  public var color: HexColor

  /// Empty for the whole product.
  public var part: String
}

/// What is behind the product.
public enum ShotBackground: Equatable, Sendable {
  case color(HexColor)
  case transparent
}

/// The part of a reference that a shot uses.
public enum Crop: Equatable, Sendable {
  /// A rectangle in px of the reference; the origin is the top left corner.
  case area(handle: Named, x: Int, y: Int, width: Int, height: Int)
  case part(Part)

  public enum Part: String, CaseIterable, Sendable {
    case lid, label, base
  }
}

/// The most that one run of a file may cost.
public struct Budget: Equatable, Sendable {
  public enum Unit: String, CaseIterable, Sendable {
    case credits, usd = "USD", eur = "EUR"
  }

  /// In millionths of the unit, up to a million units.
  public var micros: Int
  public var unit: Unit

  /// In micro-dollars. A credit is a cent; a euro counts as a dollar, which is less than it buys.
  public var microDollars: Int64 {
    switch unit {
    case .credits: Int64(micros / 100)
    case .usd, .eur: Int64(micros)
    }
  }
}
