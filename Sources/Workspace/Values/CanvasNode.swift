public import Platform

/// One picture on the canvas.
public struct CanvasNode: Sendable, Hashable {
  /// Unique in the workspace; rises with time.
  public var id: Int64
  public var asset: AssetID
  public var title: String
  public var product: ProductID?
  public var shot: String?
  public var job: JobID?
  /// The place of the picture's top left corner, in canvas units (1 unit is 1 px at zoom 1).
  public var x: Double
  public var y: Double
  public var created: WallTime
}

/// The canvas at one moment.
public struct CanvasPicture: Sendable {
  /// The oldest first.
  public var nodes: [CanvasNode]
  public var assets: [AssetID: Asset]
  public var edges: [LineageEdge]
}

extension CanvasNode {
  /// A picture of a shot, not yet placed.
  init(of asset: AssetID, for work: ShotWork, job: JobID, now: WallTime) {
    self.init(
      id: 0, asset: asset, title: "\(work.shot) · \(work.style)", product: work.product, shot: work.shot, job: job,
      x: 0, y: 0, created: now)
  }
}
