extension CutOut {
  /// One stage of the way from a photo to its cut-out, as a picture.
  public struct Stage: Sendable {
    /// Short, without spaces: good for a file name.
    public let name: String
    /// `.srgba`, or a `.mask`.
    public let picture: Raster
  }

  /// Is told of each stage, and how to make its picture, which it need not do.
  typealias StageSink = (_ name: String, _ picture: @escaping () -> Raster) -> Void

  /// The cut-out with pictures of all stages, in the order of work: to see why a photo fails.
  ///
  /// - Throws: as `find`.
  public static func explained(
    _ photo: Raster, hints: Hints = Hints(), model: (any SegmentationModel)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> (cutout: CutOut, stages: [Stage]) {
    var stages = [Stage(name: "photo", picture: photo)]
    let result = try find(in: photo, hints: hints, model: model, isCancelled: isCancelled) { name, picture in
      stages.append(Stage(name: name, picture: picture()))
    }
    stages.append(Stage(name: "alpha", picture: result.mask))
    stages.append(Stage(name: "on-magenta", picture: result.image.laidOver(red: 255, green: 0, blue: 255)))
    return (result, stages)
  }
}

extension Raster {
  /// A mask from one value a pixel; 0...1 are shown from black to white.
  init(showing values: [Float], width: Int, height: Int) {
    self.init(
      width: width, height: height, format: .mask,
      bytes: values.map { UInt8((255 * max(0, min(1, $0.isFinite ? $0 : 0))).rounded()) })
  }

  /// The picture on a plain ground.
  fileprivate func laidOver(red: Int, green: Int, blue: Int) -> Raster {
    var shown = bytes
    for pixel in stride(from: 0, to: shown.count, by: 4) {
      let alpha = Int(shown[pixel + 3])
      for (channel, ground) in [red, green, blue].enumerated() {
        shown[pixel + channel] = UInt8((Int(shown[pixel + channel]) * alpha + ground * (255 - alpha) + 127) / 255)
      }
      shown[pixel + 3] = 255
    }
    return Raster(width: width, height: height, format: .srgba, bytes: shown)
  }
}
