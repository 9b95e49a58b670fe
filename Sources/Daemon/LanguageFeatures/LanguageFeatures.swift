import RPCProtocol

/// One thing that editors may ask about a document.
struct LanguageFeature: Sendable {
  /// Its name in the server's capabilities; nil for a part of another feature.
  var capability: String?
  /// What stands there.
  var value: JSONValue
  var route: Route
}

/// Every language feature: what is advertised, and who answers. A new one adds its row.
func languageFeatures(for services: Services) -> [LanguageFeature] {
  [
    feature("hoverProvider", services.hover),
    feature("completionProvider", services.completion, ["triggerCharacters": ["@", ":", "#", ","]]),
    feature("definitionProvider", services.definition),
    feature("referencesProvider", services.references),
    feature("documentHighlightProvider", services.highlights),
    feature("documentSymbolProvider", services.symbols),
    feature("foldingRangeProvider", services.folds),
    feature("documentLinkProvider", services.links, [:]),
    feature("renameProvider", services.rename, ["prepareProvider": true]),
    feature(nil, services.prepareRename),
    feature("colorProvider", services.colors),
    feature(nil, services.colorTexts),
    feature("documentFormattingProvider", services.format),
    feature("documentRangeFormattingProvider", services.formatRange),
    feature(
      "semanticTokensProvider", services.tokens,
      ["legend": services.tokenLegend, "full": ["delta": true], "range": true]),
    feature(nil, services.tokenChanges),
    feature(nil, services.tokensOfRange),
    feature("selectionRangeProvider", services.selections),
    feature("inlayHintProvider", services.hints),
    feature("codeLensProvider", services.lenses, [:]),
    feature(
      "codeActionProvider", services.actions, ["codeActionKinds": ["quickfix", "refactor.rewrite", "source.kraf"]]),
    feature(nil, services.diagnostics),
    LanguageFeature(
      capability: "workspaceSymbolProvider", value: true,
      route: .on(LSPWorkspaceSymbols.self, { _ in .free }, services.workspaceSymbols)),
    LanguageFeature(
      capability: "executeCommandProvider",
      value: ["commands": .array(EditorCommand.allCases.map { .string($0.rawValue) })],
      route: .on(LSPExecuteCommand.self, { $0.access }, services.execute)),
  ]
}

/// A question about a document, which waits for the changes of its text that came before.
private func feature<Request: LSPDocumentRequest>(
  _ capability: String?, _ answer: @escaping @Sendable (Request, CallContext) async throws(RPCError) -> Request.Reply,
  _ value: JSONValue = true
) -> LanguageFeature {
  LanguageFeature(
    capability: capability, value: value,
    route: .on(Request.self, { .reads($0.textDocument.uri) }, answer))
}
