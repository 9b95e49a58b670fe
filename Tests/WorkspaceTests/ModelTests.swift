import Imaging
import Synchronization
import TestSupport
import Testing

@testable import Workspace

/// A user's own model in a workspace: asked for each cut-out, and a part of what identifies it.
@Suite struct ModelTests {
  /// Answers the same everywhere.
  struct FlatModel: SegmentationModel {
    var name = "/m.json"
    var version: String
    var width = 32
    var height = 32

    func likelihood(
      of colors: [SIMD4<Float>], isCancelled: @escaping @Sendable () -> Bool
    ) throws(ImagingError) -> [Float] {
      colors.map { $0.x > $0.z + 40 ? 1 : 0 }
    }
  }

  /// What a user's settings say now.
  final class Setting: Sendable {
    private let state = Mutex<Result<FlatModel?, ImagingError>>(.success(nil))

    func set(_ version: String?) { state.withLock { $0 = .success(version.map { FlatModel(version: $0) }) } }
    func fail() { state.withLock { $0 = .failure(.modelUnusable(name: "/m.json", detail: "no library")) } }

    func current() throws(ImagingError) -> (any SegmentationModel)? { try state.withLock { $0 }.get() }
  }

  private func tools(_ setting: Setting, onCut: @escaping @Sendable () -> Void = {}) -> WorkspaceTools {
    var tools = WorkspaceTools.tests()
    tools.cutter = .halving(confidence: 0.9, onCut: onCut)
    tools.model = { () throws(ImagingError) in try setting.current() }
    return tools
  }

  @Test func aChangedModelCutsAnewAndTheSameOneDoesNot() async throws {
    let place = try Place()
    try place.bottle()
    let cuts = Counter()
    let setting = Setting()
    let workspace = try await place.open(tools(setting) { cuts.count() })

    var counts: [Int] = []
    for (round, version) in [nil, "onnx 1", "onnx 1", "onnx 2", nil, "onnx 2"].enumerated() {
      setting.set(version)
      _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "\(round)"))
      counts.append(cuts.value)
    }

    #expect(counts == [1, 2, 2, 3, 3, 3])
    await workspace.close()
  }

  @Test func theSameCutOutByAnotherModelHasThatModelsConfidence() async throws {
    let place = try Place()
    try place.bottle()
    let setting = Setting()
    let confidence = Mutex(0.31)
    var tools = tools(setting)
    tools.cutter = ProductCutter(version: "whole 1") { photo, _, _, _ throws(ImagingError) in
      var cutout = photo
      cutout.bytes[3] = 0
      return CutProduct(cutout: cutout, confidence: confidence.withLock { $0 }, reasons: [])
    }
    let workspace = try await place.open(tools)

    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "1"))
    setting.set("onnx 1")
    confidence.withLock { $0 = 0.87 }
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "2"))

    let known = try workspace.assets(limit: 100).compactMap(\.confidence)
    #expect(known == [0.87])
    await workspace.close()
  }

  @Test func aShotFailsWhenTheModelCannotBeUsed() async throws {
    let place = try Place()
    try place.bottle()
    let setting = Setting()
    setting.fail()
    let workspace = try await place.open(tools(setting))

    let job = try #require(try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).first)

    #expect(job.state == .failed)
    #expect(job.failure == JobFailure(reason: "modelUnusable", detail: "'/m.json' cannot be used: no library"))
    await workspace.close()
  }

  @Test func removingABackgroundUsesTheModelAndOtherEditsDoNotNeedIt() async throws {
    let place = try Place()
    try place.write(ImageFile.encode(TwinDiscs.photo(height: 80), as: .png), to: "twins.png")
    let setting = Setting()
    setting.set("onnx 1")
    let workspace = try await place.open(tools(setting))
    func made(_ operation: String, _ parameters: OperationParameters = [:]) async throws -> Job {
      let order = EditOrder(operation, parameters, of: .path("twins.png"), key: "\(operation)-\(setting.isFailing)")
      return try await workspace.wait(for: try await workspace.edit(order).id)
    }

    let output = try #require(try await made("removeBackground").outputs.first)
    let cut = TwinDiscs.opaque(in: try ImageFile.decode(try bytes(of: output, in: workspace)))
    #expect(cut.left > 0.27 && cut.right == 0)

    setting.fail()
    #expect(try await made("removeBackground").failure?.reason == "modelUnusable")
    #expect(try await made("resize", ["width": .integer(20)]).state == .done)
    await workspace.close()
  }
}

extension ModelTests.Setting {
  var isFailing: Bool { (try? current()) == nil }
}
