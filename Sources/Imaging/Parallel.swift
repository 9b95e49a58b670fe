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
  forEachBand(of: rows, height: height) { band in
    guard !isCancelled() else { return }
    body(band)
  }
  if isCancelled() { throw .cancelled }
}

/// Runs `body` once for every band of at most `height` of `rows` rows, on all processors, and waits for all; as above.
func forEachBand(of rows: Int, height: Int, _ body: @Sendable (Range<Int>) -> Void) {
  let count = (rows + height - 1) / height
  if count == 1 { return body(0..<rows) }
  DispatchQueue.concurrentPerform(iterations: count) { band in
    body(band * height..<min(rows, (band + 1) * height))
  }
}

/// The results of `count` independent pieces of work, done on all processors, in their order.
///
/// - Throws: what the first of them that fails throws.
func inParallel<Value: Sendable>(
  _ count: Int, _ work: @Sendable (Int) throws(ImagingError) -> Value
) throws(ImagingError) -> [Value] {
  var results = [Result<Value, ImagingError>?](repeating: nil, count: count)
  results.withUnsafeMutableBufferPointer { results in
    // Each piece writes to its own place only.
    nonisolated(unsafe) let results = results
    DispatchQueue.concurrentPerform(iterations: count) { index in
      do throws(ImagingError) {
        results[index] = .success(try work(index))
      } catch {
        results[index] = .failure(error)
      }
    }
  }
  var values: [Value] = []
  for result in results {
    guard let result else { continue }
    values.append(try result.get())
  }
  return values
}
