import Imaging
import RPCProtocol
import Workspace

extension Services {
  func importAsset(_ request: AssetImport, _ context: CallContext) async throws(RPCError) -> AssetDescription {
    let workspace = try await workspace(request.workspace, context)
    let kind = try assetKind(request.kind) ?? .photo
    return try await answering { () async throws(WorkspaceError) in
      try AssetDescription(try await workspace.importAsset(request.path, kind: kind), in: workspace)
    }
  }

  func asset(_ request: AssetGet, _ context: CallContext) async throws(RPCError) -> AssetDescription {
    let workspace = try await workspace(request.workspace, context)
    let id = try assetID(request.asset)
    return try await answering { () throws(WorkspaceError) in
      try AssetDescription(try workspace.asset(id), in: workspace)
    }
  }

  func assets(_ request: AssetList, _ context: CallContext) async throws(RPCError) -> AssetList.Reply {
    let workspace = try await workspace(request.workspace, context)
    let kind = try assetKind(request.kind)
    return try await answering { () throws(WorkspaceError) in
      let assets = try workspace.assets(
        kind: kind, product: request.product.map(ProductID.init), limit: request.limit ?? 100)
      return AssetList.Reply(assets: try descriptions(of: assets, in: workspace))
    }
  }

  func thumbnail(_ request: AssetThumbnail, _ context: CallContext) async throws(RPCError) -> AssetThumbnail.Reply {
    let workspace = try await workspace(request.workspace, context)
    let id = try assetID(request.asset)
    return try await answering { () async throws(WorkspaceError) in
      let thumbnail = try await workspace.thumbnail(of: id, longerSide: request.px)
      return AssetThumbnail.Reply(
        path: thumbnail.path, width: thumbnail.width, height: thumbnail.height, mediaType: thumbnail.format.mediaType)
    }
  }

  func lineage(_ request: AssetLineage, _ context: CallContext) async throws(RPCError) -> AssetLineage.Reply {
    let workspace = try await workspace(request.workspace, context)
    let id = try assetID(request.asset)
    return try await answering { () throws(WorkspaceError) in
      let edges = try workspace.lineage(of: id)
      let sources = try Set(edges.map(\.source)).subtracting([id]).sorted()
        .map { (source) throws(WorkspaceError) in try workspace.asset(source) }
      return AssetLineage.Reply(
        ancestors: try descriptions(of: sources, in: workspace), edges: edges.map { RPCProtocol::LineageEdge($0) })
    }
  }

  func export(_ request: AssetExport, _ context: CallContext) async throws(RPCError) -> AssetExport.Reply {
    let workspace = try await workspace(request.workspace, context)
    let order = ExportOrder(
      try assetID(request.asset), to: request.path, format: request.format.map(ExportOrder.Format.init),
      width: request.width, height: request.height, quality: request.quality ?? 90)
    return try await answering { () async throws(WorkspaceError) in
      let file = try await workspace.export(order)
      return AssetExport.Reply(path: file.path, byteCount: file.byteCount, width: file.width, height: file.height)
    }
  }

  func assetID(_ name: String) throws(RPCError) -> AssetID {
    guard let id = AssetID(name) else { throw RPCError(.noSuchAsset(id: name)) }
    return id
  }

  func assetKind(_ name: String?) throws(RPCError) -> AssetKind? {
    guard let name else { return nil }
    guard let kind = AssetKind(rawValue: name) else {
      let known = AssetKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .failed("badKind", "No kind of asset is named '\(name)'; there are \(known)")
    }
    return kind
  }
}
