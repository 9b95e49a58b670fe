/// Noticing what happens to the files in some folders.
///
/// Only what lies in the folders themselves is seen, not what lies in folders inside them. It works until `stop`.
public final class FolderWatch: Sendable {
  let onChange: @Sendable (Set<String>) -> Void
  private let hub: InotifyHub

  /// Starts with no folder.
  ///
  /// - `onChange`: gets the paths of what changed, some tenths of a second later and together with what else changed then;
  ///   a folder's own path when it is gone, or when so much happened that the system lost count. Called on a thread that
  ///   all watches share.
  /// Throws: `other` when the system allows this user no more of it.
  public init(onChange: @escaping @Sendable (Set<String>) -> Void) throws(PlatformError) {
    hub = try InotifyHub.shared.get()
    self.onChange = onChange
  }

  /// Watches these folders from now on, and no others. Those that are not there are left out.
  ///
  /// Throws: `other` when the user has too many watches open already; what is watched then is some of the folders.
  public func follow(_ folders: Set<String>) throws(PlatformError) { try hub.follow(folders, for: self) }

  /// Ends it. What is being told at this moment may still arrive.
  public func stop() { hub.forget(self) }
}
