import Imaging

extension CutOut.Reason {
  /// What a person should know about a cut-out.
  var sentence: String {
    switch self {
    case .ownTransparency: "the photo came with transparency of its own, which was kept"
    case .plainBackdrop: "the backdrop is plain"
    case .busyBackground: "the background is busy"
    case .methodsDisagree: "two ways to find the product found different areas"
    case .faintContour: "the product differs little from what is around it"
    case .verySmall: "the product covers less than 1 % of the photo"
    case .touchesFrame: "the product reaches the frame and may be cropped"
    case .severalParts: "the product has several separate parts"
    case .nothingFound: "nothing differs from the background"
    }
  }
}
