/// A block of plain values that many threads fill side by side.
///
/// A class because it owns what it points to.
final class Memory<Element: BitwiseCopyable>: @unchecked Sendable {
  // Safe to share: the pointer never changes, and each element is written by one task before a join and read after it.
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, _ value: Element) {
    self.count = count
    start = .allocate(capacity: max(count, 1))
    start.initialize(repeating: value, count: count)
  }

  init(_ values: [Element]) {
    count = values.count
    start = .allocate(capacity: max(count, 1))
    for (place, value) in values.enumerated() { (start + place).initialize(to: value) }
  }

  deinit { start.deallocate() }
}
