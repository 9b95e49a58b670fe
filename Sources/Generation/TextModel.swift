/// A model that writes text. An adapter translates one question into the model's own terms and back; trying again is done
/// here, once for all.
public protocol TextModel: Sendable {
  /// For people: `qwen3:8b at 127.0.0.1`.
  var name: String { get }

  /// What it costs; nil for one that runs in the house.
  var price: TextPrice? { get }

  /// Asks one question. A cancelled task ends it within 50 ms.
  ///
  /// Throws: what happened, classified as far as the adapter can know it.
  func answer(_ question: TextQuestion) async throws(GenerationError) -> TextAnswer
}

/// What a model is asked.
public struct TextQuestion: Sendable, Equatable {
  /// What it is there for.
  public var task: String
  /// What this time is about.
  public var subject: String
  /// The JSON schema that the answer is to follow.
  public var schema: String
  /// The longest answer.
  public var tokensAtMost: Int

  public init(task: String, subject: String, schema: String, tokensAtMost: Int) {
    self.task = task
    self.subject = subject
    self.schema = schema
    self.tokensAtMost = tokensAtMost
  }
}

/// What a model wrote.
public struct TextAnswer: Sendable, Equatable {
  public var text: String
  /// What the model says that it read and wrote; nil when it says nothing.
  public var tokens: TokenCount?

  public init(text: String, tokens: TokenCount? = nil) {
    self.text = text
    self.tokens = tokens
  }
}

/// Tokens read and written.
public struct TokenCount: Sendable, Equatable {
  public var read: Int
  public var written: Int

  public init(read: Int, written: Int) {
    self.read = read
    self.written = written
  }
}

/// What text costs, in micro-dollars for a million tokens.
public struct TextPrice: Sendable, Equatable {
  public var readMicros: Int
  public var writtenMicros: Int

  public init(readMicros: Int, writtenMicros: Int) {
    self.readMicros = readMicros
    self.writtenMicros = writtenMicros
  }

  /// What tokens cost, in micro-dollars, rounded up.
  public func micros(for count: TokenCount) -> Int {
    let (read, written) = (max(count.read, 0), max(count.written, 0))
    let sum = Double(read) * Double(readMicros) + Double(written) * Double(writtenMicros)
    return Int((sum / 1_000_000).rounded(.up).clamped(to: 0...1e15))
  }
}

extension TextModel {
  /// As `answer`, trying again as `retry` says; `clock` does the sleeping. Throws: the last failure.
  public func answer(
    _ question: TextQuestion, retrying retry: Retry, on clock: any Clock<Duration>
  ) async throws(GenerationError) -> TextAnswer {
    try await retry.run(on: clock) { () async throws(GenerationError) in try await answer(question) }
  }

  /// The most that a question may cost, in micro-dollars; nil for a model in the house. A token has at least one byte.
  public func microsAtMost(for question: TextQuestion) -> Int? {
    let read = question.task.utf8.count + question.subject.utf8.count + question.schema.utf8.count
    return price?.micros(for: TokenCount(read: read, written: question.tokensAtMost))
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
