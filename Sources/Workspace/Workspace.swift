import Platform
import ShotList

/// One root folder's products, pictures, canvas and jobs: the only owner of state that changes.
///
/// Reading never waits for work. Every change is one transaction, on the disk when the verb returns, and one event.
/// Pixels are computed on queues of their own; the actor is never busy with them.
public actor Workspace {
  /// The folder that the user knows, absolute and without symbolic links.
  public nonisolated var root: String { layout.root }

  nonisolated let layout: WorkspaceLayout
  nonisolated let tools: WorkspaceTools
  nonisolated let store: Store
  nonisolated let objects: ObjectStore
  nonisolated let previews: PreviewShelf
  nonisolated let fileFacts = StampedCache<FileFact>()
  nonisolated let fileDigests = StampedCache<AssetID>()
  nonisolated let productColors = MeasuredColors()
  nonisolated let board = ProgressBoard()
  nonisolated let eventBell = Bell()
  nonisolated let pixelWork = WorkExecutor(label: "krafd.pixels", width: 2)
  nonisolated let jobWork = WorkExecutor(label: "krafd.jobs", width: JobPool.processor.width)
  nonisolated let networkWork = WorkExecutor(label: "krafd.network", width: 2)
  nonisolated let previewWork = WorkExecutor(label: "krafd.previews", width: 1)
  nonisolated let previewProducts = PreviewProducts()

  var log: EventLog
  var running: [JobID: RunningJob] = [:]
  var turns = Turns()
  /// What sessions did to the canvas, by their names.
  var histories: [String: CanvasHistory] = [:]
  /// Nil while it is not watched what happens to the user's files.
  var watching: Watching?
  /// Ends of jobs that are not written down yet.
  var unsettled: [Job] = []
  /// Whether a later attempt to work is on its way.
  var isWaiting = false
  private(set) var isClosed = false
  private var lock: FileLock?
  /// Looks for half-written files beside everything else, as reading every folder takes a while.
  private var sweeping: Task<Void, Never>?
  private let queue = QueueExecutor(label: "krafd.workspace")

  /// The actor works on its own queue, so that waiting for the disk holds up nobody else.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  /// Opens the workspace of `root`, an existing folder, making `.kraf` inside it where there is none, and goes on with
  /// the jobs that wait there.
  ///
  /// Jobs that ran when the last process died are queued again, or become `ambiguous` where money may have been spent.
  /// Throws: `alreadyOpenElsewhere`, `folderNotWritable`, `noSuchFile`, `newerDatabase`, `damagedDatabase`,
  /// `diskFull`.
  public static func open(
    root: String, tools: WorkspaceTools, reach: WorkspaceReach = .root
  ) async throws(WorkspaceError) -> Workspace {
    guard let real = WorkspacePath.real(root) else { throw .noSuchFile(path: root) }
    guard WorkspacePath.isFolder(real) else { throw .folderNotWritable(path: root) }
    let workspace = try Workspace(layout: WorkspaceLayout(root: real, reach: reach), tools: tools)
    try await workspace.recover()
    await workspace.startWatching()
    await workspace.startSweeping()
    return workspace
  }

  private init(layout: WorkspaceLayout, tools: WorkspaceTools) throws(WorkspaceError) {
    self.layout = layout
    self.tools = tools
    try layout.build()
    do throws(PlatformError) {
      lock = try FileLock.take(layout.lock)
    } catch .locked {
      throw .alreadyOpenElsewhere(root: layout.root)
    } catch {
      throw WorkspaceError(error)
    }
    Folder.sweep(layout.house)
    Folder.empty(layout.previews)
    store = try Store(path: layout.database, onFault: tools.onFault)
    objects = ObjectStore(layout: layout, onFault: tools.onFault)
    previews = PreviewShelf(layout: layout)
    log = EventLog(clock: try store.read { try $0.clock() })
  }

  /// Stops the running jobs, which are queued again at the next `open`, and lets go of the folder. Later verbs throw
  /// `closed`.
  public func close() async {
    guard !isClosed else { return }
    isClosed = true
    let left = Array(running.values)
    for job in left { job.stop() }
    for job in left { await job.task.value }
    await watching?.stop()
    await sweeping?.value
    layout.trimThumbnails()
    eventBell.silence()
    board.bell.silence()
    store.close()
    lock = nil
  }

  private func startSweeping() {
    sweeping = Task { [layout] in
      try? await offload { () throws(WorkspaceError) in Folder.sweep(layout.objects) }
    }
  }

  /// Changes everything that `body` changes, or nothing; then tells the subscribers.
  func commit<Result: Sendable>(
    _ body: @Sendable (inout Transaction) throws -> Result
  ) throws(WorkspaceError) -> Result {
    guard !isClosed else { throw .closed }
    let (result, event) = try store.commit(body)
    if let event {
      log.append(event)
      eventBell.ring()
      noteProducts(in: event)
    }
    return result
  }

  /// Runs `body`, which computes or reads files, away from the actor and from the threads that all tasks share.
  nonisolated func offload<Result: Sendable>(
    _ body: @Sendable () throws(WorkspaceError) -> Result
  ) async throws(WorkspaceError) -> Result {
    try await withTaskExecutorPreference(pixelWork) { () throws(WorkspaceError) in try body() }
  }
}

extension WorkspaceLayout {
  /// Makes krafd's folder and what lies in it.
  fileprivate func build() throws(WorkspaceError) {
    do throws(WorkspaceError) {
      for folder in [house, objects, previews, thumbnails] { try Folder.make(folder) }
    } catch .notAPlainFile(let path) {
      throw .folderNotWritable(path: path)
    } catch .permissionDenied(let path) {
      throw .folderNotWritable(path: path)
    }
    if !CacheFile.exists(ignoreFile) { try CacheFile.write(Array("*\n".utf8), to: ignoreFile) }
  }

  /// Deletes the thumbnails when there are too many of them; nobody is shown one meanwhile.
  fileprivate func trimThumbnails() {
    let count = PlainFolder.names(in: thumbnails).reduce(0) {
      $0 + PlainFolder.names(in: Path.join(thumbnails, $1)).count
    }
    if count > Self.thumbnailsAtMost { Folder.empty(thumbnails) }
  }

  /// More thumbnails than this are all deleted at the next `close`.
  private static let thumbnailsAtMost = 10_000
}
