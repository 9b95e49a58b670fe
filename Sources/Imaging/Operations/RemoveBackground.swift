/// Lifts the product off its background; what is left is transparent.
///
/// - Output: the input's size, straight alpha, and the product's alpha as the mask; the notes carry confidence and reasons.
///   With `keepShadow` the shadow lies beneath the product, as black with alpha; it is never in the mask.
public struct RemoveBackground: SegmentingOperation {
  public static let descriptor = OperationDescriptor(
    name: "removeBackground", summary: "Lifts the product off its background and leaves the rest transparent.",
    parameters: HintParameters.descriptors + [
      ParameterDescriptor(
        name: "keepShadow", kind: .flag, defaultValue: .flag(false),
        summary: "Whether the shadow on the backdrop stays beneath the product."),
      ParameterDescriptor(
        name: "replaceAlpha", kind: .flag, defaultValue: .flag(false),
        summary: "Whether transparency that the picture has is left aside rather than kept."),
    ])

  /// What says which pixels stand out; nil for the network that krafd brings along.
  public var model: (any SegmentationModel)?

  private let hints: HintParameters
  private let keepsShadow: Bool
  private let replacesAlpha: Bool

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    let values = try parameters.checked(by: Self.descriptor)
    hints = try HintParameters(values)
    keepsShadow = try values.flag("keepShadow")
    replacesAlpha = try values.flag("replaceAlpha")
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    let input = replacesAlpha ? input.withoutAlpha : input
    let result = try CutOut.find(
      in: input, hints: try hints.hints(for: input), model: model, isCancelled: isCancelled)
    let reasons = result.reasons.filter(\.lowersConfidence).map(\.summary)
    var output = OperationOutput(
      raster: result.image, mask: result.mask,
      notes: .init(confidence: result.confidence, reasons: reasons))
    // A picture that was transparent already shows no backdrop, and so no shadow on one.
    guard keepsShadow, !result.reasons.contains(.ownTransparency) else { return output }
    let shadow = try CastShadow(on: input, beside: result.mask, isCancelled: isCancelled)
    output.raster = try result.image.over(
      shadow.layer(width: input.width, height: input.height, strength: 1, light: .gamma))
    output.notes.reasons += shadow.notes.reasons
    return output
  }

  /// The cut-out with pictures of all stages. Throws: as `apply`.
  public func explained(_ input: Raster) throws(ImagingError) -> (cutout: CutOut, stages: [CutOut.Stage]) {
    try CutOut.explained(
      replacesAlpha ? input.withoutAlpha : input, hints: try hints.hints(for: input), model: model)
  }
}

extension Raster {
  /// The colors of an `.srgba` raster, all opaque.
  fileprivate var withoutAlpha: Raster {
    guard format == .srgba else { return self }
    var bytes = bytes
    for alpha in stride(from: 3, to: bytes.count, by: 4) { bytes[alpha] = 255 }
    return Raster(width: width, height: height, format: .srgba, bytes: bytes)
  }
}
