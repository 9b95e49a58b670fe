import Dispatch

/// Runs Swift tasks on a queue of its own, so that files, databases and pixels never hold up the threads that all
/// tasks share.
final class QueueExecutor: SerialExecutor, TaskExecutor {
  private let queue: DispatchQueue

  /// A serial queue; `label` is what a debugger shows.
  init(label: String) { queue = DispatchQueue(label: label) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let serial = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: serial) }
  }
}

/// Runs tasks that are not an actor's on a queue of its own.
final class WorkExecutor: TaskExecutor {
  private let queue: DispatchQueue

  /// `isSerial` false lets tasks run side by side.
  init(label: String, isSerial: Bool) {
    queue = DispatchQueue(label: label, attributes: isSerial ? [] : .concurrent)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
