import Platform
import Synchronization

/// What was found out about files, found out again only when a file changed. A class with a lock because every analysis
/// and every plan asks, from any thread.
final class StampedCache<Value: Sendable>: Sendable {
  private let capacity = 4096
  private let known = Mutex<[String: (stamp: FileStamp, value: Value)]>([:])

  /// What `find` says of the plain file at a checked path; nil where there is none.
  func value<Failure: Error>(of path: String, _ find: (String) throws(Failure) -> Value) throws(Failure) -> Value? {
    guard let stamp = FileStamp(of: path), stamp.isPlainFile else { return nil }
    if let earlier = known.withLock({ $0[path] }), earlier.stamp == stamp { return earlier.value }
    let value = try find(path)
    known.withLock { known in
      if known.count >= capacity { known.removeAll() }
      known[path] = (stamp, value)
    }
    return value
  }
}
