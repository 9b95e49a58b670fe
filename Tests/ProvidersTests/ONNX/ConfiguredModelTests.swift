import Imaging
import Testing

@testable import Providers

/// What krafd makes of a model's answers.
@Suite struct ConfiguredModelTests {
  static let colors = [SIMD4<Float>](repeating: SIMD4(9, 9, 9, 0), count: 40 * 32)

  private func model(
    _ output: String, answers shape: [Int], _ value: Float = 0.5, failure: TensorFailure? = nil
  ) throws -> ConfiguredModel {
    let text = #"{"model": "/m.onnx", "width": 40, "height": 32, "output": "\#(output)"}"#
    let values = [Float](repeating: value, count: shape.reduce(1, *))
    return ConfiguredModel(
      name: "/c.json", version: "1", settings: try CutoutModelSettings(json: Array(text.utf8)),
      tensors: FakeTensors(answer: Tensor(shape: shape, values: values), failure: failure))
  }

  @Test(arguments: [[1, 1, 32, 40], [1, 32, 40, 1], [1, 32, 40], [32, 40], [1280]])
  func shapesWithOneNumberAPixelWillDo(shape: [Int]) throws {
    let likely = try model("probability", answers: shape).likelihood(of: Self.colors) { false }

    #expect(likely == [Float](repeating: 0.5, count: 1280))
  }

  @Test(arguments: [([1, 2, 32, 40], "1 × 2 × 32 × 40"), ([1, 1, 40, 32], "1 × 1 × 40 × 32"), ([], "single")])
  func anotherShapeIsNamed(shape: [Int], words: String) throws {
    let model = try model("probability", answers: shape)

    #expect(
      fault { () throws(ImagingError) in _ = try model.likelihood(of: Self.colors) { false } }
        == "it answers \(words) numbers where 32 × 40 are needed, one for each pixel")
  }

  @Test func logitsBecomeLikelihoods() throws {
    for (logit, likelihood) in [(Float(0), Float(0.5)), (2.1972246, 0.9), (-2.1972246, 0.1), (1e6, 1), (-1e6, 0)] {
      let likely = try model("logits", answers: [32, 40], logit).likelihood(of: Self.colors) { false }

      #expect(likely.allSatisfy { abs($0 - likelihood) < 1e-5 })
    }
  }

  @Test func aLittleBeyondAProbabilityIsCut() throws {
    #expect(try model("probability", answers: [32, 40], 1.005).likelihood(of: Self.colors) { false }.max() == 1)
  }

  @Test func logitsThatPassForProbabilitiesAreFound() throws {
    let model = try model("probability", answers: [32, 40], 7.5)

    #expect(
      fault { () throws(ImagingError) in _ = try model.likelihood(of: Self.colors) { false } }
        == #"it answers 7.5 where a probability is 0 to 1; set 'output' to "logits""#)
  }

  @Test(arguments: ["logits", "probability"]) func numbersThatAreNotFiniteAreRefused(output: String) throws {
    let model = try model(output, answers: [32, 40], .nan)

    #expect(
      fault { () throws(ImagingError) in _ = try model.likelihood(of: Self.colors) { false } }
        == "it answers numbers that are not finite; check 'mean', 'std' and 'scale'")
  }

  @Test func whatTheModelThrowsIsPassedOn() throws {
    let broken = try model("logits", answers: [32, 40], failure: .fault(ModelFault("it is broken")))
    let stopped = try model("logits", answers: [32, 40], failure: .cancelled)

    #expect(throws: ImagingError.modelUnusable(name: "/c.json", detail: "it is broken")) {
      try broken.likelihood(of: Self.colors) { false }
    }
    #expect(throws: ImagingError.cancelled) { try stopped.likelihood(of: Self.colors) { false } }
  }
}
