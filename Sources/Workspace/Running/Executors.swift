import Dispatch
import Synchronization

/// Runs an actor on a queue of its own, so that waiting for the disk never holds up the threads that all tasks share.
final class QueueExecutor: SerialExecutor {
  private let queue: DispatchQueue

  /// A serial queue; `label` is what a debugger shows.
  init(label: String) { queue = DispatchQueue(label: label) }

  /// Runs a piece of a task on the queue.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let serial = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: serial) }
  }
}

/// Runs tasks that are not an actor's on a few queues of its own: pixels need memory, so few are computed at a time.
final class WorkExecutor: TaskExecutor {
  private let queues: [DispatchQueue]
  private let next = Atomic<UInt>(0)

  /// At most `width` tasks run side by side.
  init(label: String, width: Int) {
    queues = (0..<max(1, width)).map { DispatchQueue(label: "\(label).\($0)") }
  }

  /// Runs a piece of a task on the queue.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    let turn = next.wrappingAdd(1, ordering: .relaxed).newValue
    queues[Int(turn % UInt(queues.count))].async { job.runSynchronously(on: executor) }
  }
}
