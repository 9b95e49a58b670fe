import RPCProtocol
import ShotList

extension Services {
  /// The changes that give a document its usual form.
  func format(_ request: LSPFormatting, _ context: CallContext) async throws(RPCError) -> [LSPTextEdit] {
    let list = try await openShotList(request.textDocument.uri, context)
    return list.view.formatting().map(list.edit)
  }

  /// The same for some lines.
  func formatRange(_ request: LSPRangeFormatting, _ context: CallContext) async throws(RPCError) -> [LSPTextEdit] {
    let list = try await openShotList(request.textDocument.uri, context)
    return list.view.formatting(list.range(request.range)).map(list.edit)
  }
}
