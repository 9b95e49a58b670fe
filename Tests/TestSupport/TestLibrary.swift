import Glibc
import Platform
public import Testing

/// Libraries and programs that tests run with where they are there, and do without where they are not.
public enum TestLibrary {
  /// The path of ONNX Runtime's shared library, from `KRAFD_TEST_ONNXRUNTIME`; nil when that is not set.
  public static let onnxRuntime: String? = getenv("KRAFD_TEST_ONNXRUNTIME").map { String(cString: $0) }
    .flatMap { $0.isEmpty ? nil : $0 }

  /// The path of ffmpeg; nil where there is none.
  public static let ffmpeg: String? = SearchPath.program("ffmpeg")
}

extension Trait where Self == ConditionTrait {
  /// Runs only with ONNX Runtime, and says loudly how to get it where it is not.
  public static var needsONNXRuntime: Self {
    .enabled(
      if: TestLibrary.onnxRuntime != nil,
      "SKIP: there is no ONNX Runtime to test with; 'make onnx-test' fetches it and runs this")
  }

  /// Runs only with a real ffmpeg, and says loudly where there is none.
  public static var needsFFmpeg: Self {
    .enabled(
      if: TestLibrary.ffmpeg != nil,
      "SKIP: there is no ffmpeg on the PATH to test with; install one to see whether it makes real videos")
  }
}
