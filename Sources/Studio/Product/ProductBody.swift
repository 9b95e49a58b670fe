import CStudioKernels
import Catalog
import Imaging

/// The product as a solid for shadows, reflections and bounced light: a near and a far depth over its outline.
///
/// The near side follows the lower edge of the photo on the ground, so the visible foot of the product is where the body
/// stands. Its far side is made up from the form.
struct ProductBody {
  let columns: Int
  let rows: Int
  let cellsAUnit: Float
  let left: Float
  let top: Float
  let back: Float
  let depth: Float

  /// As `KrafdStudioBody` wants them.
  let cells: [UInt32]
  let surface: [KrafdStudioSurface]

  /// How wide the body is at the ground, from left to right, and how deep.
  let footprint: (left: Double, right: Double, front: Double, back: Double)

  /// How many cells the longest side has.
  static let fineness = 320

  init(_ product: StudioProduct, outline: ProductOutline, layout: Layout) {
    let lies = product.form == .lying
    let lastRow = lies ? Double(outline.crop.height) : outline.groundRow
    let grid = ProductGrid(product.image, outline: outline, lastRow: lastRow, fineness: Self.fineness)
    var shape = BodyShape(product, outline: outline, layout: layout, grid: grid)
    shape.roundTheFoot()
    columns = grid.columns
    rows = grid.rows
    cellsAUnit = Float(grid.cellsAUnit)
    left = Float(-outline.baseColumn / outline.longest)
    let middle = lies ? Float(outline.crop.height) / Float(2 * outline.longest) : 0
    top = Float(rows) / cellsAUnit - middle
    let (near, far) = (shape.front.max() ?? 0, shape.back.min() ?? 0)
    back = far - 0.002
    depth = near - far + 0.004
    footprint = (
      Double(outline.contact.lowerBound) / outline.longest + Double(left),
      Double(outline.contact.upperBound + 1) / outline.longest + Double(left), Double(near), Double(far)
    )
    let outside = distances(columns: columns, rows: rows) { grid.cover[$0] >= 0.5 }
    let steps = 4_095 / depth
    let (lowest, fronts, backs) = (back, shape.front, shape.back)
    cells = grid.cover.indices.map { cell in
      guard grid.cover[cell] >= 0.5, fronts[cell] > backs[cell] else {
        return UInt32(min(max(outside[cell].rounded(.up), 1), 255))
      }
      let near = UInt32(min(max((fronts[cell] - lowest) * steps, 0), 4_095))
      let far = UInt32(min(max((backs[cell] - lowest) * steps, 0), 4_095))
      return near << 20 | far << 8
    }
    let (wide, high) = (columns, rows)
    surface = grid.cover.indices.map { cell in
      let color = grid.colors[cell] * 0.9
      func lean(_ side: [Float], _ sign: Float) -> (Int8, Int8) {
        func depth(_ column: Int, _ row: Int) -> Float {
          guard (0..<wide).contains(column), (0..<high).contains(row) else { return side[cell] }
          let at = row * wide + column
          return grid.cover[at] >= 0.5 ? side[at] : side[cell] - sign * 2 / Float(Self.fineness)
        }
        let (column, row) = (cell % wide, cell / wide)
        let scale = sign * 0.5 * Float(Self.fineness) * 127
        let across = (depth(column - 1, row) - depth(column + 1, row)) * scale
        let down = (depth(column, row + 1) - depth(column, row - 1)) * scale
        return (Int8(min(max(across, -127), 127)), Int8(min(max(down, -127), 127)))
      }
      return KrafdStudioSurface(
        albedo: (min(color.x, 0.8), min(color.y, 0.8), min(color.z, 0.8)), middle: (fronts[cell] + backs[cell]) / 2,
        slope: (lean(backs, -1), lean(fronts, 1)))
    }
  }
}
