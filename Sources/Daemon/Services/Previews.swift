import Platform
import RPCProtocol
import ShotList
import Synchronization
import Workspace

/// The one preview of a session. A class with a lock because changes of texts, the client and the pictures reach it at once.
final class Previews: Sendable {
  static let key = SessionKey<Previews>("preview")

  /// What is followed.
  struct Followed: Sendable {
    var name: String
    var uri: String
    var shot: String
    var side: Int
  }

  private struct State {
    var count = 0
    var followed: Followed?
    var running: (isCancelled: Cancellation, task: Task<Void, Never>)?
  }

  private let state = Mutex(State())

  /// Follows a shot from now on, instead of whatever was followed.
  func follow(_ uri: String, shot: String, side: Int) -> Followed {
    state.withLock { state in
      state.count += 1
      let followed = Followed(name: "p\(state.count)", uri: uri, shot: shot, side: side)
      state.followed = followed
      return followed
    }
  }

  /// What is followed in a document; nil for another one.
  func followed(in uri: String) -> Followed? {
    state.withLock { $0.followed?.uri == uri ? $0.followed : nil }
  }

  /// Drops the running picture and starts another. What was followed before, or stopped, is not shown any more.
  func restart(_ followed: Followed, _ work: @escaping @Sendable (Cancellation) async -> Void) {
    state.withLock { state in
      guard state.followed?.name == followed.name else { return }
      let before = state.running
      before?.isCancelled.cancel()
      let isCancelled = Cancellation()
      let task = Task {
        // One at a time: the dropped one has let go of the processors first.
        await before?.task.value
        if !isCancelled.isCancelled { await work(isCancelled) }
      }
      state.running = (isCancelled, task)
    }
  }

  /// Follows nothing any more; only if `name` is followed, where it is given.
  func stop(_ name: String? = nil) {
    state.withLock { state in
      guard name == nil || state.followed?.name == name else { return }
      state.followed = nil
      state.running?.isCancelled.cancel()
    }
  }
}
