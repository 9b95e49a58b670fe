import Imaging
import RPCProtocol
import ShotList
import Workspace

extension Services {
  func opened(_ notification: LSPDidOpen, _ context: CallContext) async {
    let document = notification.textDocument
    guard document.text.utf8.count <= ShotList.maxBytes else {
      return context.session.notify(
        LSPShowMessage(
          type: .warning, message: "The shot list has more than 1 MiB and is not checked; split it into several"))
    }
    let documents = context.session.value(Documents.key) { Documents(encoding: .utf16) }
    documents[document.uri] = Documents.Document(version: document.version, text: document.text)
    await publish(document.uri, in: documents, context)
  }

  func changed(_ notification: LSPDidChange, _ context: CallContext) async {
    let uri = notification.textDocument.uri
    guard let documents = context.session[Documents.key] else { return }
    guard documents.change(uri, to: notification.textDocument.version ?? 0, notification.contentChanges) != nil else {
      return context.session.notify(
        LSPLogMessage(type: .warning, message: "A change of '\(uri)' does not fit its text; open the file again"))
    }
    await publish(uri, in: documents, context)
  }

  func saved(_ notification: LSPDidSave, _ context: CallContext) async {
    let uri = notification.textDocument.uri
    guard let documents = context.session[Documents.key], var document = documents[uri] else { return }
    // Files around it may have come or gone.
    document.view = nil
    documents[uri] = document
    await publish(uri, in: documents, context)
  }

  func closed(_ notification: LSPDidClose, _ context: CallContext) {
    let uri = notification.textDocument.uri
    context.session[Documents.key]?[uri] = nil
    guard context.session[EditorAbilities.key]?.pullsDiagnostics != true else { return }
    context.session.notify(LSPPublishDiagnostics(uri: uri, diagnostics: []), .latest(topic: "diagnostics \(uri)"))
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
    guard let document = documents[uri], context.session[EditorAbilities.key]?.pullsDiagnostics != true else { return }
    let view = await view(of: document, uri, in: documents)
    let diagnostics = view.analysis.issues.map { LSPDiagnostic($0, view.lines, documents.encoding) }
    context.session.notify(
      LSPPublishDiagnostics(uri: uri, version: document.version, diagnostics: diagnostics),
      .latest(topic: "diagnostics \(uri)"))
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
