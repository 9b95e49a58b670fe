/// Lifts the shadow that a product casts off a plain backdrop, as a layer of its own.
///
/// - Output: the picture's size, black with straight alpha; 0 on the product and where no shadow lies. The confidence says
///   how well one smooth backdrop explains what is seen; without one the layer is empty.
/// - Cost: without a mask, that of `removeBackground` besides.
public struct SeparateShadow: SegmentingOperation {
  public static let descriptor = OperationDescriptor(
    name: "separateShadow", summary: "Lifts the product's shadow off a plain backdrop, as black with alpha.",
    parameters: [
      ParameterDescriptor(
        name: "strength", kind: .number, range: 0...1, defaultValue: .number(1),
        summary: "How much of the shadow is kept."),
      ParameterDescriptor(
        name: "light", kind: .text, defaultValue: .text("gamma"), choices: ResizeLight.allCases.map(\.rawValue),
        summary: "How the layer will be mixed: gamma as viewers do, or linear; alpha is then the share of light taken."),
    ], mask: .optional)

  /// What says which pixels stand out where no mask is given; nil for the network that krafd brings along.
  public var model: (any SegmentationModel)?

  private let strength: Double
  private let light: ResizeLight

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    let values = try parameters.checked(by: Self.descriptor)
    strength = try values.number("strength")
    light = ResizeLight(rawValue: try values.text("light")) ?? .gamma
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    let cutout = try CutOut.find(in: input, model: model, isCancelled: isCancelled)
    var output = try layer(on: input, beside: cutout.mask, isCancelled: isCancelled)
    if let confidence = output.notes.confidence, cutout.confidence < confidence {
      output.notes.confidence = cutout.confidence
      output.notes.reasons += cutout.reasons.filter(\.lowersConfidence).map(\.summary)
    }
    return output
  }

  public func apply(
    to input: Raster, mask: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    try input.checkIsStraight()
    if isCancelled() { throw .cancelled }
    return try layer(
      on: input, beside: try mask.mask(fitting: input, isCancelled: isCancelled), isCancelled: isCancelled)
  }

  private func layer(
    on photo: Raster, beside mask: Raster, isCancelled: () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    let shadow = try CastShadow(on: photo, beside: mask, isCancelled: isCancelled)
    let layer = shadow.layer(width: photo.width, height: photo.height, strength: Float(strength), light: light)
    return OperationOutput(raster: layer, notes: shadow.notes)
  }
}

extension CastShadow {
  /// How sure the shadow is, and why not surer.
  var notes: OperationOutput.Notes {
    var reasons: [String] = []
    if !hasBackdrop {
      reasons = ["the background is not one plain surface, so a shadow cannot be told from it"]
    } else if confidence < 0.7 {
      reasons = ["the backdrop explains only a part of what is dark beside the product"]
    } else if taken.allSatisfy({ $0 == 0 }) {
      reasons = ["the product casts no shadow that can be seen"]
    }
    return .init(confidence: Double(confidence), reasons: reasons)
  }
}
