import RPCProtocol
import ShotList
import Workspace

extension Services {
  func startPreview(_ request: PreviewStart, _ context: CallContext) async throws(RPCError) -> PreviewStart.Reply {
    guard FileURI.path(of: request.uri) != nil else {
      throw .failed("notOnDisk", "'\(request.uri.prefix(200))' is not saved yet; save it beside its photos first")
    }
    let session = context.session
    let isNew = session[Previews.key] == nil
    let previews = session.value(Previews.key) { Previews() }
    if isNew { session.onEnd { previews.stop() } }
    let shot = try await name(of: request, context)
    if context.isCancelled { throw .cancelled }
    let followed = previews.follow(request.uri, shot: shot, side: request.px)
    context.afterAnswer?.add { show(followed, previews, context) }
    return PreviewStart.Reply(preview: followed.name, shot: shot)
  }

  func stopPreview(_ request: PreviewStop, _ context: CallContext) -> PreviewStop.Reply {
    context.session[Previews.key]?.stop(request.preview)
    return PreviewStop.Reply()
  }

  /// A document changed; if it is followed, another picture is begun.
  func refreshPreview(of uri: String, _ context: CallContext) {
    guard let previews = context.session[Previews.key], let followed = previews.followed(in: uri) else { return }
    show(followed, previews, context)
  }

  /// The shot that is asked for, or the one at the place.
  private func name(of request: PreviewStart, _ context: CallContext) async throws(RPCError) -> String {
    if let shot = request.shot { return shot }
    guard let position = request.position else {
      throw .failed("noShot", "Name the shot by 'shot', or a place in it by 'position'")
    }
    let list = try await openShotList(request.uri, context)
    guard let shot = list.view.resolvedShot(at: list.offset(position)) else {
      throw .failed("noShot", "There is no shot at line \(position.line + 1); put the cursor into one")
    }
    return shot.name
  }

  private func show(_ followed: Previews.Followed, _ previews: Previews, _ context: CallContext) {
    let document = context.session[Documents.key]?[followed.uri]
    previews.restart(followed) { isCancelled in
      do throws(RPCError) {
        try await show(followed, document, context, isCancelled)
      } catch {
        guard error != .cancelled, !isCancelled.isCancelled else { return }
        context.session.notify(
          PreviewProblem(
            preview: followed.name, uri: followed.uri, shot: followed.shot, version: document?.version,
            message: error.message.prefix(1).uppercased() + error.message.dropFirst()), .latest(topic: "preview"))
      }
    }
  }

  private func show(
    _ followed: Previews.Followed, _ document: Documents.Document?, _ context: CallContext,
    _ isCancelled: Cancellation
  ) async throws(RPCError) {
    let path = FileURI.path(of: followed.uri) ?? ""
    let session = context.session
    try await answering { () async throws(WorkspaceError) in
      let workspace = try await shelf.workspace(of: path)
      let text = if let document { document.text } else { try workspace.text(ofShotList: path) }
      let order = PreviewOrder(path, text: text, shot: followed.shot, side: followed.side)
      let cost = price(of: followed.shot, in: text, at: path, workspace)
      try await workspace.preview(order, isCancelled: { isCancelled.isCancelled }) { picture in
        guard !isCancelled.isCancelled else { return }
        session.notify(
          PreviewPicture(
            preview: followed.name, uri: followed.uri, shot: followed.shot, version: document?.version,
            step: picture.step, steps: picture.steps, done: picture.isLast, path: picture.path, width: picture.width,
            height: picture.height, truth: picture.truth, cost: cost, warnings: picture.warnings),
          .latest(topic: "preview"))
      }
    }
  }
}
