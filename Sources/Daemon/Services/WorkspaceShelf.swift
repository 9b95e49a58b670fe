import Platform
import Synchronization
import Workspace

/// The workspaces that this daemon has open, one for each root however many sessions use it.
actor WorkspaceShelf {
  private let makeTools: @Sendable () -> WorkspaceTools
  private lazy var tools = makeTools()
  private let scratchFolder: String
  private var entries: [String: Entry] = [:]
  private let ready = Mutex<[String: Workspace]>([:])

  /// A workspace, or the attempt to open it that others wait for.
  private typealias Entry = Task<Result<Workspace, WorkspaceError>, Never>

  /// - `tools`: what the workspaces work with; made when the first one is opened, so that no start waits for it.
  /// - `scratchFolder`: where pictures are worked on that belong to no workspace; made when it is first needed.
  init(scratchFolder: String, tools: @escaping @Sendable () -> WorkspaceTools) {
    makeTools = tools
    self.scratchFolder = scratchFolder
  }

  /// The workspace that a file or folder belongs to, opened when it is not.
  func workspace(of path: String) async throws(WorkspaceError) -> Workspace {
    try await workspace(root: Workspace.root(for: path), reach: .root)
  }

  /// The workspace for single pictures from anywhere, shared by all sessions.
  func scratch() async throws(WorkspaceError) -> Workspace {
    do throws(PlatformError) {
      try PlainFolder.make(scratchFolder)
    } catch {
      throw .folderNotWritable(path: scratchFolder)
    }
    return try await workspace(root: scratchFolder, reach: .anywhere)
  }

  /// The open workspaces, in the order of their roots.
  nonisolated var open: [Workspace] { ready.withLock { $0.values.sorted { $0.root < $1.root } } }

  /// Whether a job waits or runs anywhere.
  nonisolated var isBusy: Bool {
    open.contains { workspace in
      [JobState.running, .queued].contains { (try? workspace.jobs(state: $0))?.isEmpty == false }
    }
  }

  /// Closes every workspace; running jobs wait there for the next daemon.
  func closeAll() async {
    for workspace in open { await workspace.close() }
    entries.removeAll()
    ready.withLock { $0.removeAll() }
  }

  private func workspace(root: String, reach: WorkspaceReach) async throws(WorkspaceError) -> Workspace {
    let entry = entries[root] ?? opening(root: root, reach: reach)
    entries[root] = entry
    switch await entry.value {
    case .success(let workspace):
      ready.withLock { $0[root] = workspace }
      return workspace
    case .failure(let error):
      if entries[root] == entry { entries[root] = nil }
      throw error
    }
  }

  private func opening(root: String, reach: WorkspaceReach) -> Entry {
    Task { [tools] in
      do throws(WorkspaceError) {
        return .success(try await Workspace.open(root: root, tools: tools, reach: reach))
      } catch {
        return .failure(error)
      }
    }
  }
}
