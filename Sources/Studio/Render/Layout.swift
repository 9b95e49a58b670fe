import Catalog

/// Where things are in the picture and in the world: the camera solved from the frame, the lens and the photo.
///
/// World: product lengths, x to the right, y up, z to the camera; the ground under the middle of the product's base is the
/// origin. The product's picture lies in the plane z = 0, where one px of the output is `scale` long.
struct Layout {
  let width: Int
  let height: Int

  /// The product's visible part in the output.
  let placement: Placement

  /// Product lengths a px.
  let scale: Double

  /// The output column and row of the origin.
  let originX: Double
  let originY: Double

  /// The camera's height and distance.
  let eyeHeight: Double
  let eyeDistance: Double

  /// How far the camera looks down on the base, in degrees.
  let pitchDegrees: Double

  /// Output px for one px of the cut-out.
  let enlargement: Double

  /// How large a product length is, for what has a size of its own, such as grain.
  let millimetresAUnit: Double

  /// The length of a product of which nobody told the size.
  static let usualMillimetres = 180.0

  /// How much larger than the frame a product is shown at most.
  private static let closest = 2.4

  init(_ job: StudioJob, outline: ProductOutline) {
    let frame = job.scene.frame
    let lies = job.product.form == .lying
    width = job.width
    height = job.height
    let size = job.product.dimensionsMillimetres
    millimetresAUnit = size.map { min(max($0.width, $0.height), 10_000) } ?? Self.usualMillimetres
    let crop = outline.crop
    let (w, h) = (Double(job.width), Double(job.height))
    let free = frame.copySpace == .none ? 1 : (1 - frame.copyShare) * 0.88
    var factor = min(min(frame.fill, free) * w / Double(crop.width), frame.fill * h / Double(crop.height))
    // A plinth and the near half of its top want room below the product.
    if let plinth = job.scene.plinth, !lies {
      factor = min(factor, 0.92 * h / (Double(crop.height) + (plinth.height + 0.2) * outline.longest))
    }
    let isCut = frame.isCloseUp && CloseUp.isCut(job.product.image)
    if frame.isCloseUp {
      // A preview shows what the picture will show.
      let share = w / Double(job.fullWidth ?? job.width)
      factor = max(factor, min(share, Self.closest * min(w, h) / outline.longest))
      if isCut { factor = max(factor, max(w / Double(crop.width), h / Double(crop.height))) }
    }
    // Within a fortieth the photo's own pixels are kept as they are, which no resampling can better.
    if abs(factor - 1) < 0.025, !job.isFrame, !(isCut && factor > 1) { factor = 1 }
    let (placedWidth, placedHeight) = (
      max(1, Int((Double(crop.width) * factor).rounded())), max(1, Int((Double(crop.height) * factor).rounded()))
    )
    enlargement = factor
    scale = 1 / (outline.longest * factor)
    let middle =
      switch frame.copySpace {
      case .none: w / 2
      case .left: w * (1 + frame.copyShare) / 2
      case .right: w * (1 - frame.copyShare) / 2
      }
    eyeDistance = max(w, h) * scale * job.scene.camera.lensMillimetres / 36
    let base = outline.baseColumn * factor
    let ground = outline.groundRow * factor
    let photo = job.product.pitchDegrees ?? outline.pitchDegrees
    let wanted = job.scene.camera.pitchDegrees ?? photo ?? job.scene.camera.usualPitchDegrees
    pitchDegrees = lies ? 0 : min(max(wanted, 3.5), 50)
    var slope = tangent(pitchDegrees)
    if case .ellipse(let half, _) = outline.base, job.scene.camera.pitchDegrees == nil {
      slope *= 1 - half / outline.longest / eyeDistance
    }
    eyeHeight = lies ? 0 : eyeDistance * slope
    let plinth = lies ? 0 : (job.scene.plinth?.height ?? 0) / scale
    if frame.isCloseUp, placedWidth > job.width || placedHeight > job.height {
      let (wide, high) = (min(w / factor, Double(crop.width)), min(h / factor, Double(crop.height)))
      let corner = CloseUp.corner(in: job.product.image, crop: crop, width: Int(wide), height: Int(high))
      let (left, top) = (
        placedWidth > job.width ? -Double(corner.x) * factor : middle - Double(placedWidth) / 2,
        placedHeight > job.height ? -Double(corner.y) * factor : (h - Double(placedHeight)) / 2
      )
      placement = Placement(
        x: Int(left.rounded()), y: Int(top.rounded()), width: placedWidth, height: placedHeight)
      originX = Double(placement.x) + base
      originY = Double(placement.y) + (lies ? Double(placedHeight) / 2 : ground)
      return
    }
    let left = middle - Double(placedWidth) / 2
    let top = h / 2 - frame.lift * h - (Double(placedHeight) + plinth * 0.7) / 2
    placement = Placement(
      x: min(max(Int(left.rounded()), 0), max(job.width - placedWidth, 0)),
      y: min(max(Int(top.rounded()), 0), max(job.height - placedHeight, 0)), width: placedWidth, height: placedHeight)
    originX = Double(placement.x) + base
    originY = Double(placement.y) + (lies ? Double(placedHeight) / 2 : ground)
  }

  /// The point of the floor at height `floor` that the camera sees through height `y` of the product's plane, as z; `nil`
  /// above the horizon.
  func depth(seenThrough y: Double, floor: Double) -> Double? {
    guard y < eyeHeight - 1e-6 else { return nil }
    return eyeDistance * (1 - (eyeHeight - floor) / (eyeHeight - y))
  }

  /// The height of an output row in the product's plane.
  func worldHeight(row: Double) -> Double { (originY - row) * scale }
}
