import Platform

extension Workspace {
  /// How many changes one call may make.
  public static let canvasChangesAtMost = 1_000

  /// The canvas, or what lies in its trash, all of one moment.
  public nonisolated func canvasPicture(trashed: Bool = false) throws(WorkspaceError) -> CanvasPicture {
    try store.read { snapshot in
      CanvasPicture(
        clock: try snapshot.clock(), nodes: try snapshot.canvasNodes(trashed: trashed),
        edges: try snapshot.canvasEdges(trashed: trashed), verdicts: try snapshot.canvasVerdicts())
    }
  }

  /// Nodes by their numbers, as they are now, also from the trash; those that are gone are left out.
  public nonisolated func canvasNodes(_ ids: [Int64]) throws(WorkspaceError) -> [CanvasNode] {
    try store.read { snapshot in try ids.compactMap { try snapshot.canvasNode($0) } }
  }

  /// Nodes whose title, words, tags or shot hold every word of a query, or words that begin with it; the best first.
  ///
  /// Throws: `badCanvasChange` for a query above 1 000 bytes.
  public nonisolated func searchCanvas(_ query: String, limit: Int = 50) throws(WorkspaceError) -> [CanvasNode] {
    guard query.utf8.count <= 1_000 else { throw .badCanvasChange("a query has at most 1,000 bytes") }
    return try store.read { try $0.canvasNodes(matching: query, limit: min(max(limit, 0), 1_000)) }
  }

  /// Makes all of these changes, or none. `base` is the clock of the canvas that the caller saw.
  ///
  /// Answers the nodes that are different now; added ones come in the order of their changes. Throws: `canvasConflict`
  /// when a node that is changed here was changed by somebody else after `base`; `noSuchNode`, `badCanvasChange`,
  /// `noSuchAsset`.
  @discardableResult
  public func changeCanvas(
    _ changes: [CanvasChange], base: Int64, by session: String
  ) throws(WorkspaceError) -> CanvasOutcome {
    guard changes.count <= Self.canvasChangesAtMost else {
      throw .badCanvasChange("one call makes at most \(Self.canvasChangesAtMost) changes")
    }
    let now = tools.clock.now
    let (step, outcome) = try commit { transaction in
      var editing = CanvasEditing(transaction, base: base, now: now)
      for change in changes { try editing.make(change) }
      transaction = editing.transaction
      return (editing.step, try editing.outcome())
    }
    if !step.changes.isEmpty { histories[session, default: CanvasHistory()].add(step) }
    return outcome
  }

  /// Takes back what this session did last to the canvas.
  ///
  /// Throws: `nothingToUndo`; `canvasConflict` when somebody else changed the same thing since: then nothing is taken back,
  /// and the next call takes back what was done before.
  @discardableResult
  public func undoCanvas(by session: String) throws(WorkspaceError) -> CanvasOutcome {
    guard let step = histories[session]?.done.last else { throw .nothingToUndo }
    return try replay(step.reversed, by: session, next: { $0.didUndo() }, orDrop: { $0.dropDone() })
  }

  /// Does again what this session took back last. Throws: as `undoCanvas`.
  @discardableResult
  public func redoCanvas(by session: String) throws(WorkspaceError) -> CanvasOutcome {
    guard let step = histories[session]?.undone.last else { throw .nothingToUndo }
    return try replay(step, by: session, next: { $0.didRedo() }, orDrop: { $0.dropUndone() })
  }

  /// Forgets what a session did, which it can no longer take back.
  public func forgetCanvasHistory(of session: String) { histories[session] = nil }

  private func replay(
    _ step: CanvasStep, by session: String, next: (inout CanvasHistory) -> Void,
    orDrop drop: (inout CanvasHistory) -> Void
  ) throws(WorkspaceError) -> CanvasOutcome {
    let now = tools.clock.now
    var history = histories[session] ?? CanvasHistory()
    defer { histories[session] = history }
    do throws(WorkspaceError) {
      let outcome = try commit { transaction in
        var editing = CanvasEditing(transaction, base: .max, now: now)
        try editing.replay(step)
        transaction = editing.transaction
        return try editing.outcome()
      }
      next(&history)
      return outcome
    } catch .canvasConflict(let nodes) {
      drop(&history)
      throw .canvasConflict(nodes: nodes)
    }
  }

  /// The products whose shot lists were used, by path.
  public nonisolated func products() throws(WorkspaceError) -> [Product] {
    try store.read { try $0.products() }
  }
}

/// What a change of the canvas came to.
public struct CanvasOutcome: Sendable, Hashable {
  /// The clock of the change; the base of the caller's next one.
  public var clock: Int64
  /// The new nodes, in the order of the changes.
  public var added: [Int64]
  /// Every node that is different now, the oldest first.
  public var nodes: [CanvasNode]
}
