import Platform

/// The file in which a user describes a model of their own.
struct UserModelFile: Sendable {
  let path: String

  /// The environment variable that asks for the file by name, so that there must be one; nil for the usual place.
  let variable: String?

  /// The most bytes that the file may have.
  static let maxBytes = 64 << 10

  /// The file that the environment variable `variable` names, else `name` in the user's folder of settings for krafd; nil
  /// where there is no such folder. `value` looks up the environment.
  static func standard(
    _ name: String, variable: String, _ value: (String) -> String? = CurrentProcess.variable
  ) -> UserModelFile? {
    if let path = value(variable) { return UserModelFile(path: path, variable: variable) }
    guard let folder = CurrentProcess.settingsFolder(value) else { return nil }
    return UserModelFile(path: Path.join(folder, name), variable: nil)
  }

  /// The file's bytes; nil when there is none and there need not be. Throws: why it cannot be read.
  func read() throws(ModelFault) -> [UInt8]? {
    guard path.hasPrefix("/") else {
      throw ModelFault("\(variable ?? "it") must be an absolute path, one that begins with /")
    }
    do throws(PlatformError) {
      return try FileReader.bytes(of: path, maxBytes: Self.maxBytes)
    } catch .noSuchFile {
      guard let variable else { return nil }
      throw ModelFault("the file does not exist, and \(variable) names it")
    } catch .tooLarge {
      throw ModelFault("the file has more than \(Self.maxBytes >> 10) KiB")
    } catch {
      throw ModelFault("the file cannot be read (\(error))")
    }
  }
}
