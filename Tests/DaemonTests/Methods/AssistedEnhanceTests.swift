import Generation
import RPCProtocol
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// Prompts that the user's model helps with: over the wire, and in editors.
@Suite struct AssistedEnhanceTests {
  /// A model that answers what it is told to, once the test lets it.
  private final class Writer: TextModel {
    let name = "qwen at 127.0.0.1"
    let price: TextPrice?
    let reply: Result<TextAnswer, GenerationError>
    let gate = AsyncStream<Void>.makeStream()
    let isGated: Bool

    init(_ text: String, tokens: TokenCount? = nil, price: TextPrice? = nil, isGated: Bool = false) {
      reply = .success(TextAnswer(text: text, tokens: tokens))
      self.price = price
      self.isGated = isGated
    }

    init(failing error: GenerationError, price: TextPrice? = nil) {
      reply = .failure(error)
      self.price = price
      isGated = false
    }

    func answer(_ question: TextQuestion) async throws(GenerationError) -> TextAnswer {
      if isGated { for await _ in gate.stream { break } }
      if Task.isCancelled { throw .cancelled }
      return try reply.get()
    }
  }

  private static let lens = #"{"lens": "a long lens"}"#
  private static let price = TextPrice(readMicros: 1_000_000, writtenMicros: 2_000_000)

  private func reply(_ writer: Writer?) async throws -> PromptEnhance.Reply {
    let shop = try Shop(textModel: writer)
    return try await shop.worker().request(PromptEnhance(path: shop.list, shot: "hero", assisted: true))
  }

  @Test func theModelsWordsSayThatTheyAreItsOwn() async throws {
    let reply = try await reply(Writer(Self.lens))

    #expect(reply.assistant == "qwen at 127.0.0.1" && reply.notes.isEmpty && reply.costMicros == nil)
    #expect(reply.phrases.contains { $0.text == "a long lens" && $0.source == "qwen at 127.0.0.1" && !$0.locked })
    #expect(reply.edit?.newText.contains("long lens") == true)
  }

  @Test func whatItCostIsTold() async throws {
    let counted = try await reply(Writer(Self.lens, tokens: TokenCount(read: 100, written: 10), price: Self.price))
    let silent = try await reply(Writer(Self.lens, price: Self.price))
    let broken = try await reply(Writer(failing: .badReply(detail: "half"), price: Self.price))
    let denied = try await reply(Writer(failing: .denied(reason: "no credit"), price: Self.price))
    let absent = try await reply(Writer(failing: .rateLimited(retryAfter: .seconds(999)), price: Self.price))

    #expect(counted.costMicros == 120)
    #expect((silent.costMicros ?? 0) >= 2_000 && silent.costMicros == broken.costMicros)
    #expect(absent.costMicros == nil && denied.costMicros == nil)
  }

