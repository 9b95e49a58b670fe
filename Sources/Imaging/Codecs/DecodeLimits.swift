/// What reading a file may cost. Everything is checked before memory is taken for the pixels.
public struct DecodeLimits: Sendable {
  /// 100 megapixels, 256 MiB, no deadline.
  public static let standard = DecodeLimits()

  /// The most pixels, as width times height.
  public var maxPixels: Int

  /// The most bytes of the file.
  public var maxBytes: Int

  /// When reading must end; nil for no end.
  public var deadline: Deadline?

  public init(maxPixels: Int = 100_000_000, maxBytes: Int = 256 << 20, deadline: Deadline? = nil) {
    self.maxPixels = maxPixels
    self.maxBytes = maxBytes
    self.deadline = deadline
  }

  /// A moment on the caller's clock: imaging reads none itself, so that its results depend on its input alone.
  public struct Deadline: Sendable {
    /// The time that was granted, in ms; only repeated in `ImagingError.timedOut`.
    public var milliseconds: Int

    /// Whether the time is over. Asked often, from any thread.
    public var hasPassed: @Sendable () -> Bool

    public init(milliseconds: Int, hasPassed: @escaping @Sendable () -> Bool) {
      self.milliseconds = milliseconds
      self.hasPassed = hasPassed
    }
  }
}

/// The two reasons to end long work early, asked together.
struct Watch: Sendable {
  var deadline: DecodeLimits.Deadline?
  var isCancelled: @Sendable () -> Bool

  /// Why to stop now; nil to go on.
  var reason: ImagingError? {
    if isCancelled() { return .cancelled }
    if let deadline, deadline.hasPassed() { return .timedOut(milliseconds: deadline.milliseconds) }
    return nil
  }

  /// - Throws: `cancelled` or `timedOut` when it is time to stop.
  func check() throws(ImagingError) {
    if let reason { throw reason }
  }
}
