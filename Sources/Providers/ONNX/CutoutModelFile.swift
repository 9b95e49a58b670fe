import Platform

/// The file in which a user describes a model of their own.
struct CutoutModelFile: Sendable {
  let path: String

  /// Whether the file was asked for by name, so that there must be one.
  let isWanted: Bool

  /// The environment variable that names the file.
  static let variable = "KRAFD_CUTOUT_MODEL"

  /// The most bytes that the file may have.
  static let maxBytes = 64 << 10

  /// The file that `KRAFD_CUTOUT_MODEL` names, else `krafd/cutout-model.json` in the user's folder of settings; nil where
  /// there is no such folder. `value` looks up the environment.
  static func standard(_ value: (String) -> String? = CurrentProcess.variable) -> CutoutModelFile? {
    if let path = value(variable) { return CutoutModelFile(path: path, isWanted: true) }
    guard let folder = CurrentProcess.settingsFolder(value) else { return nil }
    return CutoutModelFile(path: Path.join(folder, "cutout-model.json"), isWanted: false)
  }

  /// The file's bytes; nil when there is none and there need not be. Throws: why it cannot be read.
  func read() throws(ModelFault) -> [UInt8]? {
    guard path.hasPrefix("/") else {
      throw ModelFault("\(Self.variable) must be an absolute path, one that begins with /")
    }
    do throws(PlatformError) {
      return try FileReader.bytes(of: path, maxBytes: Self.maxBytes)
    } catch .noSuchFile {
      if !isWanted { return nil }
      throw ModelFault("the file does not exist, and \(Self.variable) names it")
    } catch .tooLarge {
      throw ModelFault("the file has more than \(Self.maxBytes >> 10) KiB")
    } catch {
      throw ModelFault("the file cannot be read (\(error))")
    }
  }
}
