import RPCProtocol
import ShotList

extension Services {
  /// Where the name at a place is declared.
  func definition(_ request: LSPDefinition, _ context: CallContext) async throws(RPCError) -> [LSPLocation] {
    let list = try await openShotList(request.textDocument.uri, context)
    return list.places(at: request.position).filter(\.isDeclaration).map {
      LSPLocation(uri: list.uri, range: list.range($0.range))
    }
  }

  /// Where the name at a place is used.
  func references(_ request: LSPReferences, _ context: CallContext) async throws(RPCError) -> [LSPLocation] {
    let list = try await openShotList(request.textDocument.uri, context)
    return list.places(at: request.position).filter { request.context.includeDeclaration || !$0.isDeclaration }.map {
      LSPLocation(uri: list.uri, range: list.range($0.range))
    }
  }

  /// The places of the name at a place, to be marked.
  func highlights(_ request: LSPDocumentHighlights, _ context: CallContext) async throws(RPCError) -> [LSPHighlight] {
    let list = try await openShotList(request.textDocument.uri, context)
    return list.places(at: request.position).map {
      LSPHighlight(range: list.range($0.range), kind: $0.isDeclaration ? 3 : 2)
    }
  }

  /// What would be renamed at a place.
  func prepareRename(
    _ request: LSPPrepareRename, _ context: CallContext
  ) async throws(RPCError) -> LSPMaybe<LSPRenameStart> {
    let list = try await openShotList(request.textDocument.uri, context)
    return LSPMaybe(
      list.view.name(at: list.offset(request.position)).map { found in
        LSPRenameStart(range: list.range(found.range), placeholder: list.view.file.tree.text(found.range))
      })
  }

  /// The change that gives a name another text wherever it stands.
  func rename(_ request: LSPRename, _ context: CallContext) async throws(RPCError) -> LSPMaybe<LSPWorkspaceEdit> {
    let list = try await openShotList(request.textDocument.uri, context)
    guard let found = list.view.name(at: list.offset(request.position)) else { return LSPMaybe(nil) }
    switch list.view.renaming(found.name, to: request.newName) {
    case .success(let changes): return LSPMaybe(list.edit(changes))
    case .failure(let refusal): throw .failed("badName", refusal.sentence)
    }
  }
}

extension OpenShotList {
  fileprivate func places(at position: LSPPosition) -> [NamePlace] {
    view.name(at: offset(position)).map { view.places(of: $0.name) } ?? []
  }
}
