import Testing

@testable import Imaging

/// Which part of a photo is looked at, with a model that takes red for the product.
@Suite struct FocusTests {
  @Test func aThingInTheMiddleThatEndsThereIsLookedAt() throws {
    let focus = try #require(try middle(of: disc(120, 100, 30)))

    #expect(focus.area.x < 90 && focus.area.x + focus.area.width > 150)
    #expect(focus.area.y < 70 && focus.area.y + focus.area.height > 130)
    #expect(focus.area.width < 120 && focus.area.height < 120)
  }

  @Test func aThingThatReachesOutOfTheMiddleIsNot() throws {
    #expect(try middle(of: disc(120, 100, 80)) == nil)
    #expect(try middle(of: disc(45, 100, 30)) == nil)
  }

  @Test func anEmptyMiddleIsNot() throws {
    #expect(try middle(of: disc(10, 10, 12)) == nil)
  }

  private func middle(of covers: @escaping (Double, Double) -> Bool) throws -> Focus? {
    let scene = CutOutScene(
      background: CutOutScene.sweep(200), product: { _, _ in SIMD3(220, 20, 30) }, covers: covers)
    return try Focus(inTheMiddleOf: scene.render().photo, model: CutOutModelTests.red, isCancelled: { false })
  }
}
