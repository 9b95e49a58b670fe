import Imaging

extension StepWork {
  /// The step as it is stored.
  init(_ operation: String, _ parameters: OperationParameters) {
    self.init(operation: operation, parameters: parameters.values.mapValues(StoredValue.init))
  }

  /// Throws: `picture` for an unknown operation or bad parameters.
  func check() throws(WorkspaceError) {
    do throws(ImagingError) { _ = try made } catch { throw .picture(error) }
  }

  /// The changed picture; `tools` have the model for steps that look for the product. Throws: `picture`, `cancelled`.
  func apply(
    to input: Raster, with tools: WorkspaceTools, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> OperationOutput {
    do throws(ImagingError) {
      return try made(with: tools).apply(to: input, isCancelled: isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .picture(error)
    }
  }

  /// The step as a part of history.
  func edge(from source: AssetID, to target: AssetID, job: JobID) throws(WorkspaceError) -> LineageEdge {
    LineageEdge(source: source, target: target, operation: operation, parameters: try encoded(parameters), job: job)
  }

  private func made(with tools: WorkspaceTools) throws(ImagingError) -> any Operation {
    let operation = try made
    guard var segmenting = operation as? any SegmentingOperation else { return operation }
    segmenting.model = try tools.model()
    return segmenting
  }

  private var made: any Operation {
    get throws(ImagingError) {
      try Imaging.operation(named: operation, OperationParameters(parameters.mapValues(\.value)))
    }
  }
}

extension WorkspaceTools {
  /// The model that is in use now. Throws: `picture`.
  func currentModel() throws(WorkspaceError) -> (any SegmentationModel)? {
    do throws(ImagingError) { return try model() } catch { throw .picture(error) }
  }
}

extension Workspace {
  /// Writes what a step made into the object store and describes it; nothing is in the database yet.
  nonisolated func stored(
    _ made: OperationOutput, of step: StepWork, product: ProductID?, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Asset {
    let isCutout = step.operation.lowercased() == "cutout"
    let kind: AssetKind = made.raster.format == .mask ? .mask : isCutout ? .cutout : .output
    var asset = try stored(made.raster, kind: kind, product: product, isCancelled: isCancelled)
    asset.confidence = made.notes.confidence
    asset.reasons = made.notes.reasons
    return asset
  }
}
