import Imaging

/// The job that the runner works at.
struct RunningJob: Sendable {
  var id: JobID
  var flag: CancelFlag
  var task: Task<Void, Never>
}

/// What a job may use while it runs, besides the workspace: its name, and the way to say how far it is.
struct JobContext: Sendable {
  let id: JobID
  let flag: CancelFlag
  let board: ProgressBoard

  /// Whether to stop; asked from any thread.
  var isCancelled: @Sendable () -> Bool {
    let flag = flag
    return { flag.isRaised }
  }

  /// Shows what is done now; quiet once the job is cancelled.
  func report(_ stage: String, _ fraction: Double?, preview: AssetID? = nil) {
    guard !flag.isRaised else { return }
    board.report(id, stage: stage, fraction: fraction, preview: preview)
  }

  /// Throws: `cancelled` once the job is.
  func checkCancelled() throws(WorkspaceError) {
    if flag.isRaised { throw .cancelled }
  }
}

/// Everything that a job made, to be written in one transaction. The files of the assets are safely on the disk.
struct JobResult: Sendable {
  /// In the order that they are added; sources before what was made from them.
  var assets: [Asset] = []
  var edges: [LineageEdge] = []
  var nodes: [CanvasNode] = []
  var outputs: [AssetID] = []
  var warnings: [String] = []
  var costMicros: Int64 = 0
}
