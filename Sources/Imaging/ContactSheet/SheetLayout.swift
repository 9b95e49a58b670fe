internal import Glibc

/// Where everything on a contact sheet lies, in px. The same sheet always has the same layout.
struct SheetLayout {
  /// A rectangle with its origin at the top left corner.
  typealias Box = CutOut.Bounds

  /// The longest side of a picture.
  let side: Int

  /// The size of the sheet.
  private(set) var width = 0
  private(set) var height = 0

  /// Where the pictures lie, in order. The left sides of caption and picture are the same.
  private(set) var pictures: [Box] = []

  /// The rows below the pictures, in which the captions begin, in order.
  private(set) var captionTops: [Int] = []

  /// How wide captions may be.
  let cellWidth: Int

  /// The free border of the sheet.
  let margin: Int

  /// The fonts of captions and title.
  let font: StrokeFont
  let titleFont: StrokeFont

  /// The layout of a sheet that is neither too large nor too long.
  init(of sheet: ContactSheet) {
    var side = min(max(sheet.cellSide, ContactSheet.cellSides.lowerBound), ContactSheet.cellSides.upperBound)
    var columns = sheet.columns.map { min(max($0, 1), sheet.cells.count) }
    var layout = Self.best(of: sheet, side: side, columns: columns)
    while !layout.fits {
      if side > ContactSheet.cellSides.lowerBound {
        side = max(ContactSheet.cellSides.lowerBound, Int(Double(side) * min(layout.shrinking, 0.99)))
      } else if columns != nil {
        columns = nil
      } else {
        break
      }
      layout = Self.best(of: sheet, side: side, columns: columns)
    }
    self = layout
  }

  private static let landscape = 1.45

  /// The layout with so many columns, or with those that come nearest to the landscape format and leave few gaps.
  private static func best(of sheet: ContactSheet, side: Int, columns: Int?) -> SheetLayout {
    let sizes = sheet.cells.map { size(of: $0.picture, within: side) }
    if let columns { return SheetLayout(sheet, side: side, sizes: sizes, columns: columns) }
    var (best, least) = (SheetLayout(sheet, side: side, sizes: sizes, columns: 1), Double.infinity)
    for columns in 1...max(sheet.cells.count, 1) {
      let layout = SheetLayout(sheet, side: side, sizes: sizes, columns: columns)
      let places = (sheet.cells.count + columns - 1) / columns * columns
      let away =
        abs(log(Double(layout.width) / Double(layout.height) / landscape))
        + Double(places - sheet.cells.count) / Double(places)
      if away < least { (best, least) = (layout, away) }
    }
    return best
  }

  /// The size of a picture on the sheet.
  private static func size(of picture: Raster, within side: Int) -> (width: Int, height: Int) {
    guard max(picture.width, picture.height) > side else { return (picture.width, picture.height) }
    return picture.fitted(width: side, height: side)
  }

  private init(_ sheet: ContactSheet, side: Int, sizes: [(width: Int, height: Int)], columns: Int) {
    self.side = side
    font = StrokeFont(size: min(max((side + 13) / 26, 12), 40))
    titleFont = StrokeFont(size: min(max((side + 9) / 18, 16), 60))
    margin = max(16, side / 10)
    // Narrow pictures leave some room for their captions.
    cellWidth = max(sizes.map(\.width).max() ?? 1, side * 3 / 5)
    let gap = max(12, side / 15)
    let lines =
      sheet.cells.map { max(min($0.caption.count, ContactSheet.maxLines), $0.mark == .none ? 0 : 1) }.max() ?? 0
    let captionHeight = lines == 0 ? 0 : captionGap + font.capHeight + (lines - 1) * font.lineHeight + font.descent
    var top = sheet.title.isEmpty ? margin : margin + titleFont.capHeight + titleFont.descent + gap
    for row in stride(from: 0, to: sizes.count, by: columns) {
      let inRow = sizes[row..<min(row + columns, sizes.count)]
      let tallest = inRow.map(\.height).max() ?? 1
      for (column, size) in inRow.enumerated() {
        let x = margin + column * (cellWidth + gap)
        pictures.append(Box(x: x, y: top + tallest - size.height, width: size.width, height: size.height))
        captionTops.append(top + tallest + captionGap)
      }
      top += tallest + captionHeight + gap * 5 / 4
    }
    height = top - gap * 5 / 4 + margin
    width = 2 * margin + columns * (cellWidth + gap) - gap
  }

  /// From a picture to its caption.
  private var captionGap: Int { font.lineHeight / 2 }

  private static let maxSide = WebPCodec.maxSide

  private var fits: Bool { max(width, height) <= Self.maxSide && width * height <= ContactSheet.maxPixels }

  /// By what the side must be multiplied at least, if everything were proportional to it.
  private var shrinking: Double {
    min(
      Double(Self.maxSide) / Double(max(width, height)),
      (Double(ContactSheet.maxPixels) / Double(width * height)).squareRoot())
  }
}
