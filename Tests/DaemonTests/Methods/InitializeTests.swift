import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// What an editor and krafd agree on.
@Suite struct InitializeTests {
  @Test(arguments: [
    (["utf-8", "utf-16"], "utf-8"), (["utf-16"], "utf-16"), (["utf-32", "utf-16"], "utf-32"),
    (["utf-7", "utf-16"], "utf-16"), (["utf-7"], "utf-16"), ([], "utf-16"), (nil, "utf-16"),
  ])
  func theFirstKnownEncodingIsTaken(offered: [String]?, agreed: String) async throws {
    let client = try Shop().client()
    let general: JSONValue = offered.map { ["general": ["positionEncodings": $0.json]] } ?? [:]

    let reply = try await client.request(LSPInitialize(capabilities: general))

    #expect(reply.capabilities["positionEncoding"]?.stringValue == agreed)
    #expect(reply.serverInfo == LSPProgram(name: "krafd", version: "test"))
  }

  /// Requests by the capability that promises an answer. Source: LSP 3.17, “Server capabilities”.
  private static let promised = [
    "hoverProvider": "textDocument/hover", "completionProvider": "textDocument/completion",
    "definitionProvider": "textDocument/definition", "referencesProvider": "textDocument/references",
    "documentSymbolProvider": "textDocument/documentSymbol", "codeActionProvider": "textDocument/codeAction",
    "codeLensProvider": "textDocument/codeLens", "documentFormattingProvider": "textDocument/formatting",
    "renameProvider": "textDocument/rename", "foldingRangeProvider": "textDocument/foldingRange",
    "colorProvider": "textDocument/documentColor", "documentLinkProvider": "textDocument/documentLink",
    "executeCommandProvider": "workspace/executeCommand", "workspaceSymbolProvider": "workspace/symbol",
    "signatureHelpProvider": "textDocument/signatureHelp", "inlayHintProvider": "textDocument/inlayHint",
    "diagnosticProvider": "textDocument/diagnostic", "semanticTokensProvider": "textDocument/semanticTokens/full",
  ]

  @Test func nothingIsAdvertisedThatIsNotAnswered() async throws {
    let client = try Shop().client()
    // Diagnostics are answered to those only who said that they ask.
    let pulling: JSONValue = ["textDocument": ["diagnostic": [:]]]
    let capabilities = try await client.request(LSPInitialize(capabilities: pulling)).capabilities

    for (capability, method) in Self.promised {
      let error = try? await client.refusal(of: method, [:])
      let isAnswered = error?.code != -32601
      #expect((capabilities[capability] != nil) == isAnswered, "\(capability)")
    }
  }

  @Test func documentsAreSyncedByTheirChanges() async throws {
    let client = try Shop().client()

    let sync = try #require(try await client.request(LSPInitialize()).capabilities["textDocumentSync"])

    #expect(sync["openClose"] == true)
    #expect(sync["change"] == 2)
  }

  @Test func anEditorMayCallTheMethodsOfKrafdToo() async throws {
    let shop = try Shop()
    let client = try await shop.editor()

    #expect(try await client.request(WorkspaceOpen(path: shop.list)).root == shop.root)
    #expect(client.brokenPromises() == [])
  }

  @Test func membersOfTheWrongKindCountAsAbsent() async throws {
    let client = try Shop().client()

    let reply = try await client.request(
      "initialize", ["processId": "me", "rootUri": 7, "capabilities": ["general": ["positionEncodings": "utf-8"]]])

    #expect(reply["capabilities"]?["positionEncoding"] == "utf-16")
  }
}
