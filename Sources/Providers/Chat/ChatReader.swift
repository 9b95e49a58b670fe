import FoundationEssentials
import Generation

/// Reads the answer of a chat-completions API, be it streamed or whole, and classifies what went wrong.
struct ChatReader {
  let model: String
  let key: String?

  private var text = ""
  private var tokens: TokenCount?
  private var isComplete = false

  init(model: String, key: String?) {
    self.model = model
    self.key = key
  }

  consuming func read(_ transfer: HTTPTransfer) async throws(ChatRefusal) -> TextAnswer {
    guard case .head(let head)? = try await next(transfer) else {
      throw ChatRefusal(.badReply(detail: "the server closed the connection without an answer"))
    }
    guard head.status == 200 else {
      throw try await refusal(head, transfer)
    }
    let kind = head.value("content-type")?.prefix { $0 != ";" }.lowercased()
    switch kind {
    case "text/event-stream": try await readStream(transfer)
    case "application/json": try take(try await rest(of: transfer))
    default: throw ChatRefusal(.badReply(detail: "the server sends \(told(kind ?? "no type")) where JSON is due"))
    }
    guard isComplete else { throw ChatRefusal(.badReply(detail: "the answer ends in the middle")) }
    return TextAnswer(text: text, tokens: tokens)
  }

  private mutating func readStream(_ transfer: HTTPTransfer) async throws(ChatRefusal) {
    var events = EventStream(maxBytes: ChatModel.maxBytes)
    while let part = try await next(transfer) {
      guard case .bytes(let bytes) = part else { continue }
      let complete: [[UInt8]]
      do throws(EventStream.TooLong) {
        complete = try events.read(bytes)
      } catch {
        throw ChatRefusal(.badReply(detail: "an event has more than \(ChatModel.maxBytes >> 20) MiB"))
      }
      for event in complete {
        if event.elementsEqual("[DONE]".utf8) { return }
        try take(event)
      }
    }
  }

  /// Takes a whole answer, or a piece of one.
  private mutating func take(_ bytes: [UInt8]) throws(ChatRefusal) {
    guard let reply = try? JSONDecoder().decode(ChatReply.self, from: Data(bytes)) else {
      throw ChatRefusal(.badReply(detail: "the server sends what is no JSON answer"))
    }
    if let fault = reply.fault { throw ChatRefusal(.failed(detail: told(fault))) }
    if let usage = reply.usage, let read = usage.prompt_tokens, let written = usage.completion_tokens {
      tokens = TokenCount(read: read, written: written)
    }
    guard let choice = reply.choices?.first else { return }
    if let refusal = choice.delta?.refusal ?? choice.message?.refusal, !refusal.isEmpty {
      throw ChatRefusal(.refused(reason: told(refusal)))
    }
    text += choice.delta?.content ?? choice.message?.content ?? ""
    switch choice.finish_reason {
    case nil: isComplete = isComplete || choice.message != nil
    case "length": throw ChatRefusal(.failed(detail: "the answer is longer than allowed"))
    case "content_filter": throw ChatRefusal(.refused(reason: "its filter stopped the answer"))
    default: isComplete = true
    }
  }

  /// What an answer with another status than 200 means.
  private func refusal(_ head: HTTPHead, _ transfer: HTTPTransfer) async throws(ChatRefusal) -> ChatRefusal {
    let body = try await rest(of: transfer)
    let reply = try? JSONDecoder().decode(ChatReply.self, from: Data(body))
    let words = "status \(head.status)" + (reply?.fault.map { ": " + told($0) } ?? "")
    let error: GenerationError
    switch head.status {
    case 300..<400:
      error = .failed(
        detail: "the server sends you to \(told(head.value("location") ?? "nowhere")); put that into 'url'")
    case 401, 403: error = .denied(reason: "the key is not accepted (\(words)); see 'keyFile'")
    case 404: error = .denied(reason: "there is no model '\(model)', or no chat-completions API (\(words))")
    case 402: error = .denied(reason: "there is no credit left (\(words))")
    case 429 where ["insufficient_quota", "project_spend_limit_exceeded"].contains(reply?.faultCode):
      error = .denied(reason: "there is no credit left (\(words))")
    case 429: error = .rateLimited(retryAfter: RetryAfter.duration(in: head))
    case 503 where RetryAfter.duration(in: head) != nil: error = .rateLimited(retryAfter: RetryAfter.duration(in: head))
    case 502 where head.value("x-request-id") != nil, 504: error = .badReply(detail: words)
    case 500..<600: error = .unavailable(detail: words)
    default: error = .failed(detail: words)
    }
    return ChatRefusal(error, status: head.status)
  }

  private func rest(of transfer: HTTPTransfer) async throws(ChatRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    while let part = try await next(transfer) {
      if case .bytes(let more) = part { bytes += more }
    }
    return bytes
  }

  private func next(_ transfer: HTTPTransfer) async throws(ChatRefusal) -> HTTPPart? {
    do throws(HTTPFailure) {
      return try await transfer.next()
    } catch {
      throw ChatRefusal(error.generationError)
    }
  }

  /// Words of a server as people may see them: short, on one line, without a key.
  private func told(_ words: String) -> String {
    var clean = String(
      String.UnicodeScalarView(
        words.unicodeScalars.prefix(400).map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? " " : $0 }))
    if let key, !key.isEmpty { clean = clean.replacing(key, with: "…") }
    return clean
  }
}

extension HTTPFailure {
  /// What can be done about it.
  var generationError: GenerationError {
    switch self {
    case .notSent(let detail): .unavailable(detail: detail)
    case .lost(let detail): .badReply(detail: detail)
    case .tooLarge(let maxBytes): .badReply(detail: "the answer has more than \(maxBytes >> 20) MiB")
    case .cancelled: .cancelled
    }
  }
}
