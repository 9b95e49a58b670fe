import Imaging

extension StepWork {
  /// The step as it is stored.
  init(_ operation: String, _ parameters: OperationParameters) {
    self.init(operation: operation, parameters: parameters.values.mapValues(StoredValue.init))
  }

  /// Throws: `picture` for an unknown operation, bad parameters, or a mask that is missing or not taken.
  func check(hasMask: Bool = false) throws(WorkspaceError) {
    do throws(ImagingError) { try type(of: try made).descriptor.check(hasMask: hasMask) } catch {
      throw .picture(error)
    }
  }

  /// The changed picture; `tools` have the model for steps that look for the product. Throws: `picture`, `cancelled`.
  func apply(
    to input: Raster, mask: Raster? = nil, with tools: WorkspaceTools, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> OperationOutput {
    do throws(ImagingError) {
      let operation = try made(with: tools)
      guard let mask else { return try operation.apply(to: input, isCancelled: isCancelled) }
      return try operation.apply(to: input, mask: mask, isCancelled: isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .picture(error)
    }
  }

  /// The step as a part of history. The name of a mask stands among the parameters.
  func edge(
    from source: AssetID, to target: AssetID, mask: AssetID? = nil, job: JobID
  ) throws(WorkspaceError) -> LineageEdge {
    var parameters = parameters
    if let mask { parameters["mask"] = .text(mask.hex) }
    return LineageEdge(
      source: source, target: target, operation: operation, parameters: try encoded(parameters), job: job)
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
    // Who answers a mask beside the picture has parted a product from its background by it.
    let kind: AssetKind = made.raster.format == .mask ? .mask : made.mask != nil ? .cutout : .output
    var asset = try stored(made.raster, kind: kind, product: product, isCancelled: isCancelled)
    asset.confidence = made.notes.confidence
    asset.reasons = made.notes.reasons
    return asset
  }
}
