import Imaging
import Testing

@Suite struct BackdropMeasures {
  /// A picture drawn in text: `.` white, `,` (253, 254, 255), `~` (244, 244, 244), `#` black, `o` clear white.
  private func drawn(_ rows: String...) -> Raster {
    let colors: [Character: [UInt8]] = [
      ".": [255, 255, 255, 255], ",": [253, 254, 255, 255], "~": [244, 244, 244, 255], "#": [0, 0, 0, 255],
      "o": [255, 255, 255, 0],
    ]
    return Raster(
      width: rows[0].count, height: rows.count, format: .srgba,
      bytes: rows.flatMap { $0.flatMap { colors[$0] ?? [] } })
  }

  /// A white picture in which some pixels have another color.
  private func white(_ width: Int, _ height: Int, except pixels: [(Int, Int, [UInt8])]) -> Raster {
    var raster = even(width, height, [255, 255, 255, 255])
    for (x, y, pixel) in pixels {
      raster.bytes.replaceSubrange((y * width + x) * 4..<(y * width + x) * 4 + 4, with: pixel)
    }
    return raster
  }

  @Test func whatLiesOnWhiteIsMeasured() {
    let measure = BackdropMeasure(
      of: drawn(
        "..........",
        "..........",
        "..#.......",
        ".......#..",
        ".........."))

    #expect(measure.borderWhite == 1)
    #expect(measure.uniformBorder == .white)
    #expect(!measure.hasAlpha)
    #expect(measure.contents == CutOut.Bounds(x: 2, y: 2, width: 6, height: 2))
    #expect(measure.fill == 0.6)
  }

  @Test func fillFollowsTheLongerSideOfTheContents() {
    let measure = BackdropMeasure(
      of: drawn(
        "..........",
        "....#.....",
        "....#.....",
        "....#.....",
        ".........."))

    #expect(measure.fill == 0.6)
  }

  @Test func aWideFrameIsMeasuredAlongTheSideThatItSpans() {
    let measure = BackdropMeasure(of: white(40, 10, except: [(10, 2, [0, 0, 0, 255]), (15, 8, [0, 0, 0, 255])]))

    #expect(measure.contents == CutOut.Bounds(x: 10, y: 2, width: 6, height: 7))
    #expect(measure.fill == 0.7)
  }

  @Test func aBorderWithinTwoLevelsIsOneColor() {
    // Ten of twelve pixels of the border are white, so the mean is nearest to white.
    let measure = BackdropMeasure(of: drawn(".,..", "....", "....", "..,."))

    #expect(measure.borderWhite == 10.0 / 12)
    #expect(measure.uniformBorder == .white)
  }

  @Test func theColorIsWithinTwoLevelsOfEveryPixelOfTheBorder() {
    let mean = white(8, 8, except: [(0, 0, [251, 255, 255, 255])])

    #expect(BackdropMeasure(of: mean).uniformBorder == PixelColor(red: 253, green: 255, blue: 255))
  }

  @Test(arguments: [[250, 255, 255, 255], [255, 255, 255, 254], [0, 0, 0, 255]] as [[UInt8]])
  func aBorderWithAnotherPixelIsNotUniform(_ pixel: [UInt8]) {
    for (x, y) in [(0, 0), (7, 0), (0, 5), (7, 5), (3, 0), (3, 5), (0, 2), (7, 2)] {
      let measure = BackdropMeasure(of: white(8, 6, except: [(x, y, pixel)]))

      #expect(measure.uniformBorder == nil && measure.contents == nil && measure.fill == nil)
      #expect(measure.borderWhite == 23.0 / 24)
    }
  }

  @Test func contentsDifferByMoreThanTwelveLevelsInAnyChannel() {
    let inside = white(
      9, 9, except: [(4, 4, [243, 255, 255, 255]), (5, 4, [255, 243, 255, 255]), (4, 5, [255, 255, 255, 243])])
    let outside = white(9, 9, except: [(2, 3, [255, 255, 242, 255]), (4, 6, [255, 255, 255, 242])])

    #expect(BackdropMeasure(of: inside).contents == nil)
    #expect(BackdropMeasure(of: outside).contents == CutOut.Bounds(x: 2, y: 3, width: 3, height: 4))
  }

  @Test func alphaIsSeenAnywhere() {
    #expect(BackdropMeasure(of: white(70, 50, except: [(33, 20, [255, 255, 255, 254])])).hasAlpha)
    #expect(BackdropMeasure(of: drawn("ooo", "ooo", "ooo")).borderWhite == 0)
  }

  @Test(arguments: [(1, 1), (1, 5), (5, 1), (2, 2)]) func smallPicturesAreAllBorder(_ width: Int, _ height: Int) {
    let measure = BackdropMeasure(of: even(width, height, [9, 8, 7, 255]))

    #expect(measure.uniformBorder == PixelColor(red: 9, green: 8, blue: 7))
    #expect(measure.borderWhite == 0 && measure.contents == nil)
  }

  @Test func aMaskIsMeasuredAsGray() {
    let measure = BackdropMeasure(of: art("....", ".##.", "...."))

    #expect(measure.uniformBorder == PixelColor(red: 0, green: 0, blue: 0))
    #expect(measure.contents == CutOut.Bounds(x: 1, y: 1, width: 2, height: 1))
  }

  @Test func itsBoxIsThatOfTheDefinition() {
    var random = Seeded(state: 5)
    for _ in 0..<40 {
      let spots = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (Int.random(in: 1..<30, using: &random), Int.random(in: 1..<20, using: &random))
      }
      let (xs, ys) = (spots.map(\.0), spots.map(\.1))
      let picture = white(31, 21, except: spots.map { ($0.0, $0.1, [0, 200, 255, 255]) })

      let box = BackdropMeasure(of: picture).contents

      #expect(box?.x == xs.min() && box?.y == ys.min())
      #expect(box.map { $0.x + $0.width - 1 } == xs.max() && box.map { $0.y + $0.height - 1 } == ys.max())
    }
  }
}
