extension CutOut {
  /// A fact about the photo or the result that explains the confidence.
  public enum Reason: String, Sendable, CaseIterable {
    /// The photo came with transparency of its own, which was kept.
    case ownTransparency
    /// One smooth backdrop explains the frame of the photo.
    case plainBackdrop
    /// The frame of the photo shows more than a smooth backdrop.
    case busyBackground
    /// Two ways to find the product found different areas.
    case methodsDisagree
    /// The product's colors differ little from what is around it.
    case faintContour
    /// The product covers less than 1 % of the photo.
    case verySmall
    /// The product reaches the frame and may be cropped.
    case touchesFrame
    /// The product has several separate parts.
    case severalParts
    /// Nothing differs from the background.
    case nothingFound

    /// Whether the fact is a reason to look at the result again.
    public var lowersConfidence: Bool {
      switch self {
      case .ownTransparency, .plainBackdrop, .severalParts: false
      case .busyBackground, .methodsDisagree, .faintContour, .verySmall, .touchesFrame, .nothingFound: true
      }
    }

    /// The fact in a few words, without a full stop.
    public var summary: String {
      switch self {
      case .ownTransparency: "the photo was transparent already; its transparency was kept"
      case .plainBackdrop: "the backdrop is plain"
      case .busyBackground: "the background is not one plain surface"
      case .methodsDisagree: "two ways to find the product found different areas"
      case .faintContour: "the product's colors differ little from the background's"
      case .verySmall: "the product covers less than 1 % of the photo"
      case .touchesFrame: "the product touches the frame and may be cropped"
      case .severalParts: "the product has several separate parts"
      case .nothingFound: "nothing differs from the background"
      }
    }
  }
}
