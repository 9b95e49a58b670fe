import Imaging
import Platform
import RPCProtocol
import Workspace

extension AssetDescription {
  /// An asset as clients see it, with the path of its file.
  init(_ asset: Asset, in workspace: Workspace) throws(WorkspaceError) {
    self.init(
      asset: asset.id.hex, path: try workspace.objectPath(of: asset.id), mediaType: asset.format.mediaType,
      width: asset.width, height: asset.height, byteCount: asset.byteCount, kind: asset.kind.rawValue,
      createdAt: asset.created.rfc3339, confidence: asset.confidence,
      reasons: asset.reasons.isEmpty ? nil : asset.reasons)
  }
}

/// Assets as clients see them, in the same order.
func descriptions(of assets: [Asset], in workspace: Workspace) throws(WorkspaceError) -> [AssetDescription] {
  try assets.map { (asset) throws(WorkspaceError) in try AssetDescription(asset, in: workspace) }
}

extension RPCProtocol::LineageEdge {
  init(_ edge: Workspace::LineageEdge) {
    self.init(from: edge.source.hex, to: edge.target.hex, operation: edge.operation, job: edge.job?.rawValue)
  }
}

extension ExportOrder.Format {
  init(_ format: ExportFormat) {
    switch format {
    case .png: self = .picture(.png)
    case .jpeg: self = .picture(.jpeg)
    case .webp: self = .picture(.webp)
    case .mp4: self = .mp4
    }
  }
}
