import RPCProtocol
import Workspace

extension Services {
  func accept(_ request: KrafAccept, _ context: CallContext) async throws(RPCError) -> EmptyReply {
    try await judge(request.asset, request.undo ? nil : .accepted, request.note, request.workspace, context)
  }

  func reject(_ request: KrafReject, _ context: CallContext) async throws(RPCError) -> EmptyReply {
    try await judge(request.asset, .rejected, request.note, request.workspace, context)
  }

  func compare(_ request: KrafCompare, _ context: CallContext) async throws(RPCError) -> KrafCompare.Reply {
    switch (request.assets, request.path, request.shot) {
    case (let names?, nil, nil):
      let ids = try names.map { name throws(RPCError) in try assetID(name) }
      let workspace = try await workspace(request.workspace, context)
      return try await compared(ids, request.channels, in: workspace)
    case (nil, let path?, let shot?):
      let workspace = try await workspace(request.workspace, orOf: path, context)
      let (ids, own) = try await answering { () throws(WorkspaceError) in
        (try workspace.variants(ofShot: shot, in: path), try workspace.channels(ofShot: shot, in: path))
      }
      return try await compared(ids, request.channels ?? own, in: workspace)
    default:
      throw .failed("badSource", "Name the pictures by 'assets', or by 'path' and 'shot'")
    }
  }

  func coverage(
    _ request: RPCProtocol::SetCoverage, _ context: CallContext
  ) async throws(RPCError) -> RPCProtocol::SetCoverage.Reply {
    let workspace = try await workspace(request.workspace, orOf: request.path, context)
    return try await answering { () throws(WorkspaceError) in
      RPCProtocol::SetCoverage.Reply(try workspace.coverage(ofShotList: request.path, channels: request.channels))
    }
  }

  func exportSet(_ request: SetExport, _ context: CallContext) async throws(RPCError) -> SetExport.Reply {
    let workspace = try await workspace(request.workspace, orOf: request.path, context)
    let order = SetExportOrder(
      request.path, channels: request.channels, to: request.folder, allowed: Set(request.allow ?? []))
    return try await answering { () async throws(WorkspaceError) in
      SetExport.Reply(try await workspace.exportSet(order), in: request.folder)
    }
  }

  func lock(_ request: KrafLock, _ context: CallContext) async throws(RPCError) -> KrafLock.Reply {
    let workspace = try await workspace(request.workspace, orOf: request.path, context)
    return try await answering { () throws(WorkspaceError) in
      let report =
        request.write
        ? try workspace.writeLock(ofShotList: request.path)
        : try workspace.checkLock(ofShotList: request.path, shots: request.shots)
      return KrafLock.Reply(
        lock: report.path,
        shots: report.pictures.sorted { $0.key < $1.key }.map {
          LockedShot(shot: $0.key, pictures: $0.value.map(\.hex))
        },
        differences: report.differences)
    }
  }

  private func compared(
    _ ids: [AssetID], _ channels: [String]?, in workspace: Workspace
  ) async throws(RPCError) -> KrafCompare.Reply {
    try await answering { () async throws(WorkspaceError) in
      let comparison = try await workspace.compare(ids, for: channels)
      return KrafCompare.Reply(
        pictures: try comparison.pictures.map { (picture) throws(WorkspaceError) in
          try RPCProtocol::ComparedPicture(picture, in: workspace)
        }, sheet: try AssetDescription(comparison.sheet, in: workspace))
    }
  }

  private func judge(
    _ asset: String, _ verdict: Verdict.Kind?, _ note: String?, _ name: String?, _ context: CallContext
  ) async throws(RPCError) -> EmptyReply {
    let id = try assetID(asset)
    let workspace = try await workspace(name, context)
    return try await answering { () async throws(WorkspaceError) in
      try await workspace.judge(id, verdict, note: note ?? "")
      return EmptyReply()
    }
  }
}
