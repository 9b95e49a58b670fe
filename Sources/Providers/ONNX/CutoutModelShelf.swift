public import Imaging
import Platform
import Synchronization

/// The user's model, loaded once and kept until the file that describes it, or the model itself, changes.
///
/// A class with a lock because every cut-out asks, from any thread; who comes while a model loads waits for it.
public final class CutoutModelShelf: Sendable {
  /// What was loaded, and from what.
  private struct Loaded {
    var bytes: [UInt8]
    var stamp: FileStamp
    var model: ConfiguredModel
  }

  /// Makes a model of the bytes of its file.
  typealias Loader = @Sendable (_ bytes: [UInt8], CutoutModelSettings) throws(ModelFault) -> any TensorModel

  private let file: UserModelFile?
  private let load: Loader
  private let loaded = Mutex<Loaded?>(nil)

  /// The file that describes the model, and the environment variable that names another.
  static let fileName = "cutout-model.json"
  static let variable = "KRAFD_CUTOUT_MODEL"

  /// More than any `.onnx` file has: the format ends there.
  static let maxModelBytes = 2 << 30

  init(file: UserModelFile?, load: @escaping Loader) {
    self.file = file
    self.load = load
  }

  /// The model that this process's environment and the user's settings ask for, run by ONNX Runtime.
  public convenience init() {
    self.init(file: .standard(Self.fileName, variable: Self.variable)) { (bytes, settings) throws(ModelFault) in
      let names = [settings.library].compactMap { $0 } + ONNXRuntime.systemNames
      return try ONNXSession(bytes, takes: settings.shape, runtime: ONNXRuntime.load(names))
    }
  }

  /// The model to use now; nil when the user has none.
  ///
  /// Throws: `modelUnusable` for a file, a model or a library that is not as it should be.
  public func current() throws(ImagingError) -> (any SegmentationModel)? {
    guard let file else { return nil }
    do throws(ModelFault) {
      return try current(file)
    } catch {
      throw .modelUnusable(name: file.path, detail: error.detail)
    }
  }

  private func current(_ file: UserModelFile) throws(ModelFault) -> ConfiguredModel? {
    guard let bytes = try file.read() else {
      loaded.withLock { $0 = nil }
      return nil
    }
    let settings = try CutoutModelSettings(json: bytes)
    return try loaded.withLock { loaded throws(ModelFault) in
      // The stamp is taken before the file is read: a model that changes meanwhile is read again the next time.
      guard let stamp = FileStamp(of: settings.model) else {
        throw ModelFault("the model '\(settings.model)' does not exist")
      }
      if let loaded, loaded.bytes == bytes, loaded.stamp == stamp { return loaded.model }
      loaded = nil
      let model = try model(settings, named: file.path)
      loaded = Loaded(bytes: bytes, stamp: stamp, model: model)
      return model
    }
  }

  private func model(_ settings: CutoutModelSettings, named name: String) throws(ModelFault) -> ConfiguredModel {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try FileReader.bytes(of: settings.model, maxBytes: Self.maxModelBytes)
    } catch {
      throw ModelFault("the model cannot be read (\(error))")
    }
    return ConfiguredModel(
      name: name, version: settings.version(of: bytes), settings: settings, tensors: try load(bytes, settings))
  }
}

extension CutoutModelSettings {
  /// What identifies the answers of a model with these bytes: a digest of everything that they depend on.
  fileprivate func version(of bytes: [UInt8]) -> String {
    let use = [
      Digest.sha256(of: bytes).hex, "\(width)x\(height)", "\(scale)", "\(mean)", "\(std)", order.rawValue,
      layout.rawValue, output.rawValue,
    ]
    return "onnx " + Digest.sha256(of: use.joined(separator: " ").utf8).hex.prefix(32)
  }
}
