/// A question about one document.
public protocol LSPDocumentRequest: RPCRequest {
  /// The document.
  var textDocument: LSPDocument { get }
}

extension LSPHover: LSPDocumentRequest {}
extension LSPCompletion: LSPDocumentRequest {}
extension LSPDefinition: LSPDocumentRequest {}
extension LSPReferences: LSPDocumentRequest {}
extension LSPDocumentHighlights: LSPDocumentRequest {}
extension LSPDocumentSymbols: LSPDocumentRequest {}
extension LSPFoldingRanges: LSPDocumentRequest {}
extension LSPDocumentLinks: LSPDocumentRequest {}
extension LSPPrepareRename: LSPDocumentRequest {}
extension LSPRename: LSPDocumentRequest {}
extension LSPDocumentColors: LSPDocumentRequest {}
extension LSPColorPresentation: LSPDocumentRequest {}
extension LSPFormatting: LSPDocumentRequest {}
extension LSPRangeFormatting: LSPDocumentRequest {}
extension LSPSemanticTokensFull: LSPDocumentRequest {}
extension LSPSemanticTokensDelta: LSPDocumentRequest {}
extension LSPSemanticTokensRange: LSPDocumentRequest {}
extension LSPSelectionRanges: LSPDocumentRequest {}
extension LSPInlayHints: LSPDocumentRequest {}
extension LSPCodeLens: LSPDocumentRequest {}
extension LSPCodeActions: LSPDocumentRequest {}
extension LSPDocumentDiagnostic: LSPDocumentRequest {}
