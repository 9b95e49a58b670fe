import Imaging
import Synchronization
import TestSupport
import Testing

/// A model of the user's own in place of krafd's network.
@Suite struct CutOutModelTests {
  static let photo = TwinDiscs.photo(height: 120)

  /// Says what a rule says of each color.
  struct ColorModel: SegmentationModel {
    var name = "/etc/model.json"
    var version = "1"
    var width = 96
    var height = 64
    var answer: @Sendable (SIMD4<Float>) -> Float

    func likelihood(
      of colors: [SIMD4<Float>], isCancelled: @escaping @Sendable () -> Bool
    ) throws(ImagingError) -> [Float] {
      colors.map(answer)
    }
  }

  static let red = ColorModel { $0.x > $0.z + 40 ? 1 : 0 }
  static let blue = ColorModel { $0.z > $0.x + 40 ? 1 : 0 }

  @Test func cutsOutWhatTheModelSays() throws {
    let red = TwinDiscs.opaque(in: try CutOut.find(in: Self.photo, model: Self.red).image)
    let blue = TwinDiscs.opaque(in: try CutOut.find(in: Self.photo, model: Self.blue).image)

    #expect(abs(red.left - 0.283) < 0.01 && red.right == 0)
    #expect(abs(blue.right - 0.283) < 0.01 && blue.left == 0)
  }

  @Test func aHintHoldsWhateverTheModelSays() throws {
    let dot = CutOut.Stroke(points: [SIMD2(60, 60)], width: 24)
    let hints = CutOut.Hints(background: [dot])

    let cut = try CutOut.find(in: Self.photo, hints: hints, model: Self.red).image

    #expect(cut.bytes[(60 * cut.width + 60) * 4 + 3] == 0)
    // What is left of the disc without the dot: 0.283 - π · 12² / 120².
    #expect(TwinDiscs.opaque(in: cut).left > 0.25)
  }

  @Test func theModelSeesThePhotoStretchedToItsSize() throws {
    let seen = Counter()
    var model = Self.red
    model.answer = { color in
      seen.count(color)
      return abs(color.x - color.z) > 40 ? 1 : 0
    }

    _ = try CutOut.find(in: Self.photo, model: model)

    // Once: the discs fill the photo, so that the look for them is the look at them.
    #expect(seen.total == 96 * 64)
    #expect(seen.isInRange)
  }

  @Test(arguments: [Float.nan, .infinity]) func numbersThatAreNotFiniteAreRefused(number: Float) {
    var model = Self.red
    model.answer = { _ in number }

    #expect {
      try CutOut.find(in: Self.photo, model: model)
    } throws: { error in
      guard case ImagingError.modelUnusable(name: "/etc/model.json", _) = error else { return false }
      return true
    }
  }

  @Test func theOperationTakesTheModel() throws {
    var operation = try RemoveBackground([:])
    operation.model = Self.blue

    let cut = TwinDiscs.opaque(in: try operation.apply(to: Self.photo) { false }.raster)

    #expect(cut.left == 0 && cut.right > 0.27)
  }

  @Test func aSureModelAnswersTheSameEachTime() throws {
    let first = try CutOut.find(in: Self.photo, model: Self.red).image
    let second = try CutOut.find(in: Self.photo, model: Self.red).image

    #expect(first.bytes == second.bytes)
  }
}

/// Counts colors across threads, and whether all were 0...255.
private final class Counter: Sendable {
  private let state = Mutex((total: 0, isInRange: true))

  var total: Int { state.withLock { $0.total } }
  var isInRange: Bool { state.withLock { $0.isInRange } }

  func count(_ color: SIMD4<Float>) {
    state.withLock { state in
      state.total += 1
      for channel in 0..<3 where !(0...255.01).contains(color[channel]) { state.isInRange = false }
    }
  }
}
