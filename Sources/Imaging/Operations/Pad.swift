/// Adds a border of one color.
public struct Pad: Operation, Equatable {
  public static let descriptor = OperationDescriptor(
    name: "pad", summary: "Adds a border of one color.",
    parameters: ["left", "top", "right", "bottom"].map {
      ParameterDescriptor(
        name: $0, kind: .integer, unit: "px", range: 0...65_535, defaultValue: .integer(0),
        summary: "How much is added at the \($0).")
    } + [
      ParameterDescriptor(
        name: "color", kind: .numbers, range: 0...255, defaultValue: .numbers([255, 255, 255, 255]),
        summary: "Red, green, blue and alpha of the border; alpha may be left out.")
    ])

  /// What is added on each side, in px.
  public var left, top, right, bottom: Int

  /// The color of the border.
  public var color: PixelColor

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    let values = try parameters.checked(by: Self.descriptor)
    left = try values.integer("left")
    top = try values.integer("top")
    right = try values.integer("right")
    bottom = try values.integer("bottom")
    let color = try values.numbers("color")
    guard color.count == 3 || color.count == 4 else {
      throw .badParameter(name: "color", detail: "must have 3 or 4 numbers")
    }
    let levels = color.map { UInt8($0.rounded()) }
    self.color = PixelColor(
      red: levels[0], green: levels[1], blue: levels[2], alpha: color.count == 4 ? levels[3] : 255)
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    OperationOutput(raster: try input.pad(left: left, top: top, right: right, bottom: bottom, color: color))
  }
}
