internal import CShims
public import Generation
import Platform

/// The model that helps with words, as the user's settings describe it now.
public struct TextModelShelf: Sendable {
  private let file: UserModelFile?
  private let engine: HTTPEngine

  /// The file that describes the model, and the environment variable that names another.
  static let fileName = "text-model.json"
  static let variable = "KRAFD_TEXT_MODEL"

  /// Of a file with a key.
  private static let maxKeyBytes = 16 << 10

  init(file: UserModelFile?, engine: HTTPEngine = .shared) {
    self.file = file
    self.engine = engine
  }

  /// The one that this process's environment and the user's settings ask for.
  public init() { self.init(file: .standard(Self.fileName, variable: Self.variable)) }

  /// The model to use now; nil when the user has none. Throws: `failed` for a file that is not as it should be.
  public func current() throws(GenerationError) -> (any TextModel)? {
    guard let file else { return nil }
    do throws(ModelFault) {
      guard let bytes = try file.read() else { return nil }
      guard krafd_curl_is_there() else { throw ModelFault("there is no libcurl on this machine; install libcurl4") }
      let settings = try ChatSettings(json: bytes)
      return ChatModel(settings: settings, key: try key(of: settings), engine: engine)
    } catch {
      throw .failed(detail: "'\(file.path)' cannot be used: \(error.detail)")
    }
  }

  private func key(of settings: ChatSettings) throws(ModelFault) -> String? {
    guard let path = settings.keyFile else { return nil }
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try FileReader.secret(at: path, maxBytes: Self.maxKeyBytes)
    } catch .openToOthers {
      throw ModelFault("others may read 'keyFile'; run chmod 600 '\(path)'")
    } catch {
      throw ModelFault("'keyFile' cannot be read (\(error))")
    }
    let key = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard key.count == 1, key[0].utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ModelFault("'keyFile' must hold one key of plain letters, digits and signs, and nothing else")
    }
    return String(key[0])
  }
}
