import RPCProtocol
import Workspace

extension Services {
  func openWorkspace(_ request: WorkspaceOpen, _ context: CallContext) async throws(RPCError) -> WorkspaceDescription {
    let workspace = try await open(request.path, context)
    let isWatching = await workspace.isWatching
    return try await answering { () throws(WorkspaceError) in
      try WorkspaceDescription(workspace, isWatching: isWatching)
    }
  }

  func workspaces(_: WorkspaceList, _: CallContext) async throws(RPCError) -> WorkspaceList.Reply {
    try await answering { () async throws(WorkspaceError) in
      var found: [WorkspaceDescription] = []
      for workspace in shelf.open {
        found.append(try WorkspaceDescription(workspace, isWatching: await workspace.isWatching))
      }
      return WorkspaceList.Reply(workspaces: found)
    }
  }

  /// Ends the session's interest; the workspace itself stays open for the others until the daemon leaves.
  func closeWorkspace(_ request: WorkspaceClose, _ context: CallContext) async throws(RPCError) -> EmptyReply {
    let workspace = try await workspace(request.workspace, context)
    _ = try await unsubscribe(KrafUnsubscribe(workspace: workspace.root), context)
    context.session[Self.lastWorkspace] = nil
    return EmptyReply()
  }

  func products(_ request: ProductList, _ context: CallContext) async throws(RPCError) -> ProductList.Reply {
    let workspace = try await workspace(request.workspace, context)
    return try await answering { () throws(WorkspaceError) in
      ProductList.Reply(products: try workspace.products().map { ProductDescription($0) })
    }
  }

  func product(_ request: ProductGet, _ context: CallContext) async throws(RPCError) -> ProductDescription {
    let workspace = try await workspace(request.workspace, context)
    let products = try await answering { () throws(WorkspaceError) in try workspace.products() }
    guard let product = products.first(where: { $0.id.rawValue == request.product }) else {
      throw .failed(
        "noSuchProduct", "No product is named '\(request.product)'; kraf/product/list lists those of the workspace")
    }
    return ProductDescription(product)
  }
}

extension WorkspaceDescription {
  fileprivate init(_ workspace: Workspace, isWatching: Bool) throws(WorkspaceError) {
    self.init(
      workspace: workspace.root, root: workspace.root, products: try workspace.products().count,
      assets: try workspace.assetCount(), watching: isWatching)
  }
}

extension ProductDescription {
  fileprivate init(_ product: Product) {
    self.init(
      product: product.id.rawValue, name: product.name, shotList: product.id.rawValue,
      references: product.references.map {
        ReferenceDescription(handle: $0.handle, path: $0.path, kind: $0.kind, asset: $0.asset?.hex)
      })
  }
}
