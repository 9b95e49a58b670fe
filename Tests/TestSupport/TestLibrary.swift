import Glibc
public import Testing

/// Libraries that tests run with where they are there, and do without where they are not.
public enum TestLibrary {
  /// The path of ONNX Runtime's shared library, from `KRAFD_TEST_ONNXRUNTIME`; nil when that is not set.
  public static let onnxRuntime: String? = getenv("KRAFD_TEST_ONNXRUNTIME").map { String(cString: $0) }
    .flatMap { $0.isEmpty ? nil : $0 }
}

extension Trait where Self == ConditionTrait {
  /// Runs only with ONNX Runtime, and says loudly how to get it where it is not.
  public static var needsONNXRuntime: Self {
    .enabled(
      if: TestLibrary.onnxRuntime != nil,
      "SKIP: there is no ONNX Runtime to test with; 'make onnx-test' fetches it and runs this")
  }
}
