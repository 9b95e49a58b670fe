import FoundationEssentials
import Generation

/// A model behind the chat-completions API, which every local server of language models offers.
struct ChatModel: TextModel {
  let settings: ChatSettings
  /// Never shown, logged or sent anywhere else.
  let key: String?
  let engine: HTTPEngine

  /// Of an answer, with what a stream adds around every word.
  static let maxBytes = 4 << 20

  var name: String { "\(settings.model) at \(settings.address.host)" }
  var price: TextPrice? { settings.price }

  func answer(_ question: TextQuestion) async throws(GenerationError) -> TextAnswer {
    var refusal = ChatRefusal(.failed(detail: "it was not asked"))
    for form in ChatRequest.Form.allCases {
      do throws(ChatRefusal) {
        return try await ask(question, as: form)
      } catch {
        refusal = error
        // The request is wrong, says the server; nothing was made. What comes without a schema is checked anyway.
        guard error.status == 400 || error.status == 422 else { break }
      }
    }
    throw refusal.error
  }

  private func ask(_ question: TextQuestion, as form: ChatRequest.Form) async throws(ChatRefusal) -> TextAnswer {
    guard let address = settings.address.appending("chat/completions"),
      let body = try? JSONEncoder().encode(ChatRequest(question, model: settings.model, as: form))
    else { throw ChatRefusal(.failed(detail: "the question cannot be written down")) }
    var request = HTTPRequest(method: .post, address: address, body: Array(body))
    request.headers = [("Content-Type", "application/json"), ("Accept", "text/event-stream, application/json")]
    if let key { request.headers.append(("Authorization", "Bearer \(key)")) }
    request.limits = HTTPLimits(
      total: settings.timeLimit, stall: min(settings.timeLimit, .seconds(60)), maxBytes: Self.maxBytes)
    request.staysInTheHouse = settings.isLocal
    let transfer = engine.start(request)
    defer { transfer.cancel() }
    return try await ChatReader(model: settings.model, key: key).read(transfer)
  }
}

/// Why a question was not answered, and the status by which the server said so.
struct ChatRefusal: Error {
  var error: GenerationError
  var status: Int?

  init(_ error: GenerationError, status: Int? = nil) {
    self.error = error
    self.status = status
  }
}
