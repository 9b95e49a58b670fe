/// A queue whose elements can also be taken out of its middle, by the place they were given.
struct Fifo<Element: Sendable>: Sendable {
  /// Elements from `head` on; nil where one was taken out.
  private var slots: [Element?] = []
  private var head = 0
  /// The place of `slots[0]`.
  private var base = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// The oldest element.
  var first: Element? {
    guard count > 0 else { return nil }
    for element in slots[head...] {
      if let element { return element }
    }
    return nil
  }

  /// The elements with their places, oldest first.
  var all: [(place: Int, element: Element)] {
    slots.indices.dropFirst(head).compactMap { index in slots[index].map { (base + index, $0) } }
  }

  /// Adds an element and answers its place, which no other element ever gets.
  mutating func append(_ element: Element) -> Int {
    slots.append(element)
    count += 1
    return base + slots.count - 1
  }

  /// Takes out the oldest element.
  mutating func popFirst() -> (place: Int, element: Element)? {
    while head < slots.count {
      let index = head
      head += 1
      guard let element = slots[index] else { continue }
      slots[index] = nil
      count -= 1
      let place = base + index
      compact()
      return (place, element)
    }
    return nil
  }

  /// Takes out the element at `place`, if it is still there.
  @discardableResult
  mutating func remove(at place: Int) -> Element? {
    let index = place - base
    guard slots.indices.contains(index), let element = slots[index] else { return nil }
    slots[index] = nil
    count -= 1
    if count == 0 { head = slots.count }
    compact()
    return element
  }

  /// Frees the slots before the head once they are the greater part, so that each element is moved at most once.
  private mutating func compact() {
    guard head > 32, head * 2 >= slots.count else { return }
    slots.removeFirst(head)
    base += head
    head = 0
  }
}
