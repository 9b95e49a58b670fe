import Generation
import Glibc
import Platform
import TestSupport
import Testing

@testable import Providers

/// Where the model that helps with words comes from.
@Suite struct TextModelShelfTests {
  private func fault(_ json: String, key: String? = nil, mode: mode_t = 0o600) throws -> String? {
    let folder = try TemporaryFolder()
    let path = folder / "text-model.json"
    if let key {
      try AtomicFile.write(Array(key.utf8), to: folder / "key")
      chmod(folder / "key", mode)
    }
    try AtomicFile.write(Array(json.replacing("KEY", with: folder / "key").utf8), to: path)
    do throws(GenerationError) {
      _ = try TextModelShelf(file: UserModelFile(path: path, variable: nil)).current()
      return nil
    } catch {
      guard case .failed(let detail) = error else { return "\(error)" }
      return detail.replacing("'\(path)' cannot be used: ", with: "").replacing(folder.path, with: "DIR")
    }
  }

  @Test func withoutAFileThereIsNone() throws {
    #expect(try TextModelShelf(file: UserModelFile(path: "/nowhere/x.json", variable: nil)).current() == nil)
  }

  @Test func aFileThatIsAskedForMustBeThere() {
    let shelf = TextModelShelf(file: UserModelFile(path: "/nowhere/x.json", variable: TextModelShelf.variable))

    #expect(
      throws: GenerationError.failed(
        detail: "'/nowhere/x.json' cannot be used: the file does not exist, and KRAFD_TEXT_MODEL names it")
    ) { try shelf.current() }
  }

  @Test(arguments: [
    #"{"url": "http://127.0.0.1:11434/v1", "model": "qwen3:8b"}"#,
    #"{"url": "http://studio.lan:8000/v1", "model": "m", "local": true, "timeoutSeconds": 30}"#,
    #"{"url": "https://api.example.org/v1", "model": "m", "readPrice": 0.25, "writtenPrice": 2, "more": 1}"#,
  ])
  func soundFilesAreTaken(_ json: String) throws { #expect(try fault(json) == nil) }

  @Test(arguments: [
    (
      "",
      "the file must be a JSON object with the texts 'url' and 'model', and perhaps the text 'keyFile', the numbers 'timeoutSeconds', 'readPrice' and 'writtenPrice', and 'local', which is true or false"
    ),
    (
      #"{"url": "http://studio.lan/v1", "model": "m"}"#,
      "'url' must begin with https://, or 'local' must be true where the server stands in your house"
    ),
    (
      #"{"url": "https://a:b@example.org", "model": "m"}"#,
      "'url' must be where the API is, like http://127.0.0.1:11434/v1, without a name, a password or a part behind ? or #"
    ),
    (
      #"{"url": "https://example.org/v1?api-version=1", "model": "m"}"#,
      "'url' must be where the API is, like http://127.0.0.1:11434/v1, without a name, a password or a part behind ? or #"
    ),
    (
      #"{"url": "https://example.org", "model": "m"}"#,
      "'readPrice' and 'writtenPrice' must say what a million tokens cost in dollars, from 0 to 10,000: nothing is spent without a price"
    ),
    (
      #"{"url": "https://example.org", "model": "m", "readPrice": -1, "writtenPrice": 1}"#,
      "'readPrice' and 'writtenPrice' must say what a million tokens cost in dollars, from 0 to 10,000: nothing is spent without a price"
    ),
    (#"{"url": "http://localhost", "model": ""}"#, "'model' must be the model's name, of 1 to 200 characters"),
    (#"{"url": "http://localhost", "model": "m", "timeoutSeconds": 0}"#, "'timeoutSeconds' must be from 1 to 600"),
    (
      #"{"url": "http://localhost", "model": "m", "keyFile": "key"}"#,
      "'keyFile' must be an absolute path, one that begins with /"
    ),
  ])
  func othersAreRefusedWithTheirReason(_ json: String, reason: String) throws { #expect(try fault(json) == reason) }

  private static let keyed = #"{"url": "http://localhost", "model": "m", "keyFile": "KEY"}"#

  @Test func aKeyMustBePrivate() throws {
    #expect(try fault(Self.keyed, key: "sk-1\n") == nil)
    #expect(try fault(Self.keyed, key: "sk-1", mode: 0o640) == "others may read 'keyFile'; run chmod 600 'DIR/key'")
  }

  @Test(arguments: ["", "two keys", "k\u{0}", "k\u{e9}", "a\r\nHost: evil"])
  func aKeyIsOneWord(_ key: String) throws {
    #expect(
      try fault(Self.keyed, key: key)
        == "'keyFile' must hold one key of plain letters, digits and signs, and nothing else")
  }

  @Test func aPriceIsRoundedUp() {
    let price = TextPrice(readMicros: 250_000, writtenMicros: 2_000_000)

    #expect(price.micros(for: TokenCount(read: 1_000, written: 100)) == 450)
    #expect(price.micros(for: TokenCount(read: 1, written: 0)) == 1)
    #expect(price.micros(for: TokenCount(read: .max, written: .max)) == 1_000_000_000_000_000)
  }
}
