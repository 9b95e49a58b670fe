import Testing

@testable import Imaging

@Suite struct ContactSheets {
  private let paper: [UInt8] = [0xF4, 0xF4, 0xF2, 255]

  /// Noise in which no level is as light as the paper, so that its place can be found.
  private func dark(_ width: Int, _ height: Int, seed: UInt64 = 1) -> Raster {
    var raster = noise(width, height, seed: seed, opaque: true)
    raster.bytes = raster.bytes.enumerated().map { $0.offset % 4 == 3 ? 255 : $0.element / 2 }
    return raster
  }

  /// Where the sheet holds a picture byte for byte.
  private func place(of picture: Raster, on sheet: Raster) -> (x: Int, y: Int)? {
    func pixels(_ raster: Raster) -> [UInt32] { raster.bytes.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) } }
    let (sought, found) = (pixels(picture), pixels(sheet))
    for y in 0...sheet.height - picture.height {
      var row = found[(y * sheet.width)..<((y + 1) * sheet.width - picture.width + 1)]
      while let start = row.firstIndex(of: sought[0]) {
        row = row[(start + 1)...]
        guard found[start..<start + picture.width].elementsEqual(sought[..<picture.width]) else { continue }
        let x = start - y * sheet.width
        if (try? sheet.crop(x: x, y: y, width: picture.width, height: picture.height)) == picture { return (x, y) }
      }
    }
    return nil
  }

  /// The smallest box around all pixels in which two sheets differ.
  private func change(_ one: Raster, _ two: Raster) throws -> CutOut.Bounds {
    try #require(one.width == two.width && one.height == two.height)
    let changed = (0..<one.width * one.height).filter { place in
      one.bytes[place * 4..<place * 4 + 4] != two.bytes[place * 4..<place * 4 + 4]
    }
    let (xs, ys) = (changed.map { $0 % one.width }, changed.map { $0 / one.width })
    let (x, y) = (try #require(xs.min()), try #require(ys.min()))
    return CutOut.Bounds(x: x, y: y, width: (xs.max() ?? 0) - x + 1, height: (ys.max() ?? 0) - y + 1)
  }

  @Test(arguments: [(300, 150), (150, 300), (200, 200), (900, 20)])
  func aPictureOnTheSheetIsTheResizedOne(_ width: Int, _ height: Int) throws {
    let picture = dark(width, height)

    let sheet = try ContactSheet(cells: [.init(picture: picture, caption: ["a"])], cellSide: 100).render()

    let resized = try picture.resize(within: 100, 100)
    #expect(place(of: resized, on: sheet) != nil)
  }

  @Test func aSmallPictureIsNotEnlarged() throws {
    let picture = dark(31, 17)

    let sheet = try ContactSheet(cells: [.init(picture: picture)], cellSide: 200).render()

    #expect(place(of: picture, on: sheet) != nil)
  }

  @Test func theSheetIsOpaqueAndItsBorderIsPaper() throws {
    let sheet = try ContactSheet(
      title: "All", cells: (0..<5).map { .init(picture: noise(90, 60, seed: $0), caption: ["x"]) }, cellSide: 80
    ).render()

    #expect(sheet.format == .srgba && sheet.isOpaque)
    #expect(BackdropMeasure(of: sheet).uniformBorder?.bytes == paper)
  }

  @Test func aWhitePictureHasAnEdge() throws {
    let white = even(100, 80, [255, 255, 255, 255])

    let sheet = try ContactSheet(cells: [.init(picture: white)], cellSide: 100).render()

    let (x, y) = try #require(place(of: white, on: sheet))
    for (x, y) in [(x - 1, y), (x + 100, y + 79), (x, y - 1), (x + 99, y + 80)] {
      #expect(sheet.pixel(x, y)[0] < 0xE4)
    }
    #expect(sheet.pixel(x - 2, y) == paper)
  }

  @Test func transparencyLiesOverLightSquares() throws {
    let sheet = try ContactSheet(cells: [.init(picture: even(100, 100, [9, 9, 9, 0]))], cellSide: 100).render()

    let inside = try sheet.crop(x: sheet.width / 2 - 40, y: sheet.height / 2 - 40, width: 80, height: 80)
    let tones = Set(stride(from: 0, to: inside.bytes.count, by: 4).map { inside.bytes[$0] })
    #expect(tones.count == 2 && tones.contains(255) && tones.allSatisfy { $0 > 224 })
  }

  @Test(arguments: [(1, 1), (2, 1), (3, 2), (7, 3)]) func columnsAreAsAsked(_ columns: Int, _ rows: Int) throws {
    let cells = (0..<(columns == 1 ? 1 : rows * columns - 1)).map {
      ContactSheet.Cell(picture: dark(64, 64, seed: UInt64($0)))
    }

    let sheet = try ContactSheet(cells: cells, columns: columns, cellSide: 64).render()

    let places = try cells.map { try #require(place(of: $0.picture, on: sheet)) }
    #expect(Set(places.map(\.x)).count == min(columns, cells.count))
    #expect(Set(places.map(\.y)).count == rows)
  }

  @Test(arguments: [4, 6, 9, 12, 20, 60]) func byItselfASheetIsNearLandscape(_ count: Int) {
    let cells = (0..<count).map { _ in ContactSheet.Cell(picture: dark(64, 64), caption: ["a", "b"]) }

    let sheet = SheetLayout(of: ContactSheet(cells: cells, cellSide: 64))

    #expect(0.8...2.4 ~= Double(sheet.width) / Double(sheet.height))
  }

  @Test func aLongerCaptionChangesItsOwnCellOnly() throws {
    func sheet(_ text: String) throws -> Raster {
      let cells = (0..<4).map {
        ContactSheet.Cell(picture: dark(120, 90, seed: $0), caption: [$0 == 1 ? text : "other"])
      }
      return try ContactSheet(cells: cells, columns: 2, cellSide: 120).render()
    }
    let short = try sheet("a")

    let box = try change(short, sheet(String(repeating: "wide ", count: 2_000)))

    let own = try #require(place(of: dark(120, 90, seed: 1), on: short))
    #expect(box.x >= own.x - 2 && box.x + box.width <= own.x + 122)
    #expect(box.y > own.y + 90 && box.y + box.height < own.y + 90 + 30)
  }

  @Test(
    arguments: zip(
      [ContactSheet.Mark.accepted, .rejected, .first],
      [[0x2E, 0x9B, 0x57], [0xCC, 0x44, 0x3A], [0xD9, 0xA4, 0x1F]] as [[UInt8]]))
  func aMarkIsADiscOfItsColor(_ mark: ContactSheet.Mark, _ color: [UInt8]) throws {
    func sheet(_ mark: ContactSheet.Mark) throws -> Raster {
      try ContactSheet(cells: [.init(picture: dark(96, 96), caption: [""], mark: mark)], cellSide: 96).render()
    }

    let marked = try sheet(mark)
    let disc = try change(marked, sheet(.none))

    #expect(abs(disc.width - disc.height) <= 1 && 6...16 ~= disc.width)
    #expect(marked.pixel(disc.x + disc.width / 2, disc.y + disc.height / 2) == color + [255])
    let picture = try #require(place(of: dark(96, 96), on: marked))
    #expect(disc.y > picture.y + 96 && abs(disc.x - picture.x) <= 1)
  }

  @Test func aTitleStandsAboveEverything() throws {
    let cells = [ContactSheet.Cell(picture: dark(100, 100))]

    let sheet = try ContactSheet(title: "Set", cells: cells, cellSide: 100).render()

    let plain = try ContactSheet(cells: cells, cellSide: 100).render()
    #expect(sheet.width == plain.width && sheet.height > plain.height + 15)
    #expect(try #require(place(of: dark(100, 100), on: sheet)).y > 30)
  }

  @Test func hostileCaptionsStayInTheirCell() throws {
    let captions = [
      [String(repeating: "W", count: 10_000)], Array(repeating: "line", count: 1_000),
      ["\0\u{1B}[31m\r\n\t\u{7F}\u{202E}"],
      [String(repeating: "👨‍👩‍👧‍👦", count: 500), "e" + String(repeating: "\u{301}", count: 10_000)], [""], [],
    ]
    let cells = captions.enumerated().map {
      ContactSheet.Cell(picture: dark(80, 80, seed: UInt64($0.offset)), caption: $0.element, mark: .first)
    }

    let sheet = try ContactSheet(
      title: String(repeating: "\u{0}title ", count: 10_000), cells: cells, columns: 3, cellSide: 80
    ).render()

    for cell in cells { #expect(place(of: cell.picture, on: sheet) != nil) }
    #expect(BackdropMeasure(of: sheet).uniformBorder?.bytes == paper)
    #expect(sheet.height < 700)
  }

  @Test func theSameSheetHasTheSameBytes() throws {
    let sheet = ContactSheet(
      title: "T",
      cells: (0..<3).map { .init(picture: noise(99, 70, seed: $0), caption: ["one", "two"], mark: .accepted) })

    #expect(try sheet.render() == sheet.render())
  }

  @Test func largeSheetsGetSmallerCells() {
    let cell = ContactSheet.Cell(picture: dark(64, 64), caption: ["a"])
    let large = ContactSheet.Cell(picture: Raster(width: 3_000, height: 3_000, format: .mask), caption: ["a"])

    let layouts = [
      ContactSheet(cells: Array(repeating: large, count: 40), cellSide: 2_048),
      ContactSheet(cells: Array(repeating: large, count: 400), cellSide: 2_048),
      ContactSheet(cells: Array(repeating: cell, count: 400), columns: 400), ContactSheet(cells: [large], columns: 1),
      ContactSheet(cells: Array(repeating: cell, count: 400), columns: 1, cellSide: 64),
    ].map { SheetLayout(of: $0) }

    for layout in layouts {
      #expect(layout.width * layout.height <= ContactSheet.maxPixels)
      #expect(max(layout.width, layout.height) <= 16_383)
    }
    #expect(layouts[0].side < 2_048 && layouts[0].width * layouts[0].height > ContactSheet.maxPixels / 2)
    #expect(layouts[3].side == 480)
  }

  @Test func masksAreShownInGray() throws {
    let mask = noise(64, 64, .mask, seed: 4)

    #expect(
      try place(of: mask.grayPicture, on: ContactSheet(cells: [.init(picture: mask)], cellSide: 64).render()) != nil)
  }

  @Test func badSheetsAreRefusedAndWorkCanBeStopped() {
    let cell = ContactSheet.Cell(picture: dark(4, 4))
    for count in [0, 401] {
      #expect(throws: ImagingError.badParameter(name: "cells", detail: "must be 1 to 400")) {
        try ContactSheet(cells: Array(repeating: cell, count: count)).render()
      }
    }
    #expect(throws: ImagingError.badParameter(name: "cells", detail: "must have straight alpha")) {
      try ContactSheet(cells: [.init(picture: Raster(width: 1, height: 1, format: .srgbaPremultiplied))]).render()
    }
    #expect(throws: ImagingError.cancelled) { try ContactSheet(cells: [cell]).render(isCancelled: { true }) }
  }

  @Test(arguments: [Int.min, -1, 0, Int.max]) func numbersAreBroughtIntoTheirRange(_ number: Int) throws {
    let cells = [ContactSheet.Cell(picture: dark(10, 10))]

    #expect(try ContactSheet(cells: cells, columns: number, cellSide: number).render().width < 2_600)
  }
}

extension PixelColor {
  fileprivate var bytes: [UInt8] { [red, green, blue, alpha] }
}
