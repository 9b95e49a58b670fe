import Generation
import RPCProtocol
import ShotList
import Workspace

extension Services {
  /// Makes a complete prompt of a shot's wish.
  func enhance(_ request: PromptEnhance, _ context: CallContext) async throws(RPCError) -> PromptEnhance.Reply {
    let (text, facts) = try await source(request.path, request.text, request.workspace, context)
    let view = ShotListView(text, catalog: catalog, facts: facts)
    let known = view.analysis.shots.map(\.name)
    guard known.contains(request.shot) else {
      throw RPCError(.noSuchShot(name: request.shot, known: known))
    }
    let dialect = ShotList::PromptDialect(rawValue: request.dialect.rawValue) ?? .prose
    let limit = request.limit ?? 32_000
    guard let plain = view.enhanced(request.shot, as: dialect, limit: limit) else {
      throw .failed(
        "promptTooLong", "What must be said of '\(request.shot)' has more than \(limit) characters; take another model")
    }
    guard request.assisted else { return PromptEnhance.Reply(plain, view) }
    let help = try await help(with: request.shot, in: view)
    var reply: PromptEnhance.Reply
    switch help.answer {
    case .success(let answer):
      guard
        let made = view.enhanced(request.shot, as: dialect, limit: limit, answer: answer, by: help.model)
      else { return PromptEnhance.Reply(plain, view) }
      reply = PromptEnhance.Reply(made.prompt, view)
      reply.assistant = made.isAssisted ? help.model : nil
      reply.notes = made.notes
    case .failure(let failure):
      reply = PromptEnhance.Reply(plain, view)
      reply.notes = [help.note(about: failure)]
    }
    reply.costMicros = help.costMicros
    return reply
  }

  /// What the user's model said about a shot's prompt.
  struct Help: Sendable {
    /// Its name, for people.
    var model: String
    var answer: Result<String, GenerationError>
    /// What it cost, or at most cost; nil for a model in the house.
    var costMicros: Int?

    /// Whether it would be no use to ask about another shot.
    var endsAsking: Bool {
      switch answer {
      case .success: false
      case .failure(.badReply), .failure(.failed): false
      case .failure: true
      }
    }

    /// Why it did not help.
    func note(about failure: GenerationError) -> String {
      "\(model) did not help; the prompt was made without it. \(failure.sentence.text)"
    }
  }

  /// Asks the user's model about a shot's prompt.
  ///
  /// Throws: `noTextModel`, what is wrong with the settings, and `cancelled`.
  func help(with shot: String, in view: ShotListView) async throws(RPCError) -> Help {
    guard let model = try textModel() else { throw .noTextModel }
    guard let question = view.question(about: shot) else {
      throw RPCError(.noSuchShot(name: shot, known: view.analysis.shots.map(\.name)))
    }
    do throws(GenerationError) {
      let answer = try await model.answer(question, retrying: .standard, on: ContinuousClock())
      let cost = answer.tokens.flatMap { model.price?.micros(for: $0) } ?? model.microsAtMost(for: question)
      return Help(model: model.name, answer: .success(answer.text), costMicros: cost)
    } catch {
      if error == .cancelled { throw .cancelled }
      return Help(
        model: model.name, answer: .failure(error),
        costMicros: error.mayHaveCost ? model.microsAtMost(for: question) : nil)
    }
  }

  /// The user's model; nil where there is none. Throws: what is wrong with its settings.
  func textModel() throws(RPCError) -> (any TextModel)? {
    do throws(GenerationError) { return try readTextModel() } catch { throw RPCError(.refused(error)) }
  }
}

extension GenerationError {
  /// Whether the model may have worked before it failed; what was never accepted costs nothing.
  fileprivate var mayHaveCost: Bool {
    switch self {
    case .badReply, .failed, .refused: true
    case .cancelled, .unsupported, .denied, .rateLimited, .unavailable: false
    }
  }
}

extension RPCError {
  /// The user has no model that helps with words.
  static let noTextModel = RPCError.failed(
    "noTextModel",
    "No model that helps with words is set up; describe one in krafd/text-model.json in your folder of settings, or "
      + "enhance without it")
}

extension ShotListView {
  /// The question about a shot's prompt; nil for a name that no shot has.
  func question(about shot: String) -> TextQuestion? {
    promptTask(for: shot).map {
      TextQuestion(task: $0.task, subject: $0.subject, schema: $0.schema, tokensAtMost: Self.answerTokens)
    }
  }

  /// The longest answer: five phrases, their names, and room for a model that thinks aloud in JSON.
  private static let answerTokens = 1_000
}

extension PromptEnhance.Reply {
  fileprivate init(_ prompt: EnhancedPrompt, _ view: ShotListView) {
    self.init(
      text: prompt.text, negative: prompt.negative,
      phrases: prompt.phrases.map {
        RPCProtocol::PromptPhrase(slot: $0.slot.name, text: $0.text, source: $0.source, locked: $0.isLocked)
      },
      edit: prompt.change.map { LSPTextEdit(range: LSPRange($0.range, view.lines, .utf16), newText: $0.replacement) })
  }
}
