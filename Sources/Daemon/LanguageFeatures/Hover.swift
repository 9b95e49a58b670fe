import RPCProtocol
import ShotList

extension Services {
  /// What is known about a place.
  func hover(_ request: LSPHover, _ context: CallContext) async throws(RPCError) -> LSPMaybe<LSPHoverText> {
    let list = try await openShotList(request.textDocument.uri, context)
    return LSPMaybe(
      list.view.hover(at: list.offset(request.position)).map { found in
        LSPHoverText(contents: list.abilities.markup(found.card), range: list.range(found.range))
      })
  }
}
