import Imaging
import Synchronization
import TestSupport
import Testing

@testable import Providers

/// Real models in the real library: this proves where the functions stand in the library's table.
@Suite(.needsONNXRuntime) struct ONNXSessionTests {
  private func session(_ model: TinyModel, takes shape: [Int]) throws -> ONNXSession {
    try ONNXSession(model.bytes, takes: shape, runtime: ONNXRuntime.load([try #require(TestLibrary.onnxRuntime)]))
  }

  /// A shelf as the daemon has it, with the model and the library where the description says.
  private func shelf(_ place: ModelPlace) -> CutoutModelShelf {
    CutoutModelShelf(file: UserModelFile(path: place.description, variable: CutoutModelShelf.variable)) {
      (bytes, settings) throws(ModelFault) in
      try ONNXSession(
        bytes, takes: settings.shape, runtime: ONNXRuntime.load([settings.library].compactMap { $0 }))
    }
  }

  private func why(_ model: TinyModel, takes shape: [Int] = [1, 3, 32, 32]) -> String? {
    do {
      _ = try session(model, takes: shape)
      return nil
    } catch {
      return (error as? ModelFault)?.detail ?? "\(error)"
    }
  }

  @Test func computesWhatTheModelSays() throws {
    var model = TinyModel(weights: [1, 10, 100], side: 2)
    model.bias = 0.5
    let planes: [Float] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

    let answer = try session(model, takes: [1, 3, 2, 2]).run(planes, shape: [1, 3, 2, 2]) { false }

    // Pixel 0 has the channels 1, 5 and 9: 1 + 50 + 900 + 0.5.
    #expect(answer == Tensor(shape: [1, 1, 2, 2], values: [951.5, 1062.5, 1173.5, 1284.5]))
  }

  @Test func takesPixelsOneByOneAndAnyLength() throws {
    var model = TinyModel(weights: [1, 10, 100], side: 0)
    model.input = [1, -1, -1, 3]

    let answer = try session(model, takes: [1, 1, 2, 3]).run([1, 5, 9, 2, 6, 10], shape: [1, 1, 2, 3]) { false }

    #expect(answer == Tensor(shape: [1, 1, 1, 2], values: [951, 1062]))
  }

  @Test func manyThreadsGetTheSameAnswer() async throws {
    let session = try session(TinyModel(weights: [0.3, -0.7, 0.9], side: 64), takes: [1, 3, 64, 64])
    let values = (0..<3 * 64 * 64).map { Float($0 % 251) / 251 }
    let first = try session.run(values, shape: [1, 3, 64, 64]) { false }

    try await withThrowingTaskGroup(of: Tensor.self) { group in
      for _ in 0..<16 { group.addTask { try session.run(values, shape: [1, 3, 64, 64]) { false } } }
      for try await answer in group { #expect(answer == first) }
    }
  }

  @Test func aCancelledRunGivesNothing() throws {
    let session = try session(TinyModel(weights: [1, 1, 1], side: 2), takes: [1, 3, 2, 2])

    #expect(throws: TensorFailure.cancelled) {
      try session.run([Float](repeating: 0, count: 12), shape: [1, 3, 2, 2]) { true }
    }
  }

  @Test func aRunStopsInTheMiddleWhenItIsCancelled() throws {
    // Seconds of work, layer by layer: only a run that is stopped ends without an answer.
    var model = TinyModel(weights: [1, 1, 1], side: 1024)
    model.sigmoids = 1000
    let session = try session(model, takes: [1, 3, 1024, 1024])
    let asked = Atomic<Int>(0)

    #expect(throws: TensorFailure.cancelled) {
      try session.run([Float](repeating: 0, count: 3 << 20), shape: [1, 3, 1024, 1024]) {
        asked.add(1, ordering: .relaxed).newValue > 1
      }
    }
  }

  @Test func aModelOfAnotherSizeIsRefusedWhenItIsLoaded() {
    #expect(
      why(TinyModel(weights: [1, 1, 1], side: 48))
        == "it takes 1 × 3 × 48 × 48 numbers and would be given 1 × 3 × 32 × 32; set 'width', 'height' and 'layout' as "
        + "the model wants them")
  }

  @Test func aModelOfOtherNumbersIsRefused() {
    var model = TinyModel(weights: [1, 1, 1], side: 32)
    model.numberKind = 11

    #expect(why(model) != nil)
  }

  @Test func bytesThatAreNoModelAreRefusedInTheLibrarysWords() throws {
    let place = try ModelPlace()
    try place.describe(library: TestLibrary.onnxRuntime)
    let good = TinyModel(weights: [1, 1, 1], side: 32).bytes
    for bytes in [[], Array("not a model".utf8), Array(good.prefix(good.count / 2)), Array(good.dropFirst())] {
      try place.write(model: bytes)
      let detail = try #require(fault { () throws(ImagingError) in _ = try shelf(place).current() })

      #expect(detail.hasPrefix("ONNX Runtime says '"), "\(detail)")
      let isOneLine = !detail.contains { $0.isNewline }
      #expect(isOneLine, "\(detail)")
    }
  }

  @Test func theModelDecidesWhatIsCutOut() throws {
    let place = try ModelPlace()
    let photo = TwinDiscs.photo(height: 120)
    func cut(_ weights: [Float]) throws -> Raster {
      var model = TinyModel(weights: weights, side: 96)
      (model.bias, model.sigmoids) = (-4, 1)
      try place.write(model: model.bytes)
      return try CutOut.find(in: photo, model: try shelf(place).current()).image
    }
    try place.describe(side: 96, library: TestLibrary.onnxRuntime)

    let red = TwinDiscs.opaque(in: try cut([20, 0, -20]))
    let blue = TwinDiscs.opaque(in: try cut([-20, 0, 20]))

    #expect(abs(red.left - 0.283) < 0.01 && red.right == 0, "\(red)")
    #expect(abs(blue.right - 0.283) < 0.01 && blue.left == 0, "\(blue)")
    #expect(try cut([20, 0, -20]).bytes == cut([20, 0, -20]).bytes)
  }
}
