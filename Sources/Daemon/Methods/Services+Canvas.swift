import RPCProtocol
import Workspace

extension Services {
  /// The name under which a session's steps are kept; it is set once they are forgotten at the session's end.
  private static let author = SessionKey<String>("canvas author")

  func canvas(_ request: CanvasGet, _ context: CallContext) async throws(RPCError) -> CanvasGet.Reply {
    let workspace = try await workspace(request.workspace, context)
    guard let names = request.nodes else {
      return try await answering { () throws(WorkspaceError) in
        let canvas = try workspace.canvasPicture(trashed: request.trashed)
        return CanvasGet.Reply(
          clock: Int(canvas.clock),
          nodes: canvas.nodes.map { node in
            RPCProtocol::CanvasNode(node, verdict: node.asset.flatMap { canvas.verdicts[$0] })
          },
          edges: canvas.edges.map {
            RPCProtocol::CanvasEdge(from: "\($0.source)", to: "\($0.target)", operation: $0.operation)
          })
      }
    }
    let ids = try Workspace::CanvasChange.ids(names)
    let clock = await workspace.clock
    return try await answering { () throws(WorkspaceError) in
      let nodes = try described(try workspace.canvasNodes(ids), in: workspace)
      return CanvasGet.Reply(clock: Int(clock), nodes: nodes, edges: [])
    }
  }

  func changeCanvas(
    _ request: CanvasApply, _ context: CallContext
  ) async throws(RPCError) -> RPCProtocol::CanvasOutcome {
    let workspace = try await workspace(request.workspace, context)
    let changes = try request.changes.map { change throws(RPCError) in try Workspace::CanvasChange(change) }
    let session = author(context)
    return try await changing(workspace) { () async throws(WorkspaceError) in
      try await workspace.changeCanvas(changes, base: Int64(request.baseClock), by: session)
    }
  }

  func undoCanvas(
    _ request: CanvasUndo, _ context: CallContext
  ) async throws(RPCError) -> RPCProtocol::CanvasOutcome {
    let workspace = try await workspace(request.workspace, context)
    let session = identity.name(of: context.session)
    return try await changing(workspace) { () async throws(WorkspaceError) in
      try await workspace.undoCanvas(by: session)
    }
  }

  func redoCanvas(
    _ request: CanvasRedo, _ context: CallContext
  ) async throws(RPCError) -> RPCProtocol::CanvasOutcome {
    let workspace = try await workspace(request.workspace, context)
    let session = identity.name(of: context.session)
    return try await changing(workspace) { () async throws(WorkspaceError) in
      try await workspace.redoCanvas(by: session)
    }
  }

  func searchCanvas(_ request: CanvasSearch, _ context: CallContext) async throws(RPCError) -> CanvasSearch.Reply {
    let workspace = try await workspace(request.workspace, context)
    return try await answering { () throws(WorkspaceError) in
      let found = try workspace.searchCanvas(request.query, limit: request.limit ?? 50)
      return CanvasSearch.Reply(nodes: try described(found, in: workspace))
    }
  }

  func emptyTrash(_ request: TrashEmpty, _ context: CallContext) async throws(RPCError) -> TrashEmpty.Reply {
    let workspace = try await workspace(request.workspace, context)
    // More days than there were are all of them.
    let age = Duration.seconds(min(max(request.olderThanDays, 0), 100_000) * 24 * 3600)
    return try await answering { () async throws(WorkspaceError) in
      let emptied = try await workspace.emptyTrash(olderThan: age, isDry: request.dryRun)
      return TrashEmpty.Reply(
        nodes: emptied.nodeCount, pictures: emptied.pictureCount, byteCount: Int(emptied.byteCount))
    }
  }

  /// The name under which a session's steps are kept, until it ends.
  private func author(_ context: CallContext) -> String {
    if let known = context.session[Self.author] { return known }
    let name = identity.name(of: context.session)
    context.session[Self.author] = name
    context.session.onEnd { [shelf] in
      Task { for workspace in shelf.open { await workspace.forgetCanvasHistory(of: name) } }
    }
    return name
  }

  /// Runs a change of the canvas. One that lost a race says what the nodes are now.
  private func changing(
    _ workspace: Workspace, _ verb: () async throws(WorkspaceError) -> Workspace::CanvasOutcome
  ) async throws(RPCError) -> RPCProtocol::CanvasOutcome {
    let lost: WorkspaceError
    do throws(WorkspaceError) {
      let outcome = try await verb()
      return RPCProtocol::CanvasOutcome(
        clock: Int(outcome.clock), added: outcome.added.map { "\($0)" },
        nodes: try described(outcome.nodes, in: workspace))
    } catch {
      lost = error
    }
    guard case .canvasConflict(let ids) = lost else { throw RPCError(lost) }
    let clock = await workspace.clock
    let nodes = try await answering { () throws(WorkspaceError) in
      try described(try workspace.canvasNodes(ids), in: workspace)
    }
    throw .contentModified(lost.sentence.text, data: ["clock": Int(clock).json, "nodes": nodes.json])
  }

  private func described(
    _ nodes: [Workspace::CanvasNode], in workspace: Workspace
  ) throws(WorkspaceError) -> [RPCProtocol::CanvasNode] {
    try nodes.map { node throws(WorkspaceError) in
      let verdict = try node.asset.flatMap { id throws(WorkspaceError) in try workspace.verdict(on: id)?.kind }
      return RPCProtocol::CanvasNode(node, verdict: verdict)
    }
  }
}
