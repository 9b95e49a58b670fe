internal import Dispatch

/// Runs `body` once for every band of at most `height` of `rows` rows, on all processors, and waits for all.
///
/// Bands depend on the picture only, never on the number of threads; `body` must write to its own rows alone. After
/// `isCancelled` has said yes, the bands that have not begun are left out.
///
/// - Throws: `cancelled`.
func forEachBand(
  of rows: Int, height: Int, isCancelled: @escaping @Sendable () -> Bool, _ body: @Sendable (Range<Int>) -> Void
) throws(ImagingError) {
  let count = (rows + height - 1) / height
  if count == 1 {
    if isCancelled() { throw .cancelled }
    return body(0..<rows)
  }
  DispatchQueue.concurrentPerform(iterations: count) { band in
    guard !isCancelled() else { return }
    body(band * height..<min(rows, (band + 1) * height))
  }
  if isCancelled() { throw .cancelled }
}
