import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// What an editor asks about an open shot list, and what it starts by commands.
@Suite struct LanguageFeatureTests {
  private static let everything: JSONValue = [
    "textDocument": [
      "hover": ["contentFormat": ["markdown", "plaintext"]],
      "completion": ["completionItem": ["documentationFormat": ["markdown"]]],
      "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]]],
    ],
    "window": ["workDoneProgress": true],
    "workspace": ["applyEdit": true],
  ]

  /// An editor that can do much, with the shop's list open; `text` replaces what lies on the disk.
  private func editing(
    _ text: String? = nil, _ capabilities: JSONValue = Self.everything
  ) async throws -> (Shop, TestClient, LSPDocument) {
    let shop = try Shop()
    let client = try shop.client()
    try await client.request(LSPInitialize(capabilities: capabilities))
    try client.notify("initialized", [:])
    let uri = FileURI.uri(of: shop.list)
    let document = LSPTextDocument(uri: uri, languageID: "kraf", version: 1, text: text ?? Shop.shotList)
    try client.notify(LSPDidOpen.method, LSPDidOpen(textDocument: document).json)
    return (shop, client, LSPDocument(uri: uri))
  }

  private func place(_ line: Int, _ character: Int) -> LSPPosition { LSPPosition(line: line, character: character) }

  private func all(_ lines: Int = 100) -> LSPRange { LSPRange(start: place(0, 0), end: place(lines, 0)) }

