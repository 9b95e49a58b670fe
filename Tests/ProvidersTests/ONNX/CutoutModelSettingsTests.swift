import Testing

@testable import Providers

/// The file that describes a model: what it may say, and what is said of mistakes in it.
@Suite struct CutoutModelSettingsTests {
  static let least = #"{"model": "/m.onnx", "width": 320, "height": 288, "output": "logits""#

  @Test func readsEverything() throws {
    let settings = try CutoutModelSettings(
      json: Array(
        #"""
        {"model": "/models/a.onnx", "width": 320, "height": 288, "scale": 1, "mean": [123.5, 116.25, 103.5],
         "std": [58.5, 57, 57.5], "order": "bgr", "layout": "nhwc", "output": "probability", "library": "/lib/o.so",
         "note": {"any": ["thing"]}}
        """#.utf8))

    #expect(settings.model == "/models/a.onnx")
    #expect(settings.shape == [1, 288, 320, 3])
    #expect(settings.scale == 1)
    #expect(settings.mean == SIMD3(123.5, 116.25, 103.5))
    #expect(settings.std == SIMD3(58.5, 57, 57.5))
    #expect(settings.order == .bgr && settings.output == .probability)
    #expect(settings.library == "/lib/o.so")
  }

  @Test func leavesColorsBetween0And1WhereNothingElseIsSaid() throws {
    let settings = try CutoutModelSettings(json: Array((Self.least + "}").utf8))

    #expect(settings.shape == [1, 3, 288, 320])
    #expect(settings.scale == 255 && settings.mean == .zero && settings.std == .one)
    #expect(settings.order == .rgb && settings.output == .logits && settings.library == nil)
  }

  static let mistakes: [(String, String)] = [
    ("", "the file is not JSON"), ("{", "the file is not JSON"), ("[]", "the file is not a JSON object"),
    ("{}", "'model' is missing"), (#"{"model": 3}"#, "'model' must be a text"),
    (#"{"model": "/m"}"#, "'width' is missing"), (#"{"model": "/m", "width": "1"}"#, "'width' must be a number"),
    (#"{"model": "/m", "width": 320, "height": 320}"#, "'output' is missing"),
    (
      #"{"model": "m", "width": 320, "height": 320, "output": "logits"}"#,
      "'model' must be an absolute path, one that begins with /"
    ),
    (
      #"{"model": "/m", "width": 31, "height": 320, "output": "logits"}"#,
      "'width' must be a whole number from 32 to 2048"
    ),
    (
      #"{"model": "/m", "width": 320, "height": 2049, "output": "logits"}"#,
      "'height' must be a whole number from 32 to 2048"
    ),
    (
      #"{"model": "/m", "width": 320.5, "height": 320, "output": "logits"}"#,
      "'width' must be a whole number from 32 to 2048"
    ),
    (
      #"{"model": "/m", "width": 1e300, "height": 320, "output": "logits"}"#,
      "'width' must be a whole number from 32 to 2048"
    ),
    (
      #"{"model": "/m", "width": 320, "height": 320, "output": "yes"}"#,
      #"'output' must be "logits" or "probability""#
    ),
    (least + #", "order": "gbr"}"#, #"'order' must be "rgb" or "bgr""#),
    (least + #", "layout": "chw"}"#, #"'layout' must be "nchw" or "nhwc""#),
    (least + #", "mean": [1, 2]}"#, "'mean' must be three numbers, one for each channel"),
    (least + #", "mean": [1, "2", 3]}"#, "'mean' must be three numbers, one for each channel"),
    (least + #", "mean": 1}"#, "'mean' must be three numbers, one for each channel"),
    (least + #", "mean": [0, 0, 1e300]}"#, "'mean' has a number that is too large"),
    (least + #", "std": [1, 0, 1]}"#, "'std' must not be 0 for any channel"),
    (least + #", "scale": 0}"#, "'scale' must be larger than 0"),
    (least + #", "scale": -255}"#, "'scale' must be larger than 0"),
    (least + #", "library": "libonnxruntime.so"}"#, "'library' must be an absolute path, one that begins with /"),
  ]

  @Test(arguments: mistakes) func aMistakeIsNamed(text: String, detail: String) {
    #expect(throws: ModelFault(detail)) { try CutoutModelSettings(json: Array(text.utf8)) }
  }

  @Test func numbersBeyondAllBoundsAreRefused() {
    #expect(throws: ModelFault.self) {
      try CutoutModelSettings(json: Array((Self.least + #", "mean": [0, 0, 1e999]}"#).utf8))
    }
  }

  @Test func colorsAreNormalisedInTheOrderOfTheModel() throws {
    var settings = try CutoutModelSettings(json: Array((Self.least + "}").utf8))
    settings.mean = SIMD3(0.5, 0.25, 0)
    settings.std = SIMD3(0.5, 1, 2)
    let colors: [SIMD4<Float>] = [SIMD4(255, 0, 51, 0), SIMD4(0, 255, 102, 0)]

    func near(_ tensor: [Float], _ expected: [Float]) -> Bool {
      zip(tensor, expected).allSatisfy { abs($0 - $1) < 1e-5 } && tensor.count == expected.count
    }
    // (color / 255 - mean) / std, by hand.
    #expect(near(settings.tensor(of: colors), [1, -1, -0.25, 0.75, 0.1, 0.2]))
    settings.layout = .nhwc
    #expect(near(settings.tensor(of: colors), [1, -0.25, 0.1, -1, 0.75, 0.2]))
    settings.order = .bgr
    #expect(near(settings.tensor(of: colors), [-0.6, -0.25, 0.5, -0.2, 0.75, 0]))
  }
}
