import Imaging

/// A job that the runner works at.
struct RunningJob: Sendable {
  var pool: JobPool
  var flag: CancelFlag
  var task: Task<Void, Never>

  /// Asks it to stop; it does so soon.
  func stop() {
    flag.raise()
    task.cancel()
  }
}

extension JobPool {
  /// How many jobs run side by side.
  var width: Int {
    switch self {
    case .processor: 1
    case .network: 4
    }
  }
}

/// Whose turn it is: whoever was served longest ago goes first, so that nobody waits for another's hundred jobs.
struct Turns: Sendable {
  private var count = 0
  private var served: [String: Int] = [:]
  private let capacity = 1_000

  /// Chooses among the heads of the lanes, the oldest first, and remembers who was served.
  mutating func choose(among heads: [QueueHead]) -> QueueHead? {
    guard let head = heads.min(by: { (served[$0.lane] ?? 0, $0.number) < (served[$1.lane] ?? 0, $1.number) }) else {
      return nil
    }
    count += 1
    if served.count >= capacity { served.removeAll() }
    served[head.lane] = count
    return head
  }
}

/// The first waiting job of one session or order.
struct QueueHead: Sendable {
  var lane: String
  var number: Int64
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
  var placings: [CanvasPlacing] = []
  var outputs: [AssetID] = []
  var warnings: [String] = []
  var costMicros: Int64 = 0
}