  @Test(arguments: [
    (GenerationError.denied(reason: "the key is not accepted"), "The model refused: the key is not accepted"),
    (
      .badReply(detail: "the answer ends in the middle"),
      "The model gave an answer that krafd does not understand: the answer ends in the middle"
    ),
  ])
  func withoutItsHelpThePromptIsTheSameAsEver(_ failure: GenerationError, sentence: String) async throws {
    let shop = try Shop(textModel: Writer(failing: failure))
    let client = try await shop.worker()
    let plain = try await client.request(PromptEnhance(path: shop.list, shot: "hero"))
    let helped = try await client.request(PromptEnhance(path: shop.list, shot: "hero", assisted: true))

    #expect(helped.text == plain.text && helped.phrases == plain.phrases && helped.assistant == nil)
    #expect(
      helped.notes == ["qwen at 127.0.0.1 did not help; the prompt was made without it. \(sentence)"])
    withExtendedLifetime(shop) {}
  }

  @Test func withoutAModelTheReasonIsTold() async throws {
    let shop = try Shop()
    let refusal = try await shop.worker().refusal(of: PromptEnhance(path: shop.list, shot: "hero", assisted: true))

    #expect(refusal.reason == "noTextModel")
  }

  private static let editor: JSONValue = [
    "workspace": ["applyEdit": true], "window": ["workDoneProgress": true],
    "textDocument": ["codeAction": ["codeActionLiteralSupport": [:]]],
  ]

  private func editing(_ writer: Writer?) async throws -> (Shop, TestClient, LSPDocument) {
    let shop = try Shop(textModel: writer)
    let client = try shop.client()
    try await client.request(LSPInitialize(capabilities: Self.editor))
    try client.notify("initialized", [:])
    let uri = FileURI.uri(of: shop.list)
    let document = LSPTextDocument(uri: uri, languageID: "kraf", version: 1, text: Shop.shotList)
    try client.notify(LSPDidOpen.method, LSPDidOpen(textDocument: document).json)
    return (shop, client, LSPDocument(uri: uri))
  }

  private func command(_ document: LSPDocument) -> LSPExecuteCommand {
    LSPExecuteCommand(
      command: "kraf.enhance", arguments: [["uri": .string(document.uri), "shot": "hero", "assisted": true]])
  }

  @Test func theActionNamesTheModelAndTheMostThatItCosts() async throws {
    let (shop, client, document) = try await editing(Writer(Self.lens, price: Self.price))
    let place = LSPPosition(line: 8, character: 0)
    let request = LSPCodeActions(
      textDocument: document, range: LSPRange(start: place, end: place),
      context: .init(diagnostics: [], only: ["refactor"]))
    let titles = try await client.request(request).compactMap { item -> String? in
      guard case .action(let action) = item else { return nil }
      return action.title
    }

    #expect(titles.count == 2)
    #expect(titles.last?.hasPrefix("Enhance the prompt of 'hero' with qwen at 127.0.0.1 · at most $0.00") == true)
    withExtendedLifetime(shop) {}
  }

  @Test func theEditorIsAskedForOneChangeWhenTheAnswerIsThere() async throws {
    let (shop, client, document) = try await editing(Writer(Self.lens))

    #expect(try await client.request(command(document))["shots"] == 1)
    _ = try await client.answerRequest(LSPWorkDoneCreate.method, with: .null)
    let params = try await client.answerRequest("workspace/applyEdit", with: ["applied": true])
    let told = try await client.notification(LSPShowMessage.method)

    #expect(
      try LSPWorkspaceEdit(json: try #require(params["edit"])).edits.first?.newText.contains("long lens") == true)
    #expect(told["message"] == "Enhanced with qwen at 127.0.0.1")
    withExtendedLifetime(shop) {}
  }

  @Test func theAnswerIsLaidOverTheTextAsItIsThen() async throws {
    let writer = Writer(Self.lens, isGated: true)
    let (shop, client, document) = try await editing(writer)

    _ = try await client.request(command(document))
    _ = try await client.answerRequest(LSPWorkDoneCreate.method, with: .null)
    let start = LSPPosition(line: 0, character: 0)
    let change = LSPDidChange(
      textDocument: LSPVersionedDocument(uri: document.uri, version: 2),
      contentChanges: [LSPContentChange(range: LSPRange(start: start, end: start), text: "// one more line\n")])
    try client.notify(LSPDidChange.method, change.json)
    _ = try await client.request(LSPFoldingRanges(textDocument: document))
    writer.gate.continuation.yield()
    let params = try await client.answerRequest("workspace/applyEdit", with: ["applied": true])

    #expect(try LSPWorkspaceEdit(json: try #require(params["edit"])).edits.first?.range.start.line == 11)
    withExtendedLifetime(shop) {}
  }

  @Test func aChangeThatTheEditorRefusesIsToldAsSuch() async throws {
    let (shop, client, document) = try await editing(Writer(Self.lens))

    _ = try await client.request(command(document))
    _ = try await client.answerRequest(LSPWorkDoneCreate.method, with: .null)
    _ = try await client.answerRequest("workspace/applyEdit", with: ["applied": false])
    let told = try await client.notification(LSPShowMessage.method)

    #expect(told["message"] == "The text changed meanwhile, so nothing was written; enhance it again")
    withExtendedLifetime(shop) {}
  }

  @Test func aListWithoutShotsHasNothingToAskAbout() async throws {
    let (shop, client, document) = try await editing(Writer(Self.lens))
    try client.change(document.uri, version: 2, [LSPContentChange(text: "# Mug\n")])
    _ = try await client.request(LSPFoldingRanges(textDocument: document))

    let all = LSPExecuteCommand(
      command: "kraf.enhance", arguments: [["uri": .string(document.uri), "assisted": true]])
    #expect(try await client.refusal(of: all).reason == "noShots")
    withExtendedLifetime(shop) {}
  }

  @Test func cancellingStopsTheQuestion() async throws {
    let (shop, client, document) = try await editing(Writer(Self.lens, isGated: true))

    _ = try await client.request(command(document))
    let token = try await client.answerRequest(LSPWorkDoneCreate.method, with: .null)["token"]
    try client.notify("window/workDoneProgress/cancel", ["token": token ?? .null])
    let told = try await client.notification(LSPShowMessage.method)

    #expect(told["message"] == "Cancelled; nothing was changed")
    withExtendedLifetime(shop) {}
  }

  @Test func withoutAModelTheCommandIsRefusedAndNoActionOffered() async throws {
    let (shop, client, document) = try await editing(nil)

    #expect(try await client.refusal(of: command(document)).reason == "noTextModel")
    withExtendedLifetime(shop) {}
  }
}
