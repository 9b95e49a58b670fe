import Platform
import RPCProtocol
import ShotList
import Workspace

extension Services {
  /// The files of the references. Those of a document that lies on no disk lead nowhere.
  func links(_ request: LSPDocumentLinks, _ context: CallContext) async throws(RPCError) -> [LSPLink] {
    let list = try await openShotList(request.textDocument.uri, context)
    guard let path = FileURI.path(of: list.uri), let workspace = try? await shelf.workspace(of: path) else { return [] }
    return list.view.links.map { link in
      LSPLink(range: list.range(link.range), target: FileURI.uri(of: Path.join(workspace.root, link.path)))
    }
  }
}
