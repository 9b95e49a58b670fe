/// The parameters by which a user points out a product.
enum HintParameters {
  /// More points than anybody draws; a bound for hostile input.
  private static let maxPoints = 20_000

  static let descriptors = [
    ParameterDescriptor(
      name: "box", kind: .numbers, unit: "px", range: -1e6...1e6, isOptional: true,
      summary: "Left, top, width and height of a box that the product nearly fills."),
    ParameterDescriptor(
      name: "product", kind: .lines, unit: "px", range: -1e6...1e6, isOptional: true,
      summary: "Points and lines on the product: x, y of each point of a line."),
    ParameterDescriptor(
      name: "background", kind: .lines, unit: "px", range: -1e6...1e6, isOptional: true,
      summary: "Points and lines on what is not the product."),
    ParameterDescriptor(
      name: "brush", kind: .number, unit: "px", range: 1...1000, isOptional: true,
      summary: "The width of points and lines; 1 % of the longer side if not given."),
  ]

  /// The hints for a photo.
  ///
  /// - Throws: `badParameter` for a box without area inside the photo, a point without y, and too many points.
  static func hints(_ parameters: CheckedParameters, for photo: Raster) throws(ImagingError) -> CutOut.Hints {
    let brush =
      parameters.has("brush") ? try parameters.number("brush") : 0.01 * Double(max(photo.width, photo.height))
    return CutOut.Hints(
      box: parameters.has("box") ? try box(try parameters.numbers("box"), in: photo) : nil,
      product: try strokes("product", parameters, brush), background: try strokes("background", parameters, brush))
  }

  private static func box(_ numbers: [Double], in photo: Raster) throws(ImagingError) -> CutOut.Bounds {
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else {
      throw .badParameter(name: "box", detail: "must have four numbers: left, top, width and height above 0")
    }
    let left = max(0, Int(numbers[0].rounded(.down)))
    let top = max(0, Int(numbers[1].rounded(.down)))
    let right = min(photo.width, Int((numbers[0] + numbers[2]).rounded(.up)))
    let end = min(photo.height, Int((numbers[1] + numbers[3]).rounded(.up)))
    guard left < right, top < end else {
      throw .badParameter(
        name: "box", detail: "must lie on the picture, which has \(photo.width) × \(photo.height) px")
    }
    return CutOut.Bounds(x: left, y: top, width: right - left, height: end - top)
  }

  private static func strokes(
    _ name: String, _ parameters: CheckedParameters, _ width: Double
  ) throws(ImagingError) -> [CutOut.Stroke] {
    guard parameters.has(name) else { return [] }
    let lists = try parameters.lines(name)
    guard lists.joined().count <= 2 * maxPoints else {
      throw .badParameter(name: name, detail: "must have at most \(maxPoints) points")
    }
    var strokes: [CutOut.Stroke] = []
    for list in lists {
      guard !list.isEmpty, list.count.isMultiple(of: 2) else {
        throw .badParameter(name: name, detail: "must have an x and a y for each point")
      }
      let points = stride(from: 0, to: list.count, by: 2).map { SIMD2(list[$0], list[$0 + 1]) }
      strokes.append(CutOut.Stroke(points: points, width: width))
    }
    return strokes
  }
}