  @Test func everythingAdvertisedIsAnsweredAndNothingElse() async throws {
    let shop = try Shop()
    let client = try shop.client()

    let reply = try await client.request(LSPInitialize(capabilities: Self.everything))

    let advertised = Set(try #require(reply.capabilities.objectValue).keys)
    let features = languageFeatures(for: shop.services)
    #expect(
      advertised == Set(features.compactMap(\.capability) + ["positionEncoding", "textDocumentSync", "experimental"]))
    #expect(
      reply.capabilities["executeCommandProvider"]?["commands"]?.arrayValue?.count == EditorCommand.allCases.count)
  }

  @Test func aHoverIsMarkdownOnlyForEditorsThatReadIt() async throws {
    let (shop, client, document) = try await editing()
    let request = LSPHover(textDocument: document, position: place(6, 8))

    let rich = try #require(try await client.request(request).value)

    #expect(rich.contents.kind == "markdown")
    #expect(rich.contents.value.hasPrefix("**Pure white**"))
    #expect(rich.range == LSPRange(start: place(6, 7), end: place(6, 17)))
    let (other, plain, _) = try await editing(nil, [:])
    let bare = LSPHover(textDocument: LSPDocument(uri: FileURI.uri(of: other.list)), position: place(6, 8))
    #expect(try await plain.request(bare).value?.contents.kind == "plaintext")
    withExtendedLifetime(shop) {}
  }

  @Test func theHoverOfAShotSaysWhatItCosts() async throws {
    let (shop, client, document) = try await editing()

    let shown = try await client.request(LSPHover(textDocument: document, position: place(4, 4))).value
    let whole = try await client.request(LSPHover(textDocument: document, position: place(0, 3))).value

    #expect(shown?.contents.value.contains("To make: 1 picture · free") == true)
    #expect(whole?.contents.value.contains("To make: 2 pictures · free") == true)
    withExtendedLifetime(shop) {}
  }

  @Test func aQuestionComesAfterTheChangesBeforeIt() async throws {
    let (shop, client, document) = try await editing()
    let change = LSPContentChange(range: LSPRange(start: place(6, 7), end: place(6, 17)), text: "hard-sun")
    let changed = LSPDidChange(
      textDocument: LSPVersionedDocument(uri: document.uri, version: 2), contentChanges: [change])
    try client.notify(LSPDidChange.method, changed.json)

    let hover = try await client.request(LSPHover(textDocument: document, position: place(6, 8))).value

    #expect(hover?.contents.value.hasPrefix("**Hard sun**") == true)
    withExtendedLifetime(shop) {}
  }

  @Test func aCompletionReplacesWhatIsBegun() async throws {
    let (shop, client, document) = try await editing("# Mug\n\n## hero\n\nstyle: pure-\n")

    let list = try await client.request(LSPCompletion(textDocument: document, position: place(4, 12)))

    let item = try #require(list.items.first { $0.label == "pure-white" })
    #expect(
      item.textEdit
        == LSPTextEdit(
          range: LSPRange(start: place(4, 7), end: place(4, 12)), newText: "pure-white"))
    #expect(item.documentation?["kind"] == "markdown")
    #expect(item.detail.map { item.documentation?["value"]?.stringValue?.contains($0) == false } == true)
    withExtendedLifetime(shop) {}
  }

  @Test func aHandleIsFoundAndRenamedEverywhere() async throws {
    let (shop, client, document) = try await editing()
    let use = place(10, 2)

    let declared = try await client.request(LSPDefinition(textDocument: document, position: use))
    let context = LSPReferenceContext(includeDeclaration: false)
    let uses = try await client.request(LSPReferences(textDocument: document, position: use, context: context))
    let start = try await client.request(LSPPrepareRename(textDocument: document, position: use)).value
    let edit = try await client.request(LSPRename(textDocument: document, position: use, newName: "side")).value
    let error = try await client.refusal(of: LSPRename(textDocument: document, position: use, newName: "no no"))

    #expect(declared.map(\.range) == [LSPRange(start: place(2, 1), end: place(2, 6))])
    #expect(uses.map(\.range.start.line) == [10, 18])
    #expect(start?.placeholder == "front")
    #expect(edit?.edits.map(\.newText) == ["side", "side", "side"])
    #expect(error.reason == "badName")
    withExtendedLifetime(shop) {}
  }

  @Test func symbolsAreNestedOnlyForEditorsThatNestThem() async throws {
    let (shop, client, document) = try await editing()
    let (other, plain, flat) = try await editing(nil, [:])

    guard case .nested(let symbols) = try await client.request(LSPDocumentSymbols(textDocument: document)),
      case .flat(let list) = try await plain.request(LSPDocumentSymbols(textDocument: flat))
    else {
      Issue.record("the other form")
      return
    }

    #expect(symbols.map(\.name) == ["Mug"])
    #expect(symbols[0].children.map(\.name) == ["@front", "hero", "campaign launch"])
    #expect(list.map(\.name) == ["Mug", "@front", "hero", "campaign launch"])
    #expect(list.map(\.containerName) == [nil, "Mug", "Mug", "Mug"])
    #expect(try await client.request(LSPWorkspaceSymbols(query: "cmpln")).map(\.name) == ["campaign launch"])
    withExtendedLifetime((shop, other)) {}
  }

  @Test func symbolsOfListsThatAreNotOpenAreFoundToo() async throws {
    let (shop, client, _) = try await editing()
    try shop.write(Array("# Cup\n\n## hero blue\n".utf8), to: "more/cups/cup.kraf")
    try shop.write(Array("# Hidden\n\n## hero blue\n".utf8), to: ".trash/cup.kraf")

    let found = try await client.request(LSPWorkspaceSymbols(query: "blue"))

    #expect(found.map(\.name) == ["hero blue"])
    #expect(found.first?.location.uri == FileURI.uri(of: shop.path("more/cups/cup.kraf")))
    #expect(found.first?.location.range.start == place(2, 0))
    withExtendedLifetime(shop) {}
  }

  @Test func aChangeOfTokensAppliedToTheOldGivesTheNew() async throws {
    let (shop, client, document) = try await editing()
    var known = try await client.request(LSPSemanticTokensFull(textDocument: document))
    var version = 1
    for text in ["// x\n" + Shop.shotList, "", "# Mug\n", Shop.shotList, Shop.shotList + "### crop\nwidth: 4\n"] {
      version += 1
      try client.change(document.uri, version: version, [LSPContentChange(text: text)])
      let delta = try await client.request(
        LSPSemanticTokensDelta(textDocument: document, previousResultID: try #require(known.resultID)))
      for edit in try #require(delta.edits) {
        known.data.replaceSubrange(edit.start..<edit.start + edit.deleteCount, with: edit.data)
      }
      let full = try await client.request(LSPSemanticTokensFull(textDocument: document))
      #expect(known.data == full.data)
      known = full
    }
    let lost = try await client.request(LSPSemanticTokensDelta(textDocument: document, previousResultID: "none"))
    #expect(lost.edits == nil && lost.data == known.data)
    let last = try await client.request(
      LSPSemanticTokensDelta(textDocument: document, previousResultID: lost.resultID))
    #expect(last.edits == [])
    withExtendedLifetime(shop) {}
  }

  @Test func foldsLinksColorsHintsAndSelections() async throws {
    let (shop, client, document) = try await editing(
      "# Mug\n\n@front = photos/front.png\n\n## hero\n\npalette: #FF8000\n\n@front on white.\n")

    let folds = try await client.request(LSPFoldingRanges(textDocument: document))
    let links = try await client.request(LSPDocumentLinks(textDocument: document))
    let colors = try await client.request(LSPDocumentColors(textDocument: document))
    let color = try #require(colors.first)
    let texts = try await client.request(
      LSPColorPresentation(textDocument: document, color: color.color, range: color.range))
    let hints = try await client.request(LSPInlayHints(textDocument: document, range: all()))
    let selections = try await client.request(
      LSPSelectionRanges(textDocument: document, positions: [place(8, 10)]))

    #expect(folds.map { [$0.startLine, $0.endLine] } == [[0, 2], [4, 8]])
    #expect(links.map(\.target) == [FileURI.uri(of: shop.photo)])
    #expect(colors.count == 1)
    #expect(texts.map(\.label) == ["#FF8000"])
    #expect(hints.map(\.position) == [place(4, 7)])
    #expect(hints[0].label.contains("1024 × 1024"))
    #expect(selections[0].ranges.count >= 3)
    #expect(selections[0].ranges.first == LSPRange(start: place(8, 10), end: place(8, 15)))
  }

  @Test func formattingGivesTheUsualForm() async throws {
    let (shop, client, document) = try await editing("# Mug\n\n## hero\n\nstyle:pure-white   \n")

    let edits = try await client.request(LSPFormatting(textDocument: document))
    let part = try await client.request(LSPRangeFormatting(textDocument: document, range: all(2)))

    #expect(edits.map(\.newText) == ["style: pure-white\n"])
    #expect(part == [])
    withExtendedLifetime(shop) {}
  }

  @Test func tokensAreCountedFromTheOneBefore() async throws {
    let (shop, client, document) = try await editing("# Mug\n\n## hero\n")

    let tokens = try await client.request(LSPSemanticTokensFull(textDocument: document))

    #expect(tokens.data == [0, 2, 3, 0, 1, 2, 3, 4, 1, 0])
    #expect(try await client.request(LSPSemanticTokensRange(textDocument: document, range: all(1))).data.count == 5)
    withExtendedLifetime(shop) {}
  }

  @Test func aMistakeHasAQuickFix() async throws {
    let (shop, client, document) = try await editing("# Mug\n\n## hero\n\nstyle: pure-wite\n")
    let cursor = LSPRange(start: place(4, 9), end: place(4, 9))
    let request = LSPCodeActions(
      textDocument: document, range: cursor, context: LSPActionContext(diagnostics: [], only: ["quickfix"]))

    let actions = try await client.request(request)

    guard case .action(let fix)? = actions.first else {
      Issue.record("no action: \(actions)")
      return
    }
    #expect(actions.count == 1)
    #expect(fix.title == "Change to 'pure-white'")
    #expect(fix.edit?.edits.map(\.newText) == ["pure-white"])
    #expect(fix.diagnostics?.map(\.code) == ["unknownStyle"])
    withExtendedLifetime(shop) {}
  }

  @Test func anEditorWithoutActionsGetsCommandsThatAskItForTheChange() async throws {
    let (shop, client, document) = try await editing(
      "# Mug\n\n## hero\n\nstyle: pure-wite\n", ["workspace": ["applyEdit": true]])
    let cursor = LSPRange(start: place(4, 9), end: place(4, 9))
    let request = LSPCodeActions(textDocument: document, range: cursor, context: LSPActionContext(diagnostics: []))

    guard case .command(let command)? = try await client.request(request).first else {
      Issue.record("no command")
      return
    }
    let execution = LSPExecuteCommand(command: command.command, arguments: command.arguments)
    let id = try client.begin(LSPExecuteCommand.method, execution.json)
    let params = try await client.answerRequest("workspace/applyEdit", with: ["applied": true])

    #expect(command.command == "kraf.fix")
    #expect(params["edit"]?["changes"]?[document.uri]?[0]?["newText"] == "pure-white")
    #expect(try await client.answer(to: id).get()["applied"] == true)
    withExtendedLifetime(shop) {}
  }

  /// Every code lens has a code action with the same command, for editors that show no lenses.
  @Test func everyLensHasATwinAmongTheActions() async throws {
    let (shop, client, document) = try await editing()

    let lenses = try await client.request(LSPCodeLens(textDocument: document))
    var commands: Set<String> = []
    for lens in lenses {
      let request = LSPCodeActions(
        textDocument: document, range: lens.range, context: LSPActionContext(diagnostics: []))
      for case .action(let action) in try await client.request(request) {
        if let command = action.command { commands.insert(command.json.text) }
      }
    }

    #expect(lenses.contains { $0.command.title.hasPrefix("Generate 'hero' · 1 picture · free") })
    #expect(lenses.allSatisfy { commands.contains($0.command.json.text) })
    withExtendedLifetime(shop) {}
  }

  @Test func theHeaderOffersWhatIsDoneWithTheWholeList() async throws {
    let (shop, client, document) = try await editing()
    let header = LSPRange(start: place(0, 0), end: place(0, 0))

    let actions = try await client.request(
      LSPCodeActions(textDocument: document, range: header, context: LSPActionContext(diagnostics: [])))

    let commands = actions.compactMap { item -> String? in
      guard case .action(let action) = item else { return nil }
      return action.command?.command
    }
    #expect(commands == ["kraf.generateAll", "kraf.plan", "kraf.enhance", "kraf.export"])
    withExtendedLifetime(shop) {}
  }

  @Test func generatingAnswersAtOnceAndTellsProgressAndWhereTheResultLies() async throws {
    let (shop, client, document) = try await editing()

    let reply = try await client.request(
      LSPExecuteCommand(command: "kraf.generate", arguments: [["uri": .string(document.uri), "shot": "hero"]]))
    let params = try await client.answerRequest(LSPWorkDoneCreate.method, with: .null)
    let shown = try await client.notification(LSPShowMessage.method)

    #expect(reply["jobs"]?.arrayValue?.count == 1)
    let told = client.received.compactMap { message -> JSONValue? in
      guard case .notification(LSPProgress.method, let value?) = message else { return nil }
      return value["token"] == params["token"] ? value["value"] : nil
    }
    #expect(told.first?["kind"] == "begin")
    #expect(told.first?["title"] == "hero")
    #expect(told.last?["kind"] == "end")
    #expect(shown["message"]?.stringValue?.hasPrefix("Made 1 picture: \(shop.root)/.kraf/objects/") == true)
    let lens = try await client.request(LSPCodeLens(textDocument: document))
    #expect(lens.contains { $0.command.command == "kraf.openResult" })
    let open = LSPExecuteCommand(
      command: "kraf.openResult", arguments: [["uri": .string(document.uri), "shot": "hero"]])
    #expect(try await client.request(open)["path"]?.stringValue?.hasPrefix(shop.root) == true)
  }

  @Test func enhancingAsksForOneChangeAndThenHasNothingToDo() async throws {
    let (shop, client, document) = try await editing()

    let id = try client.begin(LSPExecuteCommand.method, LSPExecuteCommand(command: "kraf.enhance").json)
    let params = try await client.answerRequest("workspace/applyEdit", with: ["applied": true])
    let reply = try await client.answer(to: id).get()
    let edits = try LSPWorkspaceEdit(json: try #require(params["edit"])).edits

    #expect(reply["changes"] == 2)
    #expect(edits.map(\.range.start.line) == [10, 18])
    let changed = LSPDidChange(
      textDocument: LSPVersionedDocument(uri: document.uri, version: 2),
      contentChanges: edits.reversed().map { LSPContentChange(range: $0.range, text: $0.newText) })
    try client.notify(LSPDidChange.method, changed.json)
    #expect(try await client.request(LSPExecuteCommand(command: "kraf.enhance"))["changes"] == 0)
    withExtendedLifetime(shop) {}
  }

  @Test func aCommandWithoutArgumentsIsAboutTheDocumentUsedLast() async throws {
    let (shop, client, _) = try await editing(nil, [:])

    let plan = try await client.request(LSPExecuteCommand(command: "kraf.plan"))

    #expect(plan["jobs"]?.arrayValue?.count == 2)
    let shown = try await client.notification(LSPShowMessage.method)
    #expect(shown["message"]?.stringValue?.hasPrefix("2 pictures to make, 0 kept from before; cost 0") == true)
    #expect(
      client.received.allSatisfy { message in
        if case .request = message { return false }
        return true
      })
    withExtendedLifetime(shop) {}
  }

  @Test(arguments: [
    (LSPExecuteCommand(command: "kraf.nothing"), "noSuchCommand"),
    (LSPExecuteCommand(command: "kraf.compare"), "noShot"),
    (LSPExecuteCommand(command: "kraf.fix", arguments: [1]), "noEdit"),
    (LSPExecuteCommand(command: "kraf.generate", arguments: [["uri": "untitled:x"]]), "notOnDisk"),
    (LSPExecuteCommand(command: "kraf.generate", arguments: [["shot": "none"]]), "noSuchShot"),
    (LSPExecuteCommand(command: "kraf.openResult", arguments: [["shot": "hero"]]), "notMade"),
  ])
  func badCommandsAreRefusedWithASentence(command: LSPExecuteCommand, reason: String) async throws {
    let (shop, client, _) = try await editing()

    #expect(try await client.refusal(of: command).reason == reason)
    withExtendedLifetime(shop) {}
  }

  @Test func aQuestionAboutADocumentThatIsNotOpenIsRefused() async throws {
    let (shop, client, _) = try await editing()

    let error = try await client.refusal(
      of: LSPHover(textDocument: LSPDocument(uri: "file:///nowhere.kraf"), position: place(0, 0)))

    #expect(error.reason == "notOpen")
    withExtendedLifetime(shop) {}
  }

  @Test func diagnosticsArePulledOrPushedButNeverBoth() async throws {
    let (shop, client, document) = try await editing(
      "# Mug\n\n## hero\n\nstyle: pure-wite\n", ["textDocument": ["diagnostic": [:]]])

    let report = try await client.request(LSPDocumentDiagnostic(textDocument: document))

    #expect(report.items.contains { $0.code == "unknownStyle" })
    _ = try await client.request(LSPHover(textDocument: document, position: place(0, 0)))
    #expect(
      client.received.allSatisfy { message in
        if case .notification(LSPPublishDiagnostics.method, _) = message { return false }
        return true
      })
    withExtendedLifetime(shop) {}
  }
}
