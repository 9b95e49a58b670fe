/// Elements read in order from a place that keeps them, at the reader's own speed. Nothing is buffered for a reader,
/// so a slow one costs nothing; when it is too slow it is told, in a way that the kind of element defines.
public struct Feed<Element: Sendable>: AsyncSequence, Sendable {
  public typealias Failure = Never

  private let bell: Bell
  private let since: Int64
  private let read: @Sendable (Int64) async -> (elements: [Element], cursor: Int64)

  /// `read` answers what follows a cursor, and the cursor behind that.
  init(
    bell: Bell, since: Int64, read: @escaping @Sendable (Int64) async -> (elements: [Element], cursor: Int64)
  ) {
    self.bell = bell
    self.since = since
    self.read = read
  }

  /// A reader of its own, which begins where the feed does.
  public func makeAsyncIterator() -> Iterator {
    Iterator(rings: bell.rings().makeAsyncIterator(), cursor: since, read: read)
  }

  /// Reads until the task is cancelled or the workspace is closed.
  public struct Iterator: AsyncIteratorProtocol {
    var rings: AsyncStream<Void>.AsyncIterator
    var cursor: Int64
    var waiting: [Element] = []
    let read: @Sendable (Int64) async -> (elements: [Element], cursor: Int64)

    init(
      rings: AsyncStream<Void>.AsyncIterator, cursor: Int64,
      read: @escaping @Sendable (Int64) async -> (elements: [Element], cursor: Int64)
    ) {
      self.rings = rings
      self.cursor = cursor
      self.read = read
    }

    /// The next element, as soon as there is one; nil at the end.
    public mutating func next() async -> Element? {
      while waiting.isEmpty {
        let (elements, cursor) = await read(cursor)
        self.cursor = cursor
        waiting = elements.reversed()
        if waiting.isEmpty, await rings.next() == nil { return nil }
      }
      return waiting.popLast()
    }
  }
}
