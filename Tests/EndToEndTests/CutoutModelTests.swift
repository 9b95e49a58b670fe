import Foundation
import Imaging
import TestSupport
import Testing

/// `krafd cutout` with a model of the user's own.
@Suite(.tags(.endToEnd)) struct CutoutModelTests {
  private func describe(_ model: String, library: String? = nil, for user: KrafdUser) throws {
    let folder = user.folder.appendingPathComponent("home/.config/krafd")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let library = library.map { #", "library": "\#($0)""# } ?? ""
    let text = #"{"model": "\#(model)", "width": 96, "height": 96, "output": "probability"\#(library)}"#
    try Data(text.utf8).write(to: folder.appendingPathComponent("cutout-model.json"))
  }

  @Test func aModelThatIsMissingFailsWithOneSentenceAndWithoutItTheNetworkIsBack() throws {
    let user = try KrafdUser()
    try user.write(ImageFile.encode(DrawnProduct.disc(side: 96).photo, as: .png), to: "photo.png")
    let home = user.folder.appendingPathComponent("home").path
    try describe(home + "/none.onnx", for: user)

    let outcome = try user.run("cutout", "photo.png", "cut.png")
    let stages = try user.run("cutout", "photo.png", "cut.png", "--explain", "stages")

    let sentence =
      "krafd: The cut-out model of '\(home)/.config/krafd/cutout-model.json' cannot be used: the model "
      + "'\(home)/none.onnx' does not exist; mend this, or remove the file (and unset KRAFD_CUTOUT_MODEL) to go back to "
      + "the built-in network\n"
    #expect(outcome.status == 3 && outcome.errors.hasSuffix(sentence), "\(outcome.errors)")
    #expect(stages.status == 3 && stages.errors == sentence, "\(stages.errors)")
    #expect(!user.files(in: ".").contains("cut.png"))

    try FileManager.default.removeItem(atPath: home + "/.config/krafd/cutout-model.json")
    #expect(try user.run("cutout", "photo.png", "cut.png").status == 0)
  }

  @Test func theVariableReachesTheDaemon() throws {
    let user = try KrafdUser()
    try user.write(ImageFile.encode(DrawnProduct.disc(side: 96).photo, as: .png), to: "photo.png")
    user.environment["KRAFD_CUTOUT_MODEL"] = "/no/such/model.json"

    let outcome = try user.run("cutout", "photo.png", "cut.png")

    #expect(outcome.status == 3)
    #expect(
      outcome.errors.contains("'/no/such/model.json' cannot be used: the file does not exist, and KRAFD_CUTOUT_MODEL"))
  }

  @Test(.needsONNXRuntime)
  func aRealModelCutsInTheDaemonAndIsReadAgainWhenItChanges() throws {
    let user = try KrafdUser()
    try user.write(ImageFile.encode(TwinDiscs.photo(height: 120), as: .png), to: "twins.png")
    let model = user.project.appendingPathComponent("tiny.onnx").path
    try describe(model, library: TestLibrary.onnxRuntime, for: user)
    func cut(_ weights: [Float]) throws -> (left: Double, right: Double) {
      var tiny = TinyModel(weights: weights, side: 96)
      (tiny.bias, tiny.sigmoids) = (-4, 1)
      try user.write(tiny.bytes, to: "tiny.onnx")
      let outcome = try user.run("cutout", "twins.png", "cut.png")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let bytes = try Data(contentsOf: user.project.appendingPathComponent("cut.png"))
      return TwinDiscs.opaque(in: try ImageFile.decode([UInt8](bytes)))
    }

    let red = try cut([20, 0, -20])
    let blue = try cut([-20, 0, 20])

    #expect(red.left > 0.27 && red.right == 0, "\(red)")
    #expect(blue.right > 0.27 && blue.left == 0, "\(blue)")
  }
}
