/// A block of plain values that many threads fill side by side.
///
/// Kernels that work on eight values at once may read, but not use, `margin` elements before and behind the block.
/// A class because it owns what it points to.
final class Memory<Element: BitwiseCopyable>: @unchecked Sendable {
  // Safe to share: the pointer never changes, and each element is written by one task before a join and read after it.
  let start: UnsafeMutablePointer<Element>
  let count: Int

  static var margin: Int { 64 }

  init(_ count: Int, _ value: Element) {
    self.count = count
    let block = UnsafeMutablePointer<Element>.allocate(capacity: count + 2 * Self.margin)
    block.initialize(repeating: value, count: count + 2 * Self.margin)
    start = block + Self.margin
  }

  deinit { (start - Self.margin).deallocate() }
}

extension Memory {
  convenience init(_ values: [Element], padding: Element) {
    self.init(values.count, padding)
    for (place, value) in values.enumerated() { start[place] = value }
  }
}
