extension Workspace {
  /// The canvas with its pictures and the steps between them, all of one moment.
  public nonisolated func canvasPicture() throws(WorkspaceError) -> CanvasPicture {
    try store.read { snapshot in
      CanvasPicture(
        nodes: try snapshot.canvasNodes(), assets: try snapshot.canvasAssets(), edges: try snapshot.canvasEdges())
    }
  }

  /// The products whose shot lists were used, by path.
  public nonisolated func products() throws(WorkspaceError) -> [Product] {
    try store.read { try $0.products() }
  }
}
