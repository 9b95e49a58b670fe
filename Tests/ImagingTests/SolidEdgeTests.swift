import Foundation
import Imaging
import Testing

/// The edge of a real product: solid, without threads that let the background through.
@Suite struct SolidEdgeTests {
  private static let bottle = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("examples/photos/bottle-studio.jpg")

  @Test func noThreadsOfBackgroundRunAlongTheInside() throws {
    let photo = try ImageFile.decode([UInt8](Data(contentsOf: Self.bottle)))
    let cut = try CutOut.find(in: photo).image
    func alpha(_ x: Int, _ y: Int) -> UInt8 { cut.bytes[(y * cut.width + x) * 4 + 3] }
    var threads = 0
    // The straight flanks of the bottle.
    for y in 500..<1_200 {
      for x in 8..<cut.width - 8 where alpha(x, y) < 64 {
        let left = (1...6).contains { alpha(x - $0, y) > 200 }
        let right = (1...6).contains { alpha(x + $0, y) > 200 }
        if left && right { threads += 1 }
      }
    }
    #expect(threads == 0)
  }
}
