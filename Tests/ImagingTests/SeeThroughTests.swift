import Foundation
import Imaging
import Testing

/// Clear parts of products, on drawn photos of which everything is known.
@Suite struct SeeThroughTests {
  private static let side = 240
  private static let backdrop: [UInt8] = [200, 202, 198]

  /// A block in the middle of a plain backdrop, whose px a rule gives.
  private func photo(_ color: (Int, Int) -> [UInt8]) -> Raster {
    var bytes: [UInt8] = []
    for y in 0..<Self.side {
      for x in 0..<Self.side { bytes += (isProduct(x, y) ? color(x, y) : Self.backdrop) + [255] }
    }
    return Raster(width: Self.side, height: Self.side, format: .srgba, bytes: bytes)
  }

  private func isProduct(_ x: Int, _ y: Int) -> Bool { (60..<180).contains(x) && (60..<180).contains(y) }

  private func cutOut(_ photo: Raster) -> Raster {
    var cut = photo
    for y in 0..<Self.side {
      for x in 0..<Self.side where !isProduct(x, y) {
        for channel in 0..<4 { cut.bytes[(y * Self.side + x) * 4 + channel] = 0 }
      }
    }
    return cut
  }

  private func px(_ picture: Raster, _ x: Int, _ y: Int) -> [UInt8] {
    Array(picture.bytes[(y * picture.width + x) * 4..<(y * picture.width + x) * 4 + 4])
  }

  @Test func overItsOwnBackdropClearGlassLooksAsInThePhoto() throws {
    // Glass of all shades of gray, from left to right.
    let photo = photo { x, _ in Self.backdrop.map { UInt8(Int($0) - (x - 60) / 2) } }
    let clear = try #require(try CutOut.seeThrough(cutOut(photo), in: photo))
    for x in [62, 90, 120, 150, 178] {
      let (seen, made) = (px(photo, x, 120), px(clear, x, 120))
      let share = Float(made[3]) / 255
      for channel in 0..<3 {
        let own = Transfer.linear(Float(made[channel]) / 255)
        let behind = Transfer.linear(Float(Self.backdrop[channel]) / 255)
        let both = Transfer.encoded(own * share + behind * (1 - share)) * 255
        #expect(abs(both - Float(seen[channel])) < 3, "column \(x): \(both) for \(seen[channel])")
      }
    }
    #expect(px(clear, 62, 120)[3] < 60)
    #expect(px(clear, 120, 120)[3] < 160)
    #expect(px(clear, 20, 20)[3] == 0)
  }

  @Test(arguments: [[40, 40, 42], [200, 120, 40], [30, 90, 180]] as [[UInt8]])
  func darkAndColoredPartsStayAsTheyAre(color: [UInt8]) throws {
    let photo = photo { _, _ in color }
    let clear = try #require(try CutOut.seeThrough(cutOut(photo), in: photo))
    #expect(clear == cutOut(photo))
  }

  @Test func aLabelInTheBackdropsColorStaysOpaqueAroundItsPrint() throws {
    // Amber glass; on it a paper of the backdrop's color, with four dark marks.
    let photo = photo { x, y in
      guard (90..<150).contains(x), (90..<150).contains(y) else { return [180, 110, 40] }
      let isMark = (115..<125).contains(y) && (100..<140).contains(x) && x % 10 < 5
      return isMark ? [30, 30, 30] : Self.backdrop
    }
    let clear = try #require(try CutOut.seeThrough(cutOut(photo), in: photo))
    for y in 90..<150 {
      for x in 90..<150 { #expect(px(clear, x, y) == px(photo, x, y)) }
    }
  }

  @Test func withoutAPlainBackdropNothingCanBeTold() throws {
    var photo = photo { _, _ in Self.backdrop }
    for y in 0..<Self.side {
      for x in 0..<Self.side where !isProduct(x, y) {
        let level: UInt8 = (x / 12 + y / 12) % 2 == 0 ? 30 : 220
        for channel in 0..<3 { photo.bytes[(y * Self.side + x) * 4 + channel] = level }
      }
    }
    #expect(try CutOut.seeThrough(cutOut(photo), in: photo) == nil)
  }

  @Test func sizesThatDifferAreRefusedAndCancellingStops() throws {
    let photo = photo { _, _ in Self.backdrop }
    let small = Raster(width: 8, height: 8, format: .srgba, filledWith: 255)
    #expect(throws: ImagingError.badParameter(name: "photo", detail: "must have the cut-out's size")) {
      try CutOut.seeThrough(small, in: photo)
    }
    #expect(throws: ImagingError.cancelled) { try CutOut.seeThrough(cutOut(photo), in: photo, isCancelled: { true }) }
  }
}
