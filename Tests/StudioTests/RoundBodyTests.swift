import Catalog
import Imaging
import Testing

@testable import Studio

/// Solids of revolution of known profile, drawn as a camera sees them, against the bodies that are guessed from the drawing.
@Suite struct RoundBodyTests {
  enum Solid: String, CaseIterable {
    case can, jar, mug

    /// The radius at a height of the solid, which is 1 high.
    func radius(_ height: Double) -> Double {
      switch self {
      case .can: 0.42
      case .jar: 0.33 + 0.15 * arc(height / 0.15)
      case .mug: 0.33 + 0.14 * arc(max(height - 0.06, 0) / 0.4)
      }
    }

    /// A quarter of a circle: upright where it begins, level at 1.
    private func arc(_ share: Double) -> Double {
      let left = 1 - min(share, 1)
      return (1 - left * left).squareRoot()
    }
  }

  private static let eye = (height: 0.85, distance: 3.4)
  private static let size = (width: 420, height: 460)
  private static let px = 340.0
  private static let ground = 400.0

  /// A point's column and row.
  private static func seen(_ x: Double, _ y: Double, _ z: Double) -> (x: Double, y: Double) {
    let near = eye.distance / (eye.distance - z)
    return (
      Double(size.width) / 2 + x * near * px, ground - (eye.height + (y - eye.height) * near) * px
    )
  }

  private static func drawing(_ solid: Solid) -> Raster {
    var covered = [Bool](repeating: false, count: size.width * size.height)
    for step in 0...700 {
      let height = Double(step) / 700
      let radius = solid.radius(height)
      for slice in -150...150 {
        let z = radius * Double(slice) / 150
        let half = max(radius * radius - z * z, 0).squareRoot()
        let (left, right) = (seen(-half, height, z), seen(half, height, z))
        let row = Int(left.y.rounded(.down))
        guard (0..<size.height).contains(row), left.x < right.x else { continue }
        for column in Int(left.x.rounded())..<max(Int(right.x.rounded()), Int(left.x.rounded())) {
          covered[row * size.width + column] = true
        }
      }
    }
    return Fixture.product(size.width, size.height) { x, y in
      covered[y * size.width + x] ? (200, 190, 180, 255) : nil
    }
  }

  private static func body(_ solid: Solid) throws -> (
    body: ProductBody, layout: Layout, drawing: Raster, outline: ProductOutline
  ) {
    let drawing = drawing(solid)
    let outline = try ProductOutline(drawing)
    var scene = try Fixture.scene("soft-gray-studio")
    scene.camera.lensMillimetres = eye.distance * px / outline.longest * 36 * scene.frame.fill
    var job = Fixture.job(scene, product: drawing, size: (400, 400))
    job.product.form = .round
    let layout = Layout(job, outline: outline)
    return (ProductBody(job.product, outline: outline, layout: layout), layout, drawing, outline)
  }

  @Test(arguments: Solid.allCases)
  func nothingOfTheBodyIsSeenBesideTheProduct(solid: Solid) throws {
    let (body, layout, drawing, outline) = try Self.body(solid)
    var (points, outside) = (0, 0)
    // What is above the shoulders is seen from above or not at all, and stands over no ground.
    for row in body.rows / 2..<body.rows {
      for column in 0..<body.columns {
        let cell = body.cells[row * body.columns + column]
        guard cell & 0xff == 0 else { continue }
        let z = Double(body.back) + Double(cell >> 20) * Double(body.depth) / 4_095
        let x = Double(body.left) + (Double(column) + 0.5) / Double(body.cellsAUnit)
        let y = Double(body.top) - (Double(row) + 0.5) / Double(body.cellsAUnit)
        let near = layout.eyeDistance / (layout.eyeDistance - z)
        let across = outline.baseColumn + x * near * outline.longest
        let down = outline.groundRow - (layout.eyeHeight + (y - layout.eyeHeight) * near) * outline.longest
        points += 1
        let place = (Int(across) + outline.crop.x, Int(down) + outline.crop.y)
        let isInside = (-3...3).contains { dy in
          (-3...3).contains { dx in
            let (px, py) = (place.0 + dx, place.1 + dy)
            return (0..<drawing.width).contains(px) && (0..<drawing.height).contains(py) && drawing.px(px, py)[3] > 0
          }
        }
        if !isInside { outside += 1 }
      }
    }
    #expect(points > 10_000)
    #expect(outside == 0, "of \(points)")
  }

  /// Of a rounded rim only the upper part: it hides where it meets the ground.
  static let known = [
    (Solid.can, 0.02), (.can, 0.2), (.jar, 0.1), (.jar, 0.2), (.mug, 0.02), (.mug, 0.05), (.mug, 0.1), (.mug, 0.2),
  ]

  @Test(arguments: known)
  func theBodyIsAsWideAsTheSolid(solid: Solid, height: Double) throws {
    let (body, _, _, outline) = try Self.body(solid)
    let unit = outline.longest / Self.px
    let row = body.rows - 1 - Int(height / unit * Double(body.cellsAUnit))
    let fronts = (0..<body.columns).map { body.cells[row * body.columns + $0] }.filter { $0 & 0xff == 0 }
    let nearest = Double(body.back) + Double(fronts.map { $0 >> 20 }.max() ?? 0) * Double(body.depth) / 4_095
    let width = Double(fronts.count) / Double(body.cellsAUnit) * unit
    #expect(abs(width / 2 - solid.radius(height)) < 0.03)
    #expect(abs(nearest * unit - solid.radius(height)) < 0.06)
  }
}
