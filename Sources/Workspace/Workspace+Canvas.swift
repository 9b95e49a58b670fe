extension Workspace {
  /// The pictures on the canvas, the oldest first.
  public nonisolated func canvas() throws(WorkspaceError) -> [CanvasNode] {
    try store.read { try $0.canvasNodes() }
  }

  /// The products whose shot lists were used, by path.
  public nonisolated func products() throws(WorkspaceError) -> [Product] {
    try store.read { try $0.products() }
  }
}
