import Imaging
import Testing

/// A picture cut out by a mask, and what masks an operation takes.
@Suite struct ApplyMaskTests {
  @Test func theEdgeHasTheProductsOwnColor() throws {
    let scene = CutOutScene(
      background: { _, _ in SIMD3(60, 190, 80) }, product: { _, _ in SIMD3(200, 40, 50) }, covers: disc(120, 100, 60))
    let (photo, truth) = scene.render()

    let output = try run(
      "applyMask", on: photo, mask: Raster(width: 240, height: 200, format: .mask, bytes: truth))

    try expectHonestCutOut(output, of: photo)
    #expect(output.mask?.bytes == truth)
    let edge = truth.indices.filter { (40..<255).contains(truth[$0]) }
    #expect(edge.count > 100)
    for index in edge {
      let color = output.raster.bytes[index * 4..<index * 4 + 3].map { Int($0) }
      #expect(abs(color[0] - 200) <= 10 && abs(color[1] - 40) <= 10 && abs(color[2] - 50) <= 10)
    }
  }

  @Test func aMaskOfAnotherSizeIsStretched() throws {
    let photo = maskScene.render().photo
    let small = try coverage(disc(120, 100, 60)).resize(toWidth: 120, height: 100, filter: .area)

    let output = try run("applyMask", on: photo, mask: small)

    #expect(overlap(try #require(output.mask), maskScene.render().truth) > 0.97)
  }

  @Test(arguments: [0, 128, 255] as [UInt8])
  func masksOfOneValueAreTaken(level: UInt8) throws {
    let photo = maskScene.render().photo

    let output = try run("applyMask", on: photo, mask: Raster(width: 1, height: 1, format: .mask, bytes: [level]))

    try expectHonestCutOut(output, of: photo)
    #expect(output.mask?.bytes.allSatisfy { $0 == level } == true)
  }

  @Test func onePixelIsEnough() throws {
    let photo = even(1, 1, [10, 20, 30, 255])

    for name in ["applyMask", "refineMask", "separateShadow"] {
      let output = try run(name, on: photo, mask: Raster(width: 3, height: 2, format: .mask, filledWith: 255))

      #expect([output.raster.width, output.raster.height] == [1, 1])
    }
  }

  @Test(arguments: ["resize", "crop", "pad", "removeBackground"])
  func operationsWithoutMaskRefuseOne(name: String) throws {
    let parameters: OperationParameters =
      name == "resize" || name == "crop" ? ["width": .integer(2), "height": .integer(2)] : [:]
    let parameter = ImagingError.badParameter(name: "mask", detail: "\(name) takes no mask")

    #expect(throws: parameter) {
      try run(name, parameters, on: even(4, 4, [1, 2, 3, 255]), mask: art("##"))
    }
    #expect(throws: parameter) { try #require(descriptor(name)).check(hasMask: true) }
  }

  @Test(arguments: ["refineMask", "applyMask"])
  func operationsThatNeedAMaskSaySo(name: String) throws {
    let parameter = ImagingError.badParameter(name: "mask", detail: "\(name) needs a mask")

    #expect(throws: parameter) { try operation(named: name, [:]).apply(to: even(4, 4, [1, 2, 3, 255])) { false } }
    #expect(throws: parameter) { try #require(descriptor(name)).check(hasMask: false) }
  }

  @Test(arguments: ["refineMask", "separateShadow"])
  func aCancelledOperationStops(name: String) throws {
    #expect(throws: ImagingError.cancelled) {
      try operation(named: name, [:]).apply(to: maskScene.render().photo, mask: coverage(disc(120, 100, 60))) { true }
    }
  }

  private func descriptor(_ name: String) -> OperationDescriptor? {
    allOperations.first { $0.descriptor.name == name }?.descriptor
  }
}
