import Glibc
import Synchronization

/// The one inotify instance of this process, and the thread that reads it: a user may have few instances (128 on most
/// machines), but many watches in each.
final class InotifyHub: Sendable {
  /// Made at its first use, and there until the process ends.
  static let shared = Result { () throws(PlatformError) in try InotifyHub() }

  private let events: Descriptor
  /// By the kernel's number of a folder, who watches it and by which path.
  private let watches = Mutex<[Int32: [ObjectIdentifier: (watch: FolderWatch, path: String)]]>([:])

  private static let kinds = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
  /// Changes are told together once nothing happened for so long.
  private static let quiet = Duration.milliseconds(100)
  /// A storm of changes is told at the latest after so long.
  private static let patience = Duration.seconds(1)

  private init() throws(PlatformError) {
    let number = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard number >= 0 else { throw .last("inotify_init1", "the file watch") }
    events = Descriptor(owning: number)
    try WorkThread.start("krafd-watch") { while true { self.turn() } }.detach()
  }

  /// Throws: `other` when the user has too many watches open already.
  func follow(_ folders: Set<String>, for watch: FolderWatch) throws(PlatformError) {
    let name = ObjectIdentifier(watch)
    let failure = watches.withLock { watches -> PlatformError? in
      let known = watches.compactMapValues { $0[name]?.path }
      for (number, folder) in known where !folders.contains(folder) { drop(name, number, from: &watches) }
      for folder in folders.subtracting(known.values) {
        let number = inotify_add_watch(events.number, folder, Self.kinds)
        if number >= 0 {
          watches[number, default: [:]][name] = (watch, folder)
        } else if errno == ENOSPC || errno == ENOMEM {
          return .last("inotify_add_watch", folder)
        }
      }
      return nil
    }
    if let failure { throw failure }
  }

  func forget(_ watch: FolderWatch) {
    let name = ObjectIdentifier(watch)
    watches.withLock { watches in
      for number in watches.keys where watches[number]?[name] != nil { drop(name, number, from: &watches) }
    }
  }

  private func drop(
    _ name: ObjectIdentifier, _ number: Int32,
    from watches: inout [Int32: [ObjectIdentifier: (watch: FolderWatch, path: String)]]
  ) {
    watches[number]?[name] = nil
    guard watches[number]?.isEmpty == true else { return }
    watches[number] = nil
    inotify_rm_watch(events.number, number)
  }

  /// Waits for changes and tells them.
  private func turn() {
    _ = Poll.wait(reading: [events])
    var changes: [ObjectIdentifier: (watch: FolderWatch, paths: Set<String>)] = [:]
    let clock = MonotonicClock.system
    let deadline = clock.now + Self.patience
    repeat {
      read(into: &changes)
    } while clock.now < deadline
      && !Poll.wait(reading: [events], patience: Self.quiet).isEmpty
    for change in changes.values { change.watch.onChange(change.paths) }
  }

  /// Adds what happened and was not read yet.
  private func read(into changes: inout [ObjectIdentifier: (watch: FolderWatch, paths: Set<String>)]) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 8)
    defer { buffer.deallocate() }
    let head = MemoryLayout<inotify_event>.size
    while let count = try? events.read(into: buffer, path: "the file watch"), count > 0 {
      var offset = 0
      while offset + head <= count {
        let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let end = min(offset + head + Int(event.len), count)
        let name = String(decoding: buffer[(offset + head)..<end].prefix { $0 != 0 }, as: UTF8.self)
        for (watch, path) in watchers(of: event) {
          let changed = name.isEmpty ? path : Path.join(path, name)
          changes[ObjectIdentifier(watch), default: (watch, [])].paths.insert(changed)
        }
        offset = end
      }
    }
  }

  /// Whom an event concerns; everyone when the kernel lost count.
  private func watchers(of event: inotify_event) -> [(watch: FolderWatch, path: String)] {
    watches.withLock { watches in
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return watches.values.flatMap(\.values) }
      guard let found = watches[event.wd] else { return [] }
      if event.mask & UInt32(IN_IGNORED) != 0 { watches[event.wd] = nil }
      return Array(found.values)
    }
  }
}
