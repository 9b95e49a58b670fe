/// What one session did to the canvas, so that it can be taken back and done again.
struct CanvasHistory: Sendable {
  /// How many steps are kept.
  static let capacity = 200

  private(set) var done: [CanvasStep] = []
  private(set) var undone: [CanvasStep] = []

  /// Remembers a new step; what was taken back before it is gone.
  mutating func add(_ step: CanvasStep) {
    done.append(step)
    if done.count > Self.capacity { done.removeFirst() }
    undone.removeAll()
  }

  /// The last step was taken back.
  mutating func didUndo() {
    if let step = done.popLast() { undone.append(step) }
  }

  /// Forgets the last step, which cannot be taken back any more.
  mutating func dropDone() { _ = done.popLast() }

  /// Forgets the step that was taken back last, which cannot be done again any more.
  mutating func dropUndone() { _ = undone.popLast() }

  /// The step that was taken back last was done again.
  mutating func didRedo() {
    if let step = undone.popLast() { done.append(step) }
  }
}

/// What one call changed, a node once.
struct CanvasStep: Sendable {
  var changes: [Int64: (before: CanvasState, after: CanvasState)] = [:]

  /// The step that takes this one back.
  var reversed: CanvasStep { CanvasStep(changes: changes.mapValues { ($0.after, $0.before) }) }

  /// Notes that a node changed.
  mutating func note(_ id: Int64, from before: CanvasState, to after: CanvasState) {
    changes[id] = (changes[id]?.before ?? before, after)
  }
}

extension CanvasState {
  /// This state with what differs between `before` and `after` made as in `after`; nil where somebody else changed one
  /// of those things since.
  func changed(from before: CanvasState, to after: CanvasState) -> CanvasState? {
    var result = self
    func take<Value: Equatable>(_ member: WritableKeyPath<CanvasState, Value>) -> Bool {
      guard before[keyPath: member] != after[keyPath: member] else { return true }
      guard self[keyPath: member] == before[keyPath: member] else { return false }
      result[keyPath: member] = after[keyPath: member]
      return true
    }
    let isFree =
      take(\.title) && take(\.text) && take(\.tags) && take(\.frame) && take(\.group) && take(\.trashed)
    return isFree ? result : nil
  }
}
