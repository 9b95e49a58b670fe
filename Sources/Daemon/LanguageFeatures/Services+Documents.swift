import Imaging
import RPCProtocol
import ShotList
import Workspace

extension Services {
  func opened(_ notification: LSPDidOpen, _ context: CallContext) async {
    let document = notification.textDocument
    let documents = context.session.value(Documents.key) { Documents(encoding: .utf16) }
    guard document.text.utf8.count <= Documents.maxBytes else {
      return leave(document.uri, in: documents, context)
    }
    documents[document.uri] = Documents.Document(version: document.version, text: document.text)
    refreshPreview(of: document.uri, context)
    await publish(document.uri, in: documents, context)
  }

  func changed(_ notification: LSPDidChange, _ context: CallContext) async {
    let uri = notification.textDocument.uri
    guard let documents = context.session[Documents.key] else { return misplaced(uri, context) }
    switch documents.change(uri, to: notification.textDocument.version ?? 0, notification.contentChanges) {
    case .made:
      refreshPreview(of: uri, context)
      await publish(uri, in: documents, context)
    case .misplaced: misplaced(uri, context)
    case .tooLong: leave(uri, in: documents, context)
    }
  }

  private func misplaced(_ uri: String, _ context: CallContext) {
    context.session.notify(
      LSPLogMessage(
        type: .warning, message: "A change of '\(uri.prefix(200))' does not fit its text; open the file again"))
  }

  /// Has no text of a document any more, as it is too long to be kept.
  private func leave(_ uri: String, in documents: Documents, _ context: CallContext) {
    documents[uri] = nil
    tell(LSPPublishDiagnostics(uri: uri, diagnostics: []), context)
    let (kept, most) = (Documents.maxBytes >> 20, ShotList.maxBytes >> 20)
    context.session.notify(
      LSPShowMessage(
        type: .warning,
        message:
          "'\(uri.prefix(200))' has more than \(kept) MiB and is not read; a shot list has up to \(most) MiB, split it")
    )
  }

  func saved(_ notification: LSPDidSave, _ context: CallContext) async {
    let uri = notification.textDocument.uri
    guard let documents = context.session[Documents.key], var document = documents[uri] else { return }
    // Files around it may have come or gone.
    document.view = nil
    documents[uri] = document
    refreshPreview(of: uri, context)
    await publish(uri, in: documents, context)
  }

  func closed(_ notification: LSPDidClose, _ context: CallContext) {
    let uri = notification.textDocument.uri
    context.session[Documents.key]?[uri] = nil
    tell(LSPPublishDiagnostics(uri: uri, diagnostics: []), context)
  }

  /// The issues of a text, to an editor that asks.
  func diagnostics(_ request: LSPDocumentDiagnostic, _ context: CallContext) async throws(RPCError)
    -> LSPDiagnosticReport
  {
    let list = try await openShotList(request.textDocument.uri, context)
    return LSPDiagnosticReport(
      kind: "full", items: list.view.analysis.issues.map { LSPDiagnostic($0, list.view.lines, list.encoding) })
  }

  /// Tells the issues of an open text as it is now; not to an editor that asks for them itself.
  private func publish(_ uri: String, in documents: Documents, _ context: CallContext) async {
    guard let document = documents[uri], tellsDiagnostics(context) else { return }
    let view = await view(of: document, uri, in: documents)
    let diagnostics = view.analysis.issues.map { LSPDiagnostic($0, view.lines, documents.encoding) }
    tell(LSPPublishDiagnostics(uri: uri, version: document.version, diagnostics: diagnostics), context)
  }

  private func tell(_ diagnostics: LSPPublishDiagnostics, _ context: CallContext) {
    guard tellsDiagnostics(context) else { return }
    context.session.notify(diagnostics, .latest(topic: "diagnostics \(diagnostics.uri)"))
  }

  /// Whether an editor is told diagnostics; else it asks for them.
  private func tellsDiagnostics(_ context: CallContext) -> Bool {
    context.session[EditorAbilities.key]?.pullsDiagnostics != true
  }

  /// What is known of the files around a document; nothing for one that is not on this machine's disk.
  func facts(around uri: String) async -> FileFacts {
    guard let path = FileURI.path(of: uri) else { return FileFacts() }
    return (try? await shelf.workspace(of: path))?.facts(forShotList: path) ?? FileFacts()
  }

  /// The operations that may follow a shot, as the list of operations describes them.
  static let stepOperations: [StepOperation] = allOperations.map { StepOperation($0.descriptor) }
}

extension StepOperation {
  fileprivate init(_ descriptor: OperationDescriptor) {
    self.init(
      name: descriptor.name, summary: descriptor.summary,
      parameters: descriptor.parameters.map { ($0.name, $0.summary) })
  }
}

extension LSPDiagnostic {
  init(_ issue: ShotListIssue, _ lines: LineIndex, _ encoding: PositionEncoding) {
    let severity: LSPSeverity
    switch issue.severity {
    case .error: severity = .error
    case .warning: severity = .warning
    case .information: severity = .information
    }
    self.init(
      range: LSPRange(issue.range, lines, encoding), severity: severity, code: issue.id.rawValue, source: "krafd",
      message: issue.sentence)
  }
}
