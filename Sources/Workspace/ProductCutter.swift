public import Imaging

/// Parts a product from its background.
public struct ProductCutter: Sendable {
  /// The name and version of the method: a cut-out is made again when it changes.
  public var version: String

  /// Cuts; stops with `cancelled` within 50 ms once `isCancelled` is true.
  public var cut: Cut

  /// `model` says what is product; without one krafd's own network does. `onStage` is told what is done now and how much
  /// of all is done, 0 to 1.
  public typealias Cut =
    @Sendable (
      _ photo: Raster, _ model: (any SegmentationModel)?, _ isCancelled: @escaping @Sendable () -> Bool,
      _ onStage: @escaping (String, Double) -> Void
    ) throws(ImagingError) -> CutProduct

  public init(version: String, cut: @escaping Cut) {
    self.version = version
    self.cut = cut
  }

  /// What identifies the way in which a photo is cut by `model`: a cut-out is made again when the model changes.
  func version(with model: (any SegmentationModel)?) -> String {
    model.map { "\(version) with \($0.version)" } ?? version
  }

  /// The one that krafd brings along.
  public static let automatic = ProductCutter(version: "automatic 8") {
    (photo, model, isCancelled, onStage) throws(ImagingError) in
    let made = try CutOut.find(in: photo, model: model, isCancelled: isCancelled, onStage: onStage)
    return CutProduct(cutout: made.image, confidence: made.confidence, reasons: made.reasons.map(\.words))
  }
}

extension CutOut.Reason {
  /// The reason as a warning says it.
  fileprivate var words: String {
    switch self {
    case .ownTransparency: "the photo has transparency of its own"
    case .plainBackdrop: "the backdrop is plain"
    case .busyBackground: "the background is busy"
    case .methodsDisagree: "two methods disagree on the outline"
    case .faintContour: "the outline is faint"
    case .verySmall: "the product is very small in the photo"
    case .touchesFrame: "the product touches the frame"
    case .severalParts: "the product has several parts"
    case .nothingFound: "nothing stands out from the background"
    }
  }
}

/// A product without its background.
public struct CutProduct: Sendable, Hashable {
  /// Straight alpha, the photo's size.
  public var cutout: Raster

  /// How sure the cut is, 0 to 1.
  public var confidence: Double

  /// Why the confidence is not higher, in words for people.
  public var reasons: [String]

  public init(cutout: Raster, confidence: Double, reasons: [String]) {
    self.cutout = cutout
    self.confidence = confidence
    self.reasons = reasons
  }
}
