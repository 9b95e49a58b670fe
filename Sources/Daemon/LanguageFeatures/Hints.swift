import RPCProtocol
import ShotList

extension Services {
  /// What is decided elsewhere for the shots of some lines.
  func hints(_ request: LSPInlayHints, _ context: CallContext) async throws(RPCError) -> [LSPHint] {
    let list = try await openShotList(request.textDocument.uri, context)
    let part = list.range(request.range)
    return list.view.hints.filter { part.lowerBound <= $0.offset && $0.offset <= part.upperBound }.map { hint in
      LSPHint(position: list.position(hint.offset), label: hint.text, paddingLeft: true)
    }
  }
}
