import RPCProtocol
import Workspace

extension Services {
  /// The tasks that push a workspace's events to a session, by the workspace's root.
  private static let subscriptions = SessionKey<Followers>("subscriptions")

  /// Answers what was missed since `since`, and pushes from there on. A new subscription replaces the old one.
  func subscribe(_ request: KrafSubscribe, _ context: CallContext) async throws(RPCError) -> KrafSubscribe.Reply {
    let workspace = try await workspace(request.workspace, context)
    let topics = try topics(request.topics)
    let clock = await workspace.clock
    let missed = await workspace.events(since: request.since.map(Int64.init) ?? clock)
    let session = context.session
    let followers = session.value(Self.subscriptions) { Followers() }
    followers.cancel(workspace.root)
    followers.add(workspace.root) {
      session.onEnd { followers.cancelAll() }
      return Task { await Self.push(topics, of: workspace, since: missed.last?.clock ?? clock, to: session) }
    }
    let changes = missed.flatMap(\.changes).filter { topics.contains($0.topic) }
    return KrafSubscribe.Reply(
      clock: Int(missed.last?.clock ?? clock), reset: missed.contains(where: \.isReset),
      changes: changes.map { EventChange($0) })
  }

  func unsubscribe(_ request: KrafUnsubscribe, _ context: CallContext) async throws(RPCError) -> EmptyReply {
    let workspace = try await workspace(request.workspace, context)
    context.session[Self.subscriptions]?.cancel(workspace.root)
    return EmptyReply()
  }

  /// The workspace's clock. Events up to it were put in order before the reply.
  func sync(_ request: KrafSync, _ context: CallContext) async throws(RPCError) -> KrafSync.Reply {
    KrafSync.Reply(clock: Int(await (try await workspace(request.workspace, context)).clock))
  }

  private static func push(
    _ topics: Set<Change.Topic>, of workspace: Workspace, since clock: Int64, to session: Session
  ) async {
    for await event in await workspace.subscribe(since: clock) {
      let changes = event.changes.filter { topics.contains($0.topic) }
      guard event.isReset || !changes.isEmpty else { continue }
      session.notify(
        KrafEvent(
          workspace: workspace.root, clock: Int(event.clock), reset: event.isReset,
          changes: changes.map { EventChange($0) }),
        .event(topic: nil))
    }
  }

  private func topics(_ names: [String]) throws(RPCError) -> Set<Change.Topic> {
    var topics: Set<Change.Topic> = []
    for name in names {
      guard let topic = Change.Topic(rawValue: name) else {
        let known = Change.Topic.allCases.map(\.rawValue).joined(separator: ", ")
        throw .failed("badTopic", "No topic is named '\(name)'; there are \(known)")
      }
      topics.insert(topic)
    }
    return topics
  }
}

extension EventChange {
  init(_ change: Workspace::Change) {
    self.init(topic: change.topic.rawValue, action: .changed, id: change.id)
  }
}
