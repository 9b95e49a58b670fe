import Imaging
import Testing

@Suite struct Operations {
  private func apply(_ name: String, _ parameters: OperationParameters, to input: Raster) throws -> Raster {
    try operation(named: name, parameters).apply(to: input, isCancelled: { false }).raster
  }

  @Test func everyOperationWhoseParametersHaveDefaultsReadsThem() throws {
    for type in allOperations
    where type.descriptor.parameters.allSatisfy({ $0.defaultValue != nil || $0.isOptional }) && type != Resize.self {
      #expect(throws: Never.self) { try type.init([:]) }
    }
  }

  @Test func everyDefaultAndNameIsSound() {
    #expect(Set(allOperations.map { $0.descriptor.name }).count == allOperations.count)
    for parameter in allOperations.flatMap({ $0.descriptor.parameters }) {
      #expect(!parameter.summary.isEmpty)
      if case .text(let text)? = parameter.defaultValue { #expect(parameter.choices.contains(text)) }
      if case .integer(let number)? = parameter.defaultValue {
        #expect(parameter.range?.contains(Double(number)) ?? true)
      }
    }
  }

  @Test func cropKeepsWhatIsInside() throws {
    let ring = art("####", "#..#", "####")

    #expect(
      try apply("crop", ["x": .integer(1), "width": .integer(2), "height": .integer(2)], to: ring) == art("##", ".."))
  }

  @Test(arguments: [(2, 0, 3, 1), (0, 2, 1, 2), (65_535, 0, 1, 1), (0, 65_535, 65_535, 65_535)])
  func cropRefusesAreasOutside(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    #expect(
      throws: ImagingError.regionOutsideImage(x: x, y: y, width: width, height: height, imageWidth: 4, imageHeight: 3)
    ) {
      try apply(
        "crop", ["x": .integer(x), "y": .integer(y), "width": .integer(width), "height": .integer(height)],
        to: art("####", "#..#", "####"))
    }
  }

  @Test func padSurroundsWithTheColor() throws {
    let padded = try apply(
      "pad", ["left": .integer(1), "bottom": .integer(1), "color": .numbers([1, 2, 3])],
      to: even(1, 1, [9, 8, 7, 6]))

    #expect(
      padded
        == Raster(
          width: 2, height: 2, format: .srgba, bytes: [1, 2, 3, 255, 9, 8, 7, 6, 1, 2, 3, 255, 1, 2, 3, 255]))
  }

  @Test func resizeFollowsTheOtherSide() throws {
    let resized = try apply("resize", ["width": .integer(20)], to: even(40, 30, [5, 5, 5, 255]))

    #expect(resized == even(20, 15, [5, 5, 5, 255]))
  }

  @Test(
    arguments: [
      ("resize", ["widht": .integer(3)], "widht", "resize has no such parameter"),
      ("resize", [:], "width", "a width or a height is needed"),
      ("resize", ["width": .integer(0)], "width", "must be between 1 and 65535"),
      ("resize", ["width": .integer(.min)], "width", "must be between 1 and 65535"),
      ("resize", ["width": .number(.nan)], "width", "must be a whole number"),
      ("resize", ["width": .number(2.5)], "width", "must be a whole number"),
      (
        "resize", ["width": .integer(2), "filter": .text("magic")], "filter", "must be one of lanczos3, area, bilinear"
      ),
      ("crop", ["x": .integer(0)], "width", "a value is needed"),
      ("pad", ["color": .numbers([0, 0, .infinity])], "color", "must be between 0 and 255"),
      ("pad", ["color": .numbers([0])], "color", "must have 3 or 4 numbers"),
      ("pad", ["left": .flag(true)], "left", "must be a whole number"),
    ] as [(String, OperationParameters, String, String)])
  func badParametersAreNamed(_ name: String, _ given: OperationParameters, _ parameter: String, _ detail: String) {
    #expect(throws: ImagingError.badParameter(name: parameter, detail: detail)) {
      try operation(named: name, given)
    }
  }

  @Test func anUnknownOperationIsNamed() {
    #expect(throws: ImagingError.unknownOperation("sharpenn")) { try operation(named: "sharpenn", [:]) }
  }
}
