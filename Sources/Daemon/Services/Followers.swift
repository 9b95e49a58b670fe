import Synchronization

/// The tasks that follow something for one session, one a name; they end with the session.
final class Followers: Sendable {
  private let tasks = Mutex<[String: Task<Void, Never>]>([:])

  /// Starts the task of `name` unless there is one.
  func add(_ name: String, _ start: () -> Task<Void, Never>) {
    tasks.withLock { tasks in
      if tasks[name] == nil { tasks[name] = start() }
    }
  }

  /// Ends the task of `name`; whether there was one.
  @discardableResult
  func cancel(_ name: String) -> Bool {
    guard let task = tasks.withLock({ $0.removeValue(forKey: name) }) else { return false }
    task.cancel()
    return true
  }

  /// Ends every task.
  func cancelAll() {
    for task in tasks.withLock({ tasks in
      defer { tasks.removeAll() }
      return Array(tasks.values)
    }) { task.cancel() }
  }
}
