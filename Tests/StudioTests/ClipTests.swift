import Catalog
import Imaging
import Testing

@testable import Studio

/// Clips: the set moves, the product does not.
@Suite struct ClipTests {
  private func frames(_ motion: Motion, count: Int = 6, threads: Int = 2) throws -> [Raster] {
    var scene = try Fixture.scene("hard-sun")
    scene.camera.fNumber = nil
    var frames: [Raster] = []
    try Studio.clip(Fixture.job(scene, samples: 2), motion: motion, frames: count, threads: threads) {
      #expect($0 == frames.count)
      frames.append($1)
    }
    return frames
  }

  @Test(arguments: [Motion.lightSweep, .goboDrift, .parallax])
  func theProductIsTheSameInEveryFrameAndTheSetIsNot(motion: Motion) throws {
    let frames = try frames(motion)
    let still = try Studio.render(Fixture.job(try Fixture.scene("hard-sun"), samples: 1))
    var changed = 0
    for y in 0..<96 {
      for x in 0..<96 {
        let px = frames.map { $0.px(x, y) }
        if still.placed.px(x, y)[3] == 255 {
          #expect(Set(px) == [still.placed.px(x, y)])
        } else if Set(px).count > 1 {
          changed += 1
        }
      }
    }
    #expect(changed > 100)
  }

  @Test(arguments: Motion.allCases)
  func theWayBackShowsTheFramesOfTheWayThere(motion: Motion) throws {
    let frames = try frames(motion)
    #expect(frames.count == 6)
    #expect(frames[1] == frames[5] && frames[2] == frames[4])
    #expect(frames[0] != frames[3])
  }

  @Test func theFramesDoNotDependOnTheNumberOfThreads() throws {
    #expect(try frames(.parallax, count: 2, threads: 1) == frames(.parallax, count: 2, threads: 3))
  }

  @Test func aPushInShowsTheProductLarger() throws {
    let scene = try Fixture.scene("soft-gray-studio")
    func width(_ progress: Double) throws -> Int {
      var job = Fixture.job(Motion.pushIn.applied(to: scene, progress: progress), size: (200, 200), samples: 1)
      job.isFrame = true
      return try Studio.render(job).placement.width
    }
    #expect(try width(1) > width(0) + 5)
    #expect(abs(try width(0.5) * 2 - width(0) - width(1)) <= 2)
  }

  @Test func moreFramesThanAClipHoldsAreCutOff() throws {
    var count = 0
    try Studio.clip(
      Fixture.job(try Fixture.scene("pure-white"), size: (16, 16), samples: 1), motion: .pushIn, frames: 5_000
    ) { _, _ in count += 1 }
    #expect(count == Studio.mostFrames)
  }

  @Test func aCancelledClipEnds() throws {
    #expect(throws: StudioError.cancelled) {
      try Studio.clip(
        Fixture.job(try Fixture.scene("pure-white"), samples: 1), motion: .pushIn, frames: 4, isCancelled: { true }
      ) { _, _ in }
    }
  }
}
