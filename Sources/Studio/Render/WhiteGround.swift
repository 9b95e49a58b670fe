/// How much of a product's shadow a pure white ground keeps, so that what marketplaces test for white is white.
///
/// Where little room is left beside the product, its shadow is drawn in to its foot: a shadow that runs out of the picture,
/// or is cut off before it does, looks like a mistake.
struct WhiteGround {
  private let layout: Layout
  private let productSize: Float

  /// Where shadows are whole and where they end, in product sizes from the product.
  private static let core: Float = 0.04
  private static let end: Float = 0.30

  /// The last px to the frame's border, as a share of its shorter side, in which whatever is left fades.
  private static let margin: Float = 0.04

  init(_ layout: Layout) {
    self.layout = layout
    productSize = Float(max(layout.placement.width, layout.placement.height))
  }

  /// 1 at the product, 0 where the ground is white.
  func nearness(x: Int, y: Int, distance: Float) -> Float {
    let side = Float(min(x, layout.width - 1 - x))
    // How much of its usual room the shadow has between the product and the frame.
    let room = min(max((distance + side) / productSize / Self.end, 0.1), 1)
    // What lies is seen from above and has no foot.
    let rise = layout.eyeHeight > 0 ? max(Float(layout.originY) - Float(y), 0) * (1 - room) : 0
    let away = (distance * distance + rise * rise).squareRoot() / productSize
    let border = min(side, Float(min(y, layout.height - 1 - y)))
    let edge = Self.smooth(border / (Self.margin * Float(min(layout.width, layout.height))))
    return (1 - Self.smooth((away / room - Self.core) / (Self.end - Self.core))) * edge
  }

  /// Takes the haze of far shadow from the ground: what is nearly white becomes white, what is dark stays.
  static func cleared(_ left: Float) -> Float {
    let loss = 1 - left
    return 1 - loss * smooth((loss - 0.012) / 0.10)
  }

  /// 0 below 0, 1 above 1, an S between.
  private static func smooth(_ value: Float) -> Float {
    let t = min(max(value, 0), 1)
    return t * t * (3 - 2 * t)
  }
}
