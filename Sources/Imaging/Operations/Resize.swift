/// Changes the size; a side that is left out follows the other one in proportion.
public struct Resize: Operation, Equatable {
  public static let descriptor = OperationDescriptor(
    name: "resize", summary: "Changes the size in px; a side that is left out keeps the proportions.",
    parameters: [
      ParameterDescriptor(
        name: "width", kind: .integer, unit: "px", range: 1...65_535, isOptional: true, summary: "The new width."),
      ParameterDescriptor(
        name: "height", kind: .integer, unit: "px", range: 1...65_535, isOptional: true, summary: "The new height."),
      ParameterDescriptor(
        name: "filter", kind: .text, defaultValue: .text("lanczos3"), choices: ResizeFilter.allCases.map(\.rawValue),
        summary: "lanczos3 for photos, area for exact averages, bilinear for masks."),
      ParameterDescriptor(
        name: "light", kind: .text, defaultValue: .text("gamma"), choices: ResizeLight.allCases.map(\.rawValue),
        summary: "gamma mixes levels as viewers do, linear mixes light and keeps fine white text."),
    ])

  /// The new sides in px; nil for a side that follows the other. At least one is given.
  public var width, height: Int?

  public var filter: ResizeFilter
  public var light: ResizeLight

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    let values = try parameters.checked(by: Self.descriptor)
    width = values.has("width") ? try values.integer("width") : nil
    height = values.has("height") ? try values.integer("height") : nil
    guard width != nil || height != nil else {
      throw .badParameter(name: "width", detail: "a width or a height is needed")
    }
    filter = ResizeFilter(rawValue: try values.text("filter")) ?? .lanczos3
    light = ResizeLight(rawValue: try values.text("light")) ?? .gamma
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    let newWidth = width ?? Self.following(height ?? input.height, of: input.width, over: input.height)
    let newHeight = height ?? Self.following(width ?? input.width, of: input.height, over: input.width)
    return OperationOutput(
      raster: try input.resize(
        toWidth: newWidth, height: newHeight, filter: filter, light: light, isCancelled: isCancelled))
  }

  /// `side` times `numerator / denominator`, rounded, at least 1.
  private static func following(_ side: Int, of numerator: Int, over denominator: Int) -> Int {
    max(1, Int((Double(side) * Double(numerator) / Double(denominator)).rounded()))
  }
}
