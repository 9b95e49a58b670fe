import RPCProtocol
import ShotList

extension Services {
  /// Ever larger parts of the text around places.
  func selections(_ request: LSPSelectionRanges, _ context: CallContext) async throws(RPCError) -> [LSPSelection] {
    let list = try await openShotList(request.textDocument.uri, context)
    return request.positions.prefix(1_000).map { position in
      LSPSelection(ranges: list.view.selections(around: list.offset(position)).map(list.range))
    }
  }
}
