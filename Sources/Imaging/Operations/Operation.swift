/// A change to a picture that people can ask for by name.
///
/// Conforming types hold checked parameters as stored properties; `descriptor` is what forms, the command line and
/// editors show. Each one is a file in this folder and a line in `allOperations`.
public protocol Operation: Sendable {
  /// The name, the parameters and their limits.
  static var descriptor: OperationDescriptor { get }

  /// Reads the parameters; what is left out takes its default.
  ///
  /// - Throws: `badParameter` for an unknown name, a wrong kind, a value out of range, or a missing value.
  init(_ parameters: OperationParameters) throws(ImagingError)

  /// The changed picture. The same input always gives the same output, whatever the number of threads.
  ///
  /// - Throws: `badParameter` named `mask` by an operation that cannot do without one.
  func apply(to input: Raster, isCancelled: @escaping @Sendable () -> Bool) throws(ImagingError) -> OperationOutput

  /// The picture changed where or as `mask`, a `.mask` of any size, says; one of another size is stretched to the
  /// picture's.
  ///
  /// - Throws: `badParameter` named `mask` by an operation that takes none.
  func apply(
    to input: Raster, mask: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput
}

extension Operation {
  public func apply(
    to input: Raster, mask: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    throw Self.descriptor.misfit(ofMask: true)
  }
}

/// An operation that looks for the product, and can do so with a user's own model.
public protocol SegmentingOperation: Operation {
  /// Set before `apply`; nil, as after `init`, for the network that krafd brings along.
  var model: (any SegmentationModel)? { get set }
}

/// What an operation made.
public struct OperationOutput: Sendable, Equatable {
  /// The changed picture.
  public var raster: Raster

  /// What the operation takes for the product, when it looks for one; as large as `raster`.
  public var mask: Raster?

  /// How sure the operation is, and why.
  public var notes: Notes

  public init(raster: Raster, mask: Raster? = nil, notes: Notes = Notes()) {
    self.raster = raster
    self.mask = mask
    self.notes = notes
  }

  public struct Notes: Sendable, Equatable {
    /// 0 to 1; nil when the result leaves nothing to doubt.
    public var confidence: Double?

    /// What lowers the confidence, one fact a line.
    public var reasons: [String]

    public init(confidence: Double? = nil, reasons: [String] = []) {
      self.confidence = confidence
      self.reasons = reasons
    }
  }
}
