import Catalog
import Generation
import Imaging
import Logging
import Platform
import Providers
import RPCProtocol
import TestSupport
import Workspace

@testable import Daemon

/// A daemon with the methods that clients get, and a folder with a shot list and a photo for them to work on.
final class Shop: Sendable {
  /// Two shots of one product.
  static let shotList = """
    # Mug

    @front = photos/front.png

    ## hero

    style: pure-white
    size: 48x48
    seed: 7

    @front on white.

    ## campaign launch

    style: color-block
    size: 48x32
    seed: 9

    @front on a plinth.

    """

  let services: Services
  let server: Server
  private let folder: TemporaryFolder

  /// The workspace's root, as the daemon names it.
  var root: String { folder.path + "/shop" }
  var list: String { path("mug.kraf") }
  var photo: String { path("photos/front.png") }

  init(_ provider: (any Provider)? = nil, textModel: (any TextModel)? = nil) throws {
    Signals.ignoreBrokenPipes()
    folder = try TemporaryFolder()
    let tools = WorkspaceTools(providers: ProviderRegistry([provider ?? PlainProvider()]), catalog: .builtIn)
    let services = Services(
      shelf: WorkspaceShelf(scratchFolder: folder / "scratch") { tools },
      identity: DaemonIdentity(build: "test"), readTextModel: { () throws(GenerationError) in textModel })
    self.services = services
    server = try Server(
      Server.Settings(build: "test", log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) { server in
        methodTable(for: services) + lifecycleRows(of: server, services, socket: "")
      })
    try write(ImageFile.encode(DrawnProduct.disc(side: 48).photo, as: .png), to: "photos/front.png")
    try write(Array(Self.shotList.utf8), to: "mug.kraf")
  }

  deinit { server.leave(.now) }

  /// `name` inside the workspace's root.
  func path(_ name: String) -> String { root + "/" + name }

  /// `name` beside the workspace.
  func outside(_ name: String) -> String { folder / name }

  /// Writes a file of the workspace, with its folders.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String { try write(bytes, at: path(name)) }

  /// Writes a file anywhere in the test's folder.
  @discardableResult
  func write(_ bytes: [UInt8], at path: String) throws -> String {
    try PlainFolder.make(Path.folder(of: path))
    try AtomicFile.write(bytes, to: path)
    return path
  }

  /// A client that has said nothing yet.
  func client() throws -> TestClient {
    let (near, far) = try UnixSocket.pair()
    let server = server
    try WorkThread.start("test session") {
      _ = try? server.serve(input: far, output: far)
      far.hangUp()
    }.detach()
    return try TestClient(input: near, output: near, patience: .seconds(60))
  }

  /// A script that has said hello.
  func script() async throws -> TestClient {
    let client = try client()
    try await client.request(KrafHello(protocolVersions: ProtocolVersions(), build: "test", client: "test"))
    return client
  }

  /// A script that works in the shop.
  func worker() async throws -> TestClient {
    let client = try await script()
    try await client.request(WorkspaceOpen(path: root))
    return client
  }

  /// An editor that offers these encodings of positions; with nil it does not speak of them.
  func editor(_ encodings: [String]? = nil) async throws -> TestClient {
    let client = try client()
    let general: JSONValue = encodings.map { ["general": ["positionEncodings": $0.json]] } ?? [:]
    try await client.request(LSPInitialize(capabilities: general))
    try client.notify("initialized", [:])
    return client
  }
}
