import Glibc

/// A value behind a lock, for threads that also wait until the value is as they need it.
///
/// POSIX's mutex rather than the standard library's `Mutex`, because it can be waited for, and because the thread
/// sanitizer sees it. A class because threads share it. Never held across an `await`: `withLock` and `wait` take synchronous closures.
public final class Monitor<State: Sendable>: Sendable {
  // Both live at fixed addresses from `init` to `deinit`, as POSIX demands, and are made to be used by many threads.
  private nonisolated(unsafe) let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private nonisolated(unsafe) let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Only read and written with the mutex locked.
  private nonisolated(unsafe) let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

  /// A monitor of `state`, unlocked.
  public init(_ state: State) {
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
    self.state.initialize(to: state)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    state.deinitialize(count: 1)
    mutex.deallocate()
    condition.deallocate()
    state.deallocate()
  }

  /// Runs `body` alone on the value. Threads that wait look again only after `notify`.
  public func withLock<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&state.pointee)
  }

  /// Makes all waiting threads look again.
  public func notify() { pthread_cond_broadcast(condition) }

  /// Waits until `isReady` answers true, at most `patience` (nil: for ever). Answers what it answered last.
  public func wait(patience: Duration? = nil, until isReady: (inout State) -> Bool) -> Bool {
    var deadline = timespec()
    if let patience {
      let (seconds, attoseconds) = (MonotonicClock.system.now + patience).components
      deadline = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    }
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isReady(&state.pointee) {
      let late =
        patience == nil
        ? pthread_cond_wait(condition, mutex) : pthread_cond_timedwait(condition, mutex, &deadline)
      if late == ETIMEDOUT { return isReady(&state.pointee) }
    }
    return true
  }
}
