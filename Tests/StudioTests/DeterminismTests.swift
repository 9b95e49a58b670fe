import CStudioKernels
import Imaging
import Synchronization
import Testing

@testable import Studio

@Suite(.serialized) struct DeterminismTests {
  @Test(arguments: [2, 7], ["soft-gray-studio", "hard-sun", "festive-campaign"])
  func theBytesDoNotDependOnTheNumberOfThreads(threads: Int, style: String) throws {
    let job = Fixture.job(try Fixture.scene(style), samples: 4)
    #expect(try Studio.render(job, threads: threads).image == Studio.render(job, threads: 1).image)
  }

  @Test func aSeedChangesTheNoiseAndNotTheLayout() throws {
    let scene = try Fixture.scene("soft-gray-studio")
    let one = try Studio.render(Fixture.job(scene, samples: 1, seed: 1))
    let two = try Studio.render(Fixture.job(scene, samples: 1, seed: 2))
    #expect(one.placement == two.placement)
    #expect(one.placed == two.placed)
    #expect(one.image != two.image)
  }

  @Test func bothKernelVariantsAgreeWithinTwoLevelsForAlmostAllPx() throws {
    let job = Fixture.job(try Fixture.scene("color-block"), samples: 16)
    let fast = try Studio.render(job).image
    krafd_studio_force_variant(0)
    defer { krafd_studio_force_variant(-1) }
    let base = try Studio.render(job).image
    let far = zip(fast.bytes, base.bytes).count { abs(Int($0) - Int($1)) > 2 }
    #expect(far < fast.bytes.count / 200)
  }

  @Test func cancellingStopsBeforeTheNextTile() throws {
    let asked = Atomic(0)
    let job = Fixture.job(try Fixture.scene("soft-gray-studio"), size: (256, 256), samples: 4_096)
    #expect(throws: StudioError.cancelled) {
      try Studio.render(job, threads: 1, isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 200 })
    }
    #expect(asked.load(ordering: .relaxed) == 201)
  }

  @Test func passesDoubleTheirSamplesAndShowPreviews() throws {
    var samples: [Int] = []
    var last: Raster?
    let job = Fixture.job(try Fixture.scene("pure-white"), samples: 16)
    let picture = try Studio.render(
      job,
      onPass: { pass in
        samples.append(pass.samples)
        last = pass.preview
      })
    #expect(samples == [2, 4, 16])
    #expect(last == picture.image)
  }
}
