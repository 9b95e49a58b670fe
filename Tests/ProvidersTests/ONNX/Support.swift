import Imaging
import Platform
import Synchronization
import TestSupport

@testable import Providers

/// A model that answers what it is told to.
struct FakeTensors: TensorModel {
  var answer: Tensor
  var failure: TensorFailure?

  func run(
    _ values: [Float], shape: [Int], isCancelled: @escaping @Sendable () -> Bool
  ) throws(TensorFailure) -> Tensor {
    if let failure { throw failure }
    return answer
  }
}

/// A user's folder with a description of a model, and the model.
final class ModelPlace: Sendable {
  private let folder: TemporaryFolder
  private let count = Atomic<Int>(0)

  var description: String { folder / "cutout-model.json" }
  var model: String { folder / "model.onnx" }

  /// How often the model was loaded.
  var loads: Int { count.load(ordering: .relaxed) }

  init() throws { folder = try TemporaryFolder() }

  /// Writes the description; `more` are further members.
  func describe(
    side: Int = 32, output: String = "probability", library: String? = nil, more: String = ""
  ) throws {
    let library = library.map { #", "library": "\#($0)""# } ?? ""
    try write(
      #"{"model": "\#(model)", "width": \#(side), "height": \#(side), "output": "\#(output)"\#(library)\#(more)}"#)
  }

  func write(_ text: String) throws { try AtomicFile.write(Array(text.utf8), to: description) }

  func write(model bytes: [UInt8]) throws { try AtomicFile.write(bytes, to: model) }

  /// Deletes the description.
  func forget() { File.remove(description) }

  /// A shelf whose models answer 0.5 everywhere.
  func shelf(isWanted: Bool = true) -> CutoutModelShelf {
    CutoutModelShelf(file: UserModelFile(path: description, variable: isWanted ? CutoutModelShelf.variable : nil)) {
      (_, settings) throws(ModelFault) in
      self.count.add(1, ordering: .relaxed)
      let values = [Float](repeating: 0.5, count: settings.width * settings.height)
      return FakeTensors(answer: Tensor(shape: [1, 1, settings.height, settings.width], values: values))
    }
  }
}

/// The detail of the error that `body` throws, when it says that the model cannot be used.
func fault(_ body: () throws(ImagingError) -> Void) -> String? {
  do throws(ImagingError) {
    try body()
    return nil
  } catch .modelUnusable(_, let detail) {
    return detail
  } catch {
    return "\(error)"
  }
}
