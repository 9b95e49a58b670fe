import RPCProtocol
import ShotList

extension Services {
  /// The lines that can be hidden.
  func folds(_ request: LSPFoldingRanges, _ context: CallContext) async throws(RPCError) -> [LSPFold] {
    let list = try await openShotList(request.textDocument.uri, context)
    return list.view.folds.map { fold in
      let range = list.range(fold.range)
      return LSPFold(
        startLine: range.start.line, endLine: range.end.line, kind: fold.kind == .comment ? "comment" : "region")
    }
  }
}
