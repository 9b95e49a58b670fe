import RPCProtocol
import ShotList
import Workspace

extension Services {
  /// The product with its references, shots and steps.
  func symbols(_ request: LSPDocumentSymbols, _ context: CallContext) async throws(RPCError) -> LSPSymbolList {
    let list = try await openShotList(request.textDocument.uri, context)
    let outline = list.view.outline
    return list.abilities.nestsSymbols
      ? .nested(outline.map(list.symbol)) : .flat(outline.flatMap { list.symbols(of: $0, in: nil) })
  }

  /// Products and shots whose names have the letters of a query in its order: of the open documents, and of the other shot
  /// lists in their workspaces.
  func workspaceSymbols(_ request: LSPWorkspaceSymbols, _ context: CallContext) async throws(RPCError) -> [LSPSymbol] {
    guard let documents = context.session[Documents.key] else { return [] }
    var found: [LSPSymbol] = []
    let open = documents.all.keys.sorted()
    for uri in open {
      let list = try await openShotList(uri, context)
      found += list.view.outline.flatMap { list.symbols(of: $0, in: nil) }
    }
    let abilities = context.session[EditorAbilities.key] ?? EditorAbilities([:])
    for workspace in await workspaces(around: open, context) {
      for path in workspace.shotLists() where !open.contains(FileURI.uri(of: path)) {
        if Task.isCancelled { throw .cancelled }
        guard let text = try? workspace.text(ofShotList: path) else { continue }
        let list = OpenShotList(
          uri: FileURI.uri(of: path), view: ShotListView(text, catalog: catalog), encoding: documents.encoding,
          abilities: abilities)
        found += list.view.outline.flatMap { list.symbols(of: $0, in: nil) }
      }
    }
    return found.filter { $0.name.hasLetters(of: request.query) }
  }

  /// The workspaces of documents, and the one that the session used last; each once.
  private func workspaces(around uris: [String], _ context: CallContext) async -> [Workspace] {
    var found: [String: Workspace] = [:]
    for path in uris.compactMap(FileURI.path(of:)) {
      if let workspace = try? await shelf.workspace(of: path) { found[workspace.root] = workspace }
    }
    if let last = context.session[Self.lastWorkspace] { found[last.root] = last }
    return found.keys.sorted().compactMap { found[$0] }
  }
}

extension OpenShotList {
  fileprivate func symbol(_ item: OutlineItem) -> LSPDocumentSymbol {
    LSPDocumentSymbol(
      name: item.name, detail: item.detail.isEmpty ? nil : item.detail, kind: item.kind.number,
      range: range(item.range), selectionRange: range(item.selection), children: item.children.map(symbol))
  }

  fileprivate func symbols(of item: OutlineItem, in container: String?) -> [LSPSymbol] {
    [
      LSPSymbol(
        name: item.name, kind: item.kind.number, location: LSPLocation(uri: uri, range: range(item.range)),
        containerName: container)
    ] + item.children.flatMap { symbols(of: $0, in: item.name) }
  }
}

extension OutlineItem.Kind {
  /// The protocol's number: of class, variable, function, method.
  fileprivate var number: Int {
    switch self {
    case .product: 5
    case .reference: 13
    case .shot: 12
    case .step: 6
    }
  }
}

extension String {
  /// Whether the letters of another text stand here in its order; case does not count.
  fileprivate func hasLetters(of query: String) -> Bool {
    var rest = query.lowercased()[...]
    for letter in lowercased() where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
