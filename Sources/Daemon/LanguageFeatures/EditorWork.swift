import RPCProtocol
import Synchronization
import Workspace

/// The work that an editor started by commands and that is not over. A class with a lock because each piece ends by itself.
final class EditorWork: Sendable {
  static let key = SessionKey<EditorWork>("editor work")

  /// How what one command started is stopped.
  typealias Stop = @Sendable () async -> Void

  private let pieces = Mutex<(next: Int, running: [String: Stop])>((0, [:]))

  /// Adds work, and answers the token under which its progress is told.
  func add(_ stop: @escaping Stop) -> String {
    pieces.withLock { pieces in
      pieces.next += 1
      let token = "kraf-\(pieces.next)"
      pieces.running[token] = stop
      return token
    }
  }

  func end(_ token: String) { pieces.withLock { $0.running[token] = nil } }

  /// Stops the work under a token, or all.
  func cancel(_ token: String? = nil) async {
    let stopped = pieces.withLock { pieces in
      token.map { [pieces.running[$0]].compactMap(\.self) } ?? Array(pieces.running.values)
    }
    for stop in stopped { await stop() }
  }
}

extension Services {
  /// Tells an editor how the jobs of a command go on, and at their end what came out and where it lies.
  func follow(_ jobs: [Job], of workspace: Workspace, titled title: String, _ context: CallContext) {
    let session = context.session
    let work = session.value(EditorWork.key) { EditorWork() }
    let token = work.add { for job in jobs { _ = try? await workspace.cancel(job.id) } }
    Task {
      let shows = await session.opensProgress(token)
      let telling = shows ? Task { await tell(jobs, of: workspace, titled: title, token, to: session) } : nil
      var ended: [Job] = []
      for job in jobs { ended.append((try? await workspace.wait(for: job.id)) ?? job) }
      work.end(token)
      telling?.cancel()
      await telling?.value
      let message = Self.message(about: ended, in: workspace)
      if shows { session.progress(token, .end(message: message.message)) }
      session.notify(message)
    }
  }

  /// One begin, and reports at most ten times a second until the task is cancelled.
  private func tell(
    _ jobs: [Job], of workspace: Workspace, titled title: String, _ token: String, to session: Session
  ) async {
    session.progress(token, .begin(title: title, cancellable: true, message: nil, percentage: 0))
    let names = Set(jobs.map(\.id))
    var shown = 0.0
    for await progress in workspace.progress() where names.contains(progress.job) {
      if Task.isCancelled { return }
      let done = jobs.count { (try? workspace.job($0.id))?.state.isFinal ?? true }
      shown = max(shown, (Double(done) + progress.fraction) / Double(jobs.count))
      session.progress(token, .report(message: progress.stage, percentage: min(Int(shown * 100), 100)))
      try? await Task.sleep(for: .milliseconds(100))
    }
  }

  /// What came out of jobs, as one message.
  private static func message(about jobs: [Job], in workspace: Workspace) -> LSPShowMessage {
    if let failed = jobs.first(where: { $0.state == .failed || $0.state == .ambiguous }) {
      let why = failed.failure?.sentence ?? "money may have been spent; kraf/job/retry makes it again"
      return LSPShowMessage(type: .error, message: "\(failed.title): \(why)")
    }
    let paths = jobs.flatMap(\.outputs).compactMap { try? workspace.objectPath(of: $0) }
    guard !paths.isEmpty else { return LSPShowMessage(type: .info, message: "Cancelled; nothing was made") }
    let shown = paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? " and \(paths.count - 3) more" : "")
    return LSPShowMessage(type: .info, message: "Made \(Table.count(paths.count, "picture")): \(shown)")
  }
}

extension Session {
  /// Whether the editor shows progress under a new token.
  func opensProgress(_ token: String) async -> Bool {
    guard self[EditorAbilities.key]?.showsProgress == true else { return false }
    return (try? await ask(LSPWorkDoneCreate(token: .string(token)))) != nil
  }

  func progress(_ token: String, _ value: LSPWorkDone) {
    let delivery: Delivery
    if case .report = value { delivery = .progress(topic: token) } else { delivery = .lasting }
    notify(LSPProgress(token: .string(token), value: value.json), delivery)
  }
}
