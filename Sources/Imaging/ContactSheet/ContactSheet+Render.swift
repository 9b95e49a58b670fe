extension ContactSheet {
  /// The sheet as an opaque picture. Each picture on it is what `Raster.resize` makes of it, byte for byte.
  ///
  /// - Throws: `badParameter` when there are no cells or more than `maxCells`, or when a picture is premultiplied;
  ///   `cancelled`.
  public func render(isCancelled: @escaping @Sendable () -> Bool = { false }) throws(ImagingError) -> Raster {
    guard 1...Self.maxCells ~= cells.count else {
      throw .badParameter(name: "cells", detail: "must be 1 to \(Self.maxCells)")
    }
    guard !cells.contains(where: { $0.picture.format == .srgbaPremultiplied }) else {
      throw .badParameter(name: "cells", detail: "must have straight alpha")
    }
    let layout = SheetLayout(of: self)
    var canvas = SheetCanvas(width: layout.width, height: layout.height, color: Tone.paper)
    drawTitle(layout, on: &canvas)
    for (index, cell) in cells.enumerated() {
      if isCancelled() { throw .cancelled }
      let box = layout.pictures[index]
      canvas.outline(box, color: Tone.hairline)
      canvas.place(try Self.shown(cell.picture, in: box, layout, isCancelled), x: box.x, y: box.y)
      Self.drawCaption(of: cell, at: (box.x, layout.captionTops[index]), layout, on: &canvas)
    }
    return canvas.raster
  }

  /// Colors of the sheet: neutral, so that those of the pictures are seen as they are.
  private enum Tone {
    static let paper = PixelColor(red: 0xF4, green: 0xF4, blue: 0xF2)
    static let hairline = PixelColor(red: 0xD4, green: 0xD4, blue: 0xD0)
    static let square = PixelColor(red: 0xEC, green: 0xEC, blue: 0xEA)
    static let title = PixelColor(red: 0x22, green: 0x22, blue: 0x20)
    static let text = PixelColor(red: 0x33, green: 0x33, blue: 0x31)
    static let smallText = PixelColor(red: 0x66, green: 0x66, blue: 0x62)
  }

  private func drawTitle(_ layout: SheetLayout, on canvas: inout SheetCanvas) {
    let font = layout.titleFont
    guard let mask = font.mask(of: font.cut(title, toWidth: Double(layout.width - 2 * layout.margin))) else { return }
    canvas.ink(mask, x: layout.margin - font.inset, y: layout.margin - font.rise, color: Tone.title)
  }

  /// A picture in the size of its box, over light squares where it is transparent.
  private static func shown(
    _ picture: Raster, in box: SheetLayout.Box, _ layout: SheetLayout, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> Raster {
    let reduced = try picture.grayPicture.resize(toWidth: box.width, height: box.height, isCancelled: isCancelled)
    if reduced.isOpaque { return reduced }
    var squares = SheetCanvas(width: box.width, height: box.height, color: .white)
    let side = max(5, layout.side / 40)
    for row in 0...box.height / side {
      for column in stride(from: row % 2, through: box.width / side, by: 2) {
        squares.fill(.init(x: column * side, y: row * side, width: side, height: side), with: Tone.square)
      }
    }
    return try reduced.over(squares.raster)
  }

  private static func drawCaption(
    of cell: Cell, at place: (x: Int, y: Int), _ layout: SheetLayout, on canvas: inout SheetCanvas
  ) {
    let font = layout.font
    var indent = 0
    if let color = cell.mark.color {
      var disc = PenStrokes(width: font.capHeight + 2, height: font.capHeight + 2, pen: Double(font.capHeight))
      disc.draw([(Double(font.capHeight) / 2 + 1, Double(font.capHeight) / 2 + 1)])
      canvas.ink(disc.mask, x: place.x - 1, y: place.y - 1, color: color)
      indent = font.capHeight + font.capHeight / 2
    }
    for (line, text) in cell.caption.prefix(maxLines).enumerated() {
      let left = line == 0 ? indent : 0
      guard let mask = font.mask(of: font.cut(text, toWidth: Double(layout.cellWidth - left))) else { continue }
      canvas.ink(
        mask, x: place.x + left - font.inset, y: place.y + line * font.lineHeight - font.rise,
        color: line == 0 ? Tone.text : Tone.smallText)
    }
  }
}

extension ContactSheet.Mark {
  /// The color of the disc, or nil for none.
  fileprivate var color: PixelColor? {
    switch self {
    case .none: nil
    case .accepted: PixelColor(red: 0x2E, green: 0x9B, blue: 0x57)
    case .rejected: PixelColor(red: 0xCC, green: 0x44, blue: 0x3A)
    case .first: PixelColor(red: 0xD9, green: 0xA4, blue: 0x1F)
    }
  }
}
