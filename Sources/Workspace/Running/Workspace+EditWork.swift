import Imaging
import Platform

extension Workspace {
  /// Reads, changes and stores one picture. Nothing is in the database yet.
  nonisolated func edit(_ work: EditWork, in context: JobContext) throws(WorkspaceError) -> JobResult {
    context.report("reading the picture", 0.02)
    let source = try source(work.asset, work.path, kind: .photo)
    let mask = work.hasMask ? try self.source(work.mask, work.maskPath, kind: .mask) : nil
    let input = try naming(work.path) { () throws(WorkspaceError) in
      try raster(of: source, isCancelled: context.isCancelled)
    }
    let coverage = try mask.map { (mask) throws(WorkspaceError) in
      try naming(work.maskPath) { () throws(WorkspaceError) in
        try self.mask(of: mask, isCancelled: context.isCancelled)
      }
    }
    context.report(work.step.operation, 0.1)
    let made = try work.step.apply(to: input, mask: coverage, with: tools, isCancelled: context.isCancelled)
    context.report("writing the result", 0.9)
    let outputs = try stored(made, of: work, product: source.product, in: context)
    try context.checkCancelled()
    if let path = work.output { try export(made.raster, stored: outputs[0], to: path) }
    var result = JobResult(assets: [source] + (mask.map { [$0] } ?? []) + outputs, outputs: outputs.map(\.id))
    let inputs = [source.id] + (mask.map { [$0.id] } ?? [])
    // An output with the bytes of an input is that input, which was not made here.
    for output in outputs where !inputs.contains(output.id) {
      for input in inputs {
        result.edges.append(try work.step.edge(from: input, to: output.id, mask: mask?.id, job: context.id))
      }
    }
    result.placings = [
      CanvasPlacing(
        asset: outputs[0], title: work.step.operation, product: source.product, job: context.id,
        origin: .edit(source, operation: work.step.operation), created: outputs[0].created)
    ]
    if let confidence = outputs[0].confidence, confidence < Self.doubtfulConfidence {
      result.warnings = [Self.checkSentence(confidence, outputs[0].reasons)]
    }
    return result
  }

  /// The picture that was made, and after it the mask of a product that was cut out.
  private nonisolated func stored(
    _ made: OperationOutput, of work: EditWork, product: ProductID?, in context: JobContext
  ) throws(WorkspaceError) -> [Asset] {
    let picture = try stored(made, of: work.step, product: product, isCancelled: context.isCancelled)
    guard let mask = made.mask else { return [picture] }
    return [picture, try stored(mask, kind: .mask, product: product, isCancelled: context.isCancelled)]
  }

  /// A damaged picture is named as the user knows it, not by its copy in the store.
  private nonisolated func naming<Result>(
    _ path: String?, _ read: () throws(WorkspaceError) -> Result
  ) throws(WorkspaceError) -> Result {
    do throws(WorkspaceError) {
      return try read()
    } catch .unreadable(let stored, let error) {
      throw .unreadable(path: path ?? stored, error)
    }
  }

  /// The asset, or the file as one.
  private nonisolated func source(
    _ id: AssetID?, _ path: String?, kind: AssetKind
  ) throws(WorkspaceError) -> Asset {
    if let id { return try asset(id) }
    let path = try layout.input(path ?? "", in: root)
    let found = try stored(try PictureFile.read(path), kind: kind, product: nil)
    return try store.read { try $0.asset(found.id) } ?? found
  }

  /// Writes the picture to a file of the user's: in the stored asset's format it is the asset, byte for byte.
  private nonisolated func export(_ raster: Raster, stored asset: Asset, to path: String) throws(WorkspaceError) {
    let format = ImageFormat(pathSuffix: path) ?? .png
    let bytes =
      format == asset.format
      ? try bytes(of: asset) : try PictureFile.encode(raster, as: format, options: .export)
    _ = try exported(bytes, .picture(format), width: asset.width, height: asset.height, to: path)
  }
}
