/// Finds the outline of a mask again on a picture, and follows what a user points out.
///
/// - Output: the picture's size, straight alpha, and the same alpha as the mask.
/// - Cost: with strokes, that of the part around them; without, that of the whole outline.
public struct RefineMask: Operation {
  public static let descriptor = OperationDescriptor(
    name: "refineMask", summary: "Finds the outline of a mask again on the picture and follows strokes and a box.",
    parameters: HintParameters.descriptors + [
      ParameterDescriptor(
        name: "grow", kind: .integer, unit: "px", range: -100...100, defaultValue: .integer(0),
        summary: "How far the outline is moved outwards; negative moves it inwards."),
      ParameterDescriptor(
        name: "feather", kind: .integer, unit: "px", range: 0...200, defaultValue: .integer(0),
        summary: "How far the edge is spread on both sides."),
    ], mask: .needed)

  /// What is said of masks that have no outline.
  private static let doubts = (empty: "the mask is empty", full: "the mask covers the whole picture")

  private let hints: HintParameters
  private let grow: Int
  private let feather: Int

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    let values = try parameters.checked(by: Self.descriptor)
    hints = try HintParameters(values)
    grow = try values.integer("grow")
    feather = try values.integer("feather")
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    throw Self.descriptor.misfit(ofMask: false)
  }

  public func apply(
    to input: Raster, mask: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    try input.checkIsStraight()
    if isCancelled() { throw .cancelled }
    let hints = try hints.hints(for: input)
    let given = try mask.mask(fitting: input, isCancelled: isCancelled)
    var found = try MaskRefinement(photo: input, mask: given, hints: hints, isCancelled: isCancelled).run()
    found = try found.grown(by: grow, isCancelled: isCancelled).feathered(by: feather, isCancelled: isCancelled)
    found = hints.imposed(on: found)
    let image = try CleanCut.image(of: input, by: found, isCancelled: isCancelled)
    return OperationOutput(raster: image, mask: found, notes: Self.notes(on: found))
  }

  private static func notes(on mask: Raster) -> OperationOutput.Notes {
    guard mask.bytes.contains(where: { $0 >= 128 }) else { return .init(confidence: 0, reasons: [doubts.empty]) }
    guard mask.bytes.contains(where: { $0 < 128 }) else { return .init(confidence: 0, reasons: [doubts.full]) }
    return .init()
  }
}
