/// The parameters by which a user points out a product.
struct HintParameters {
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

  /// Left, top, width, height; nil without one.
  private let box: [Double]?
  private let product: [[SIMD2<Double>]]
  private let background: [[SIMD2<Double>]]
  private let brush: Double?

  /// - Throws: `badParameter` for a box without area, a point without y, and too many points.
  init(_ parameters: CheckedParameters) throws(ImagingError) {
    box = parameters.has("box") ? try parameters.numbers("box") : nil
    if let box, box.count != 4 || box[2] <= 0 || box[3] <= 0 {
      throw .badParameter(name: "box", detail: "must have four numbers: left, top, width and height above 0")
    }
    product = try Self.lines("product", parameters)
    background = try Self.lines("background", parameters)
    brush = parameters.has("brush") ? try parameters.number("brush") : nil
  }

  /// The hints for a photo. Throws: `badParameter` for a box that lies outside of it.
  func hints(for photo: Raster) throws(ImagingError) -> CutOut.Hints {
    let width = brush ?? max(1, 0.01 * Double(max(photo.width, photo.height)))
    return CutOut.Hints(
      box: try bounds(in: photo), product: product.map { CutOut.Stroke(points: $0, width: width) },
      background: background.map { CutOut.Stroke(points: $0, width: width) })
  }

  private func bounds(in photo: Raster) throws(ImagingError) -> CutOut.Bounds? {
    guard let box else { return nil }
    let left = max(0, Int(box[0].rounded(.down)))
    let top = max(0, Int(box[1].rounded(.down)))
    let right = min(photo.width, Int((box[0] + box[2]).rounded(.up)))
    let end = min(photo.height, Int((box[1] + box[3]).rounded(.up)))
    guard left < right, top < end else {
      throw .badParameter(name: "box", detail: "must lie on the picture, which has \(photo.width) × \(photo.height) px")
    }
    return CutOut.Bounds(x: left, y: top, width: right - left, height: end - top)
  }

  private static func lines(
    _ name: String, _ parameters: CheckedParameters
  ) throws(ImagingError) -> [[SIMD2<Double>]] {
    guard parameters.has(name) else { return [] }
    let lists = try parameters.lines(name)
    guard lists.reduce(0, { $0 + $1.count }) <= 2 * maxPoints else {
      throw .badParameter(name: name, detail: "must have at most \(maxPoints) points")
    }
    guard lists.allSatisfy({ !$0.isEmpty && $0.count.isMultiple(of: 2) }) else {
      throw .badParameter(name: name, detail: "must have an x and a y for each point")
    }
    return lists.map { list in stride(from: 0, to: list.count, by: 2).map { SIMD2(list[$0], list[$0 + 1]) } }
  }
}
