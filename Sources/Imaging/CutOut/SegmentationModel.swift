internal import Glibc

/// A user's own way to see what belongs to the product, in place of the network that krafd brings along.
///
/// It is a port: whoever knows files and libraries makes one, and the cut-out works with what it answers. The same colors
/// always get the same answer, and several threads may ask at a time.
public protocol SegmentationModel: Sendable {
  /// What errors call the model, such as the path of the file that describes it.
  var name: String { get }

  /// Differs from that of every model that may answer otherwise.
  var version: String { get }

  /// The number of columns that the model looks at, at least 1.
  var width: Int { get }

  /// The number of rows that the model looks at, at least 1.
  var height: Int { get }

  /// How likely each pixel belongs to the product, 0...1, row by row.
  ///
  /// `colors` are sRGB as stored, 0...255, red, green and blue in x, y and z; `width` × `height` of them, row by row. The
  /// photo was stretched to that size.
  /// - Throws: `modelUnusable`; `cancelled` soon after `isCancelled` answers true.
  func likelihood(
    of colors: [SIMD4<Float>], isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> [Float]
}

/// Answers the model to use now; nil for krafd's own network. Asked before each cut-out, from any thread.
///
/// Throws: `modelUnusable` where a model is wanted and cannot be had.
public typealias SegmentationModelSource = @Sendable () throws(ImagingError) -> (any SegmentationModel)?

extension SegmentationModel {
  /// What the model makes of a photo, as logits in the model's size.
  func logits(
    of photo: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> [Float] {
    let colors = AreaAverage.reduce(photo, width: width, height: height)
    let likely = try likelihood(of: colors, isCancelled: isCancelled)
    guard likely.count == colors.count, likely.allSatisfy({ $0.isFinite }) else {
      throw .modelUnusable(name: name, detail: "it does not answer with one finite number for each pixel")
    }
    return likely.map(Self.logit)
  }

  /// Certainty is cut at 1 in 10,000, so that a model which is very sure of everything does not silence the colors.
  private static func logit(_ likelihood: Float) -> Float {
    let share = max(1e-4, min(1 - 1e-4, likelihood))
    return logf(share / (1 - share))
  }
}
