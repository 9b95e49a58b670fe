import FoundationEssentials
import Generation

/// What a `text-model.json` says of a model that helps with words. All values are sound.
struct ChatSettings: Sendable, Equatable {
  /// Where the chat-completions API is, without `/chat/completions`.
  var address: HTTPAddress
  /// The model's name there.
  var model: String
  /// The absolute path of a file with the key, which only its owner may read; nil for a server that wants none.
  var keyFile: String?
  /// Whether the server stands in the user's house.
  var isLocal: Bool
  /// nil for a server in the house.
  var price: TextPrice?
  /// The longest wait for a whole answer.
  var timeLimit: Duration
}

extension ChatSettings {
  /// Reads a file's bytes. Throws: the first value that does not fit.
  init(json bytes: [UInt8]) throws(ModelFault) {
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(bytes))
    } catch {
      throw ModelFault(
        "the file must be a JSON object with the texts 'url' and 'model', and perhaps the text 'keyFile', the numbers "
          + "'timeoutSeconds', 'readPrice' and 'writtenPrice', and 'local', which is true or false")
    }
    guard let address = HTTPAddress(record.url), !address.text.contains("?") else {
      throw ModelFault(
        "'url' must be where the API is, like http://127.0.0.1:11434/v1, without a name, a password or a part behind ? or #"
      )
    }
    let isLocal = address.isLocal || record.local ?? false
    guard address.isSecure || isLocal else {
      throw ModelFault("'url' must begin with https://, or 'local' must be true where the server stands in your house")
    }
    guard (1...200).contains(record.model.utf8.count), !record.model.unicodeScalars.contains(where: { $0.value < 0x20 })
    else { throw ModelFault("'model' must be the model's name, of 1 to 200 characters") }
    if let path = record.keyFile, !path.hasPrefix("/") || path.utf8.contains(0) {
      throw ModelFault("'keyFile' must be an absolute path, one that begins with /")
    }
    let seconds = record.timeoutSeconds ?? 120
    guard (1...600).contains(seconds) else { throw ModelFault("'timeoutSeconds' must be from 1 to 600") }
    self.address = address
    self.isLocal = isLocal
    model = record.model
    keyFile = record.keyFile
    timeLimit = .seconds(seconds)
    if record.readPrice != nil || record.writtenPrice != nil || !isLocal {
      guard let read = Self.micros(record.readPrice), let written = Self.micros(record.writtenPrice) else {
        throw ModelFault(
          "'readPrice' and 'writtenPrice' must say what a million tokens cost in dollars, from 0 to 10,000: nothing is "
            + "spent without a price")
      }
      price = TextPrice(readMicros: read, writtenMicros: written)
    }
  }

  private static func micros(_ dollars: Double?) -> Int? {
    guard let dollars, (0...10_000).contains(dollars) else { return nil }
    return Int((dollars * 1_000_000).rounded())
  }
}

/// The file's members; others are ignored.
private struct Record: Decodable {
  var url: String
  var model: String
  var keyFile: String?
  var local: Bool?
  var timeoutSeconds: Double?
  var readPrice: Double?
  var writtenPrice: Double?
}
