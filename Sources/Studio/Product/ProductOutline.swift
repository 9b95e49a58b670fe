import Imaging

/// What the outline of a cut-out tells: where the product is in its picture and how it meets the ground.
///
/// Lengths are px of the cut-out, inside `crop`; rows run from the top down.
struct ProductOutline {
  /// The visible part (alpha of at least 8) of the cut-out.
  var crop: Placement

  /// For each column of the crop the lower end of its lowest mostly opaque px, 0 where there is none.
  var envelope: [Double]

  /// The columns in which the product touches the ground.
  var contact: ClosedRange<Int>

  /// The row of the ground below the middle of the base; the rows under it show the part of the base that is nearer.
  var groundRow: Double

  /// The column of the base's middle.
  var baseColumn: Double

  /// How the lower edge runs.
  var base: Base

  /// Of the photo, in degrees; `nil` when the lower edge does not tell.
  var pitchDegrees: Double?

  enum Base: Equatable {
    /// Straight, with small radii at most.
    case straight
    /// The near half of a circle's picture; half its width and half its height, in px.
    case ellipse(half: Double, rise: Double)
    /// Two edges that meet in front, of a box that stands askew.
    case corner
  }

  /// The longer side of the crop.
  var longest: Double { Double(max(crop.width, crop.height)) }

  init(_ image: Raster) throws(StudioError) {
    guard image.format == .srgba else { throw .productFormat(image.format.rawValue) }
    crop = try Self.visiblePart(of: image)
    envelope = Self.lowerEnvelope(of: image, in: crop)
    guard let lowest = envelope.max(), lowest > 0 else { throw .productEmpty }
    contact = Self.contactColumns(envelope, lowest: lowest, longest: Double(max(crop.width, crop.height)))
    groundRow = lowest
    baseColumn = Double(contact.lowerBound + contact.upperBound + 1) / 2
    base = .straight
    measureBase(lowest: lowest)
  }

  private static func visiblePart(of image: Raster) throws(StudioError) -> Placement {
    var (left, right, top, bottom) = (image.width, -1, image.height, -1)
    image.bytes.withUnsafeBufferPointer { bytes in
      for y in 0..<image.height {
        for x in 0..<image.width where bytes[(y * image.width + x) * 4 + 3] >= 8 {
          left = min(left, x)
          right = max(right, x)
          top = min(top, y)
          bottom = y
        }
      }
    }
    guard right >= left else { throw .productEmpty }
    return Placement(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  private static func lowerEnvelope(of image: Raster, in crop: Placement) -> [Double] {
    image.bytes.withUnsafeBufferPointer { bytes in
      (crop.x..<crop.x + crop.width).map { x in
        let rows = stride(from: crop.y + crop.height - 1, through: crop.y, by: -1)
        let row = rows.first { bytes[($0 * image.width + x) * 4 + 3] >= 128 }
        return row.map { Double($0 - crop.y + 1) } ?? 0
      }
    }
  }

  /// The columns near the lowest row, and from them on outwards as long as the edge rises steadily and not far.
  private static func contactColumns(_ envelope: [Double], lowest: Double, longest: Double) -> ClosedRange<Int> {
    let near = envelope.indices.filter { envelope[$0] >= lowest - max(1, 0.012 * longest) }
    var (left, right) = (near.first ?? 0, near.last ?? 0)
    let window = max(3, Int(0.008 * longest))
    let most = min(0.14 * longest, 0.3 * Double(envelope.count))
    // A foot ends where the edge turns steep: there a circle turns away, or a belly begins.
    func goesOn(from column: Int, to next: Int) -> Bool {
      let back = column + (column - next) * (window - 1)
      guard envelope.indices.contains(next), lowest - envelope[next] <= most else { return false }
      let from = envelope.indices.contains(back) ? back : column
      return abs(envelope[from] - envelope[next]) <= Double(abs(next - from)) + 1
    }
    while goesOn(from: left, to: left - 1) { left -= 1 }
    while goesOn(from: right, to: right + 1) { right += 1 }
    return left...right
  }

  /// Tells a circle's arc from a corner by how far the edge has risen half way out.
  private mutating func measureBase(lowest: Double) {
    let half = Double(contact.count) / 2
    guard half >= 8 else { return }
    let touching = contact.filter { envelope[$0] >= lowest - 0.5 }
    let vertex = Double((touching.first ?? 0) + (touching.last ?? 0)) / 2 + 0.5
    let left = Side(outline: self, vertex: vertex, end: Double(contact.lowerBound), lowest: lowest)
    let right = Side(outline: self, vertex: vertex, end: Double(contact.upperBound + 1), lowest: lowest)
    let sides = [left, right].filter { $0.length > 0.16 * half }
    let rise = sides.map(\.late).reduce(0, +) / Double(max(sides.count, 1))
    guard rise > 0.006 * longest, rise > 2 else { return }
    let early = sides.map { $0.early * $0.length }.reduce(0, +) / sides.map { $0.late * $0.length }.reduce(0, +)
    if early > 0.38 {
      base = .corner
      groundRow = lowest - (left.whole + right.whole) / 2
      let slopes = (left.whole / max(left.length, 1)) * (right.whole / max(right.length, 1))
      if sides.count == 2, slopes > 0.0004 { pitchDegrees = degrees(ofSine: slopes.squareRoot()) }
      return
    }
    let arc = fittedArc(lowest: lowest, half: half)
    guard arc.rise / arc.half > 0.03 else { return }
    base = .ellipse(half: arc.half, rise: arc.rise)
    groundRow = lowest - arc.rise
    pitchDegrees = degrees(ofSine: min(arc.rise / arc.half, 0.9))
  }

  /// The half axes of the ellipse whose lower half fits the inner part of the edge best; corners' radii lie further out.
  private func fittedArc(lowest: Double, half: Double) -> (half: Double, rise: Double) {
    let inner = contact.filter { abs(Double($0) + 0.5 - baseColumn) < 0.85 * half }
    var best = (half: half, rise: 0.0, error: Double.infinity)
    // The foot's visible end is a little short of the circle's, where its edge runs upright.
    for stretch in stride(from: 1.0, through: 1.16, by: 0.02) {
      let shape = inner.map { column in
        let u = (Double(column) + 0.5 - baseColumn) / (half * stretch)
        return (arc: 1 - (1 - u * u).squareRoot(), rise: lowest - envelope[column])
      }
      let rise = shape.map { $0.arc * $0.rise }.reduce(0, +) / max(shape.map { $0.arc * $0.arc }.reduce(0, +), 1e-9)
      let error = shape.map { ($0.rise - rise * $0.arc) * ($0.rise - rise * $0.arc) }.reduce(0, +)
      if error < best.error { best = (half * stretch, rise, error) }
    }
    return (best.half, max(best.rise, 0))
  }

  private struct Side {
    var length: Double
    /// The edge's rise half way out, near the end, and extrapolated to the end.
    var early: Double
    var late: Double
    var whole: Double

    init(outline: ProductOutline, vertex: Double, end: Double, lowest: Double) {
      length = abs(end - vertex)
      func rise(_ share: Double) -> Double {
        let column = Int(vertex + (end - vertex) * share)
        return lowest - outline.envelope[min(max(column, outline.contact.lowerBound), outline.contact.upperBound)]
      }
      early = rise(0.5)
      late = rise(0.92)
      whole = rise(0.9) / 0.9
    }
  }

  private func degrees(ofSine sine: Double) -> Double { arcSine(sine) * 180 / .pi }
}
