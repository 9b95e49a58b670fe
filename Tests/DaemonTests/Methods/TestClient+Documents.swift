import RPCProtocol
import TestSupport

extension TestClient {
  /// Opens a document at version 1.
  func open(_ uri: String, _ text: String) throws {
    let document = LSPTextDocument(uri: uri, languageID: "kraf", version: 1, text: text)
    try notify(LSPDidOpen.method, LSPDidOpen(textDocument: document).json)
  }

  /// Changes a document.
  func change(_ uri: String, version: Int, _ changes: [LSPContentChange]) throws {
    let document = LSPVersionedDocument(uri: uri, version: version)
    try notify(LSPDidChange.method, LSPDidChange(textDocument: document, contentChanges: changes).json)
  }

  /// Waits for the next word about the issues of a document.
  func diagnostics(_ uri: String) async throws -> LSPPublishDiagnostics {
    try LSPPublishDiagnostics(
      json: try await notification(LSPPublishDiagnostics.method) { $0["uri"]?.stringValue == uri })
  }
}
