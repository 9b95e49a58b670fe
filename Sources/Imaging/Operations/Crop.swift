/// Keeps the pixels inside an area and drops the rest.
public struct Crop: Operation, Equatable {
  public static let descriptor = OperationDescriptor(
    name: "crop", summary: "Keeps the pixels inside an area and drops the rest.",
    parameters: [
      ParameterDescriptor(
        name: "x", kind: .integer, unit: "px", range: 0...65_535, defaultValue: .integer(0),
        summary: "The left side of the kept area."),
      ParameterDescriptor(
        name: "y", kind: .integer, unit: "px", range: 0...65_535, defaultValue: .integer(0),
        summary: "The top side of the kept area."),
      ParameterDescriptor(
        name: "width", kind: .integer, unit: "px", range: 1...65_535, summary: "The width of the kept area."),
      ParameterDescriptor(
        name: "height", kind: .integer, unit: "px", range: 1...65_535, summary: "The height of the kept area."),
    ])

  /// The kept area, in px of the input; the origin is the top left corner.
  public var x, y, width, height: Int

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    let values = try parameters.checked(by: Self.descriptor)
    x = try values.integer("x")
    y = try values.integer("y")
    width = try values.integer("width")
    height = try values.integer("height")
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    OperationOutput(raster: try input.crop(x: x, y: y, width: width, height: height))
  }
}
