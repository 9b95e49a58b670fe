import Platform
import RPCProtocol
import Workspace

extension Services {
  /// How long a session waits between two reports of progress: at most ten a second.
  private static let progressPause = Duration.milliseconds(100)

  /// The tasks that tell a session about a workspace, by the workspace's root.
  private static let followers = SessionKey<Followers>("progress")

  /// The workspaces, by their roots, whose jobs end with a session.
  private static let owned = SessionKey<Set<String>>("owned jobs")

  /// The session as the owner of jobs of `workspace`, which end with it.
  func jobOwner(in workspace: Workspace, _ context: CallContext) -> Workspace::JobOwner {
    let session = context.session
    let owner = Workspace::JobOwner.session(identity.name(of: session))
    var owned = session[Self.owned] ?? []
    guard owned.insert(workspace.root).inserted else { return owner }
    session[Self.owned] = owned
    session.onEnd { Task { try? await workspace.cancelJobs(ofOwner: owner) } }
    return owner
  }

  /// From now on the session is told how the jobs of `workspace` go on that it owns, and its jobs end with it.
  func followProgress(of workspace: Workspace, _ context: CallContext) {
    let session = context.session
    _ = jobOwner(in: workspace, context)
    let followers = session.value(Self.followers) { Followers() }
    followers.add(workspace.root) {
      session.onEnd { followers.cancelAll() }
      return Task { await tell(session, about: workspace) }
    }
  }

  private func tell(_ session: Session, about workspace: Workspace) async {
    for await progress in workspace.progress() {
      guard let report = report(progress, in: workspace) else { continue }
      session.notify(report, .progress(topic: progress.job.rawValue))
      try? await Task.sleep(for: Self.progressPause)
    }
  }

  private func report(_ progress: Workspace::JobProgress, in workspace: Workspace) -> RPCProtocol::JobProgress? {
    guard let job = try? workspace.job(progress.job), !job.state.isFinal else { return nil }
    let preview = progress.preview.flatMap { try? workspace.asset($0) }
      .flatMap { try? AssetDescription($0, in: workspace) }
    let elapsed = Double(job.elapsedMilliseconds(now: WallClock.system.now))
    let rest = progress.fraction > 0.05 ? Int(elapsed * (1 - progress.fraction) / progress.fraction) : nil
    return RPCProtocol::JobProgress(
      workspace: workspace.root, job: progress.job.rawValue, stage: progress.stage, fraction: progress.fraction,
      etaMs: rest, preview: preview)
  }
}
