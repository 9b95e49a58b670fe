import Catalog
import Generation
import RPCProtocol
import Workspace

/// What the methods work with: the parts of the daemon, wired once.
struct Services: Sendable {
  let shelf: WorkspaceShelf
  let identity: DaemonIdentity
  var readCatalog: @Sendable () -> Catalog = { .builtIn }
  /// The model that helps with words, as the user's settings describe it now; nil where they describe none.
  var readTextModel: @Sendable () throws(GenerationError) -> (any TextModel)? = { () throws(GenerationError) in nil }

  /// The styles, roles, channels and models; read when they are first asked for.
  var catalog: Catalog { readCatalog() }

  /// The workspace that a session opened last.
  static let lastWorkspace = SessionKey<Workspace>("workspace")

  /// The workspace that a request names by its root; without a name, the one that the session opened last.
  func workspace(_ name: String?, _ context: CallContext) async throws(RPCError) -> Workspace {
    if let name { return try await open(name, context) }
    if let workspace = context.session[Self.lastWorkspace] { return workspace }
    throw .failed("noWorkspace", "No workspace is open in this session; call kraf/workspace/open with a path first")
  }

  /// The workspace that a request names; without a name, the one that the file at `path` belongs to.
  func workspace(_ name: String?, orOf path: String, _ context: CallContext) async throws(RPCError) -> Workspace {
    try await open(name ?? path, context)
  }

  /// Opens the workspace of `path`, and makes it the session's latest.
  func open(_ path: String, _ context: CallContext) async throws(RPCError) -> Workspace {
    guard path.hasPrefix("/") else {
      throw .failed("relativePath", "'\(path)' is not an absolute path; the daemon does not know your folder")
    }
    let workspace = try await answering { () async throws(WorkspaceError) in try await shelf.workspace(of: path) }
    context.session[Self.lastWorkspace] = workspace
    return workspace
  }

  /// Runs a verb of the workspace; its error becomes the reply's.
  func answering<Result: Sendable>(
    _ verb: () async throws(WorkspaceError) -> Result
  ) async throws(RPCError) -> Result {
    do throws(WorkspaceError) { return try await verb() } catch { throw RPCError(error) }
  }
}
