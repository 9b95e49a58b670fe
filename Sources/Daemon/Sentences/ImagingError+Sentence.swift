import Imaging

extension ImagingError {
  /// The sentence for a picture that stands in the file `name`; without a name, for the picture at hand.
  func sentence(about name: String? = nil) -> Sentence {
    let picture = name.map { "'\($0)'" } ?? "The picture"
    switch self {
    case .unknownFormat:
      return Sentence(
        "unknownFormat", "\(picture) is not a picture that krafd reads; give it a PNG, JPEG or WebP file")
    case .damaged(let format, let detail, let byte):
      let place = byte.map { " at byte \($0)" } ?? ""
      return Sentence(
        "damaged", "\(picture) is a damaged \(format) file\(place) (\(detail)); export or copy it again")
    case .tooLarge(let width, let height, let maxPixels):
      return Sentence(
        "tooLarge",
        "\(picture) is \(width) × \(height) px; krafd opens up to \(maxPixels / 1_000_000) megapixels, so scale it down"
      )
    case .tooManyBytes(let count, let maxBytes):
      return Sentence(
        "tooManyBytes", "\(picture) has \(count >> 20) MiB; krafd reads up to \(maxBytes >> 20) MiB, so make it smaller"
      )
    case .regionOutsideImage(let x, let y, let width, let height, let imageWidth, let imageHeight):
      return Sentence(
        "regionOutsideImage",
        "The area \(x), \(y), \(width) × \(height) must lie inside the picture of \(imageWidth) × \(imageHeight) px")
    case .badParameter("mask", let detail) where name != nil:
      return Sentence("badParameter", "\(picture) is no mask: it \(detail)")
    case .badParameter(let name, let detail):
      return Sentence("badParameter", "The parameter '\(name)' does not fit: \(detail)")
    case .unknownOperation(let name):
      return Sentence(
        "unknownOperation", "No operation is named '\(name)'; kraf/catalog/operations lists those that exist")
    case .modelUnusable(let name, let detail):
      return Sentence("modelUnusable", Self.modelSentence("'\(name)' cannot be used: \(detail)"))
    case .cancelled:
      return Sentence("cancelled", "The work was cancelled")
    case .timedOut(let milliseconds):
      return Sentence("timedOut", "\(picture) took longer than \(milliseconds) ms and was given up; try a smaller one")
    }
  }

  /// The sentence for a user's own model; `facts` name the file that describes it and what is wrong.
  static func modelSentence(_ facts: String) -> String {
    "The cut-out model of \(facts); mend this, or remove the file (and unset KRAFD_CUTOUT_MODEL) to go back to the "
      + "built-in network"
  }
}
