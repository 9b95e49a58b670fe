import Imaging
import Workspace

extension ProductCutter {
  /// krafd's own cut-out. The version changes when the same photo may give another result.
  static let automatic = ProductCutter(version: "cutout-1") { (photo, isCancelled, onStage) throws(ImagingError) in
    let cut = try CutOut.automatic(from: photo, isCancelled: isCancelled) { stage, _ in onStage("cutting out: \(stage)") }
    return CutProduct(cutout: cut.image, confidence: cut.confidence, reasons: cut.reasons.map(\.sentence))
  }
}
