import Synchronization

/// Counts the pictures of one preview. A class with an atomic because the thread that traces shows them.
final class PreviewSteps: Sendable {
  /// Samples a px of the finest.
  static let samples = 64

  /// How many are shown: the studio shows small pictures after 2, 4, 16 and 64 samples.
  static let count = 4

  private let shown = Atomic(0)

  /// The number of the next picture, from 1; nil beyond the last.
  func next() -> Int? {
    let step = shown.add(1, ordering: .relaxed).newValue
    return step <= Self.count ? step : nil
  }
}
