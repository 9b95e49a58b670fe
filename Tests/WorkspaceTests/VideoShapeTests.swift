import Imaging
import Testing

@testable import Workspace

@Suite struct VideoShapeTests {
  @Test func anOddSideLosesItsLastRowOrColumn() throws {
    var frame = flat(5, 3, 10)
    for place in [4, 9, 10, 14] { frame.bytes.replaceSubrange(place * 4..<place * 4 + 3, with: [200, 200, 200]) }
    let shape = try #require(VideoShape(width: 5, height: 3, durations: [83]))

    #expect([shape.width, shape.height] == [4, 2])
    #expect(try shape.bytes(of: frame) == Array(repeating: 10, count: 4 * 2 * 3))
  }

  @Test func aFrameIsItsColorsOverWhite() throws {
    let shape = try #require(VideoShape(width: 2, height: 2, durations: [83]))
    let pixels: [UInt8] = [1, 2, 3, 255, 4, 5, 6, 0, 7, 8, 9, 255, 10, 11, 12, 255]
    let frame = Raster(width: 2, height: 2, format: .srgba, bytes: pixels)

    #expect(try shape.bytes(of: frame) == [1, 2, 3, 255, 255, 255, 7, 8, 9, 10, 11, 12])
  }

  @Test(arguments: [([83, 83, 83], "3000/249"), ([40], "1000/40"), ([10, 30], "2000/40")])
  func theRateKeepsTheLengthOfTheWhole(durations: [Int], rate: String) throws {
    #expect(VideoShape(width: 4, height: 4, durations: durations)?.rate == rate)
  }

  @Test(arguments: [(1, 4), (4, 1), (8_193, 4), (0, 0), (-2, 4), (.max, .max)])
  func sidesAreBounded(width: Int, height: Int) {
    #expect(VideoShape(width: width, height: height, durations: [83]) == nil)
  }
}
