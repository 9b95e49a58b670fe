import Imaging
import Platform

extension Workspace {
  /// Reads, changes and stores one picture. Nothing is in the database yet.
  nonisolated func edit(_ work: EditWork, in context: JobContext) throws(WorkspaceError) -> JobResult {
    context.report("reading the picture", 0.02)
    let source = try source(of: work)
    let input = try pixels(of: source, for: work, isCancelled: context.isCancelled)
    context.report(work.step.operation, 0.1)
    let made = try work.step.apply(to: input, with: tools, isCancelled: context.isCancelled)
    context.report("writing the result", 0.9)
    let output = try stored(made, of: work.step, product: source.product, isCancelled: context.isCancelled)
    try context.checkCancelled()
    if let path = work.output { try export(made.raster, stored: output, to: path) }
    var result = JobResult(assets: [source, output], outputs: [output.id])
    result.edges = [try work.step.edge(from: source.id, to: output.id, job: context.id)]
    result.nodes = [
      CanvasNode(
        id: 0, asset: output.id, title: work.step.operation, product: source.product, shot: nil, job: context.id,
        x: 0, y: 0, created: output.created)
    ]
    if let confidence = output.confidence, confidence < Self.doubtfulConfidence {
      result.warnings = [Self.checkSentence(confidence, output.reasons)]
    }
    return result
  }

  /// The picture's pixels. A damaged one is named as the user knows it, not by its copy in the store.
  private nonisolated func pixels(
    of source: Asset, for work: EditWork, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Raster {
    do throws(WorkspaceError) {
      return try raster(of: source, isCancelled: isCancelled)
    } catch .unreadable(let stored, let error) {
      throw .unreadable(path: work.path ?? stored, error)
    }
  }

  private nonisolated func source(of work: EditWork) throws(WorkspaceError) -> Asset {
    if let id = work.asset { return try asset(id) }
    let path = try layout.input(work.path ?? "", in: root)
    let found = try stored(try PictureFile.read(path), kind: .photo, product: nil)
    return try store.read { try $0.asset(found.id) } ?? found
  }

  private nonisolated func export(_ raster: Raster, stored asset: Asset, to path: String) throws(WorkspaceError) {
    let format = ImageFormat(pathSuffix: path) ?? .png
    let bytes = try PictureFile.encode(raster, as: format, options: .export)
    _ = try exported(bytes, format, width: asset.width, height: asset.height, to: path)
  }
}
