import Testing

@testable import Providers

/// ONNX Runtime's library where there is none.
@Suite struct ONNXRuntimeTests {
  @Test func aLibraryThatIsMissingIsNamedWithTheWayToGetIt() {
    #expect {
      try ONNXRuntime.load(["/no/such/lib.so", "libno-such-krafd.so.1"])
    } throws: { error in
      let detail = (error as? ModelFault)?.detail ?? ""
      return detail.hasPrefix("ONNX Runtime's shared library was not found (tried /no/such/lib.so: ")
        && detail.contains("; libno-such-krafd.so.1); install it, for example with 'pip install onnxruntime'")
        && detail.hasSuffix("as 'library'") && !detail.contains(where: \.isNewline)
    }
  }

  @Test func anotherLibraryIsNotTakenForIt() {
    #expect(throws: ModelFault.self) { try ONNXRuntime.load(["libc.so.6"]) }
  }

  @Test func aFileThatIsNoLibraryIsRefused() throws {
    let place = try ModelPlace()
    try place.write("not a library")

    #expect(throws: ModelFault.self) { try ONNXRuntime.load([place.description]) }
  }
}
