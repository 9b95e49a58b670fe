/// What can be wrong with a picture or a request to change one. The facts are here; sentences are made in `Daemon`.
public enum ImagingError: Error, Sendable, Equatable {
  /// The bytes are not a picture in a format that krafd reads (PNG, JPEG, WebP).
  case unknownFormat
  /// The file ends early or is damaged; `detail` says what the decoder met, `byte` where, when that is known.
  case damaged(format: String, detail: String, byte: Int?)
  /// The header announces more than the limits allow.
  case tooLarge(width: Int, height: Int, maxPixels: Int)
  /// More bytes than the limits allow.
  case tooManyBytes(count: Int, maxBytes: Int)
  /// The area is empty or leaves the picture.
  case regionOutsideImage(x: Int, y: Int, width: Int, height: Int, imageWidth: Int, imageHeight: Int)
  /// A parameter has a value that the operation does not take.
  case badParameter(name: String, detail: String)
  /// No operation has this name.
  case unknownOperation(String)
  /// A user's own model that says what is product cannot be had, or does not answer as it should. `name` is the file
  /// that describes it; `detail` says what is wrong with it, and where that helps, what to do.
  case modelUnusable(name: String, detail: String)
  /// The caller asked to stop.
  case cancelled
  /// The work took longer than its limit.
  case timedOut(milliseconds: Int)
}
