import Imaging
import Synchronization
import Testing

/// Pictures that are no product photos, and callers that change their mind.
@Suite struct CutOutRobustnessTests {
  @Test(arguments: [(1, 1), (2, 1), (3, 200), (200, 3), (9, 9)])
  func tinyPicturesAreAnswered(width: Int, height: Int) throws {
    let photo = noise(width, height, seed: 7, opaque: true)

    let result = try CutOut.find(in: photo)

    #expect(result.image.width == width && result.image.height == height)
    #expect((0...1).contains(result.confidence))
  }

  @Test func aPictureOfOneColorHasNoProduct() throws {
    let result = try CutOut.find(in: Raster(width: 120, height: 90, format: .srgba, filledWith: 255))

    #expect(result.confidence < 0.4)
    #expect(result.bounds.width == 0)
    #expect(result.reasons.contains(.nothingFound))
  }

  @Test func noiseIsNotTrusted() throws {
    let result = try CutOut.find(in: noise(160, 120, seed: 3, opaque: true))

    #expect(result.confidence < 0.4)
  }

  @Test func theSamePhotoGivesTheSameBytes() async throws {
    let photo = CutOutScene(
      background: CutOutScene.sweep(220), product: { x, _ in SIMD3(90 + 0.3 * x, 60, 50) }, covers: disc(100, 90, 55)
    ).render().photo

    let results = try await withThrowingTaskGroup(of: Raster.self) { group in
      for _ in 0..<3 { group.addTask { try CutOut.find(in: photo).image } }
      return try await group.reduce(into: [Raster]()) { $0.append($1) }
    }

    #expect(results.count == 3 && results.allSatisfy { $0 == results[0] })
  }

  @Test(arguments: [0, 3, 6, 9, 12])
  func aCallerCanStopIt(after questions: Int) {
    let photo = CutOutScene(
      background: CutOutScene.sweep(220), product: { _, _ in SIMD3(90, 60, 50) }, covers: disc(100, 90, 55)
    ).render().photo
    let asked = Mutex(0)

    #expect(throws: ImagingError.cancelled) {
      try CutOut.find(in: photo) {
        asked.withLock { count in
          count += 1
          return count > questions
        }
      }
    }
  }

  @Test func masksAreRefused() {
    #expect(throws: ImagingError.self) {
      try CutOut.find(in: Raster(width: 4, height: 4, format: .mask))
    }
  }

  @Test func stagesReportForward() throws {
    let fractions = Mutex<[Double]>([])

    _ = try CutOut.find(in: Raster(width: 40, height: 40, format: .srgba, filledWith: 255)) {
      false
    } onStage: { _, fraction in
      fractions.withLock { $0.append(fraction) }
    }

    let seen = fractions.withLock { $0 }
    #expect(seen == seen.sorted() && seen.first == 0 && seen.last == 1)
  }

  @Test func theOperationGivesTheCutOutItsMaskAndItsDoubts() throws {
    let photo = CutOutScene(
      background: CutOutScene.sweep(220), product: { _, _ in SIMD3(90, 60, 50) }, covers: disc(100, 90, 55)
    ).render().photo

    let output = try operation(named: "removeBackground", [:]).apply(to: photo) { false }

    let direct = try CutOut.find(in: photo)
    #expect(output.raster == direct.image)
    #expect(output.mask == direct.mask)
    #expect(output.notes.confidence == direct.confidence)
  }
}
