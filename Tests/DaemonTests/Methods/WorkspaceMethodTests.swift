import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/workspace/*`, `kraf/product/*` and what every method says without a workspace.
@Suite struct WorkspaceMethodTests {
  @Test func aFileOpensTheFolderItLiesIn() async throws {
    let shop = try Shop()
    let client = try await shop.script()

    let opened = try await client.request(WorkspaceOpen(path: shop.list))

    #expect(
      opened
        == WorkspaceDescription(workspace: shop.root, root: shop.root, products: 0, assets: 0, watching: true))
    #expect(client.brokenPromises() == [])
  }

  @Test func aFolderInsideAnOpenWorkspaceBelongsToIt() async throws {
    let shop = try Shop()
    let client = try await shop.script()
    try await client.request(WorkspaceOpen(path: shop.root))

    let opened = try await client.request(WorkspaceOpen(path: shop.path("photos")))

    #expect(opened.root == shop.root)
    #expect(try await client.request(WorkspaceList()).workspaces.map(\.root) == [shop.root])
  }

  @Test func aRelativePathIsRefusedWithASentence() async throws {
    let client = try await Shop().script()

    let error = try await client.refusal(of: WorkspaceOpen(path: "shop/mug.kraf"))

    #expect(error.code == -32803)
    #expect(error.reason == "relativePath")
    #expect(error.message == "'shop/mug.kraf' is not an absolute path; the daemon does not know your folder")
  }

  @Test func aFolderThatIsNotThereIsNamed() async throws {
    let shop = try Shop()
    let client = try await shop.script()

    let error = try await client.refusal(of: WorkspaceOpen(path: shop.outside("gone/mug.kraf")))

    #expect(error.reason == "noSuchFile")
    #expect(error.message == "'\(shop.outside("gone"))' does not exist; check the path")
  }

  @Test func twoSessionsShareAWorkspace() async throws {
    let shop = try Shop()
    let first = try await shop.worker()
    let second = try await shop.worker()

    let asset = try await first.request(AssetImport(path: shop.photo))

    #expect(try await second.request(AssetGet(asset: asset.asset)) == asset)
    #expect(try await second.request(WorkspaceList()).workspaces.map(\.assets) == [1])
  }

  @Test(arguments: [
    WorkspaceClose.method, KrafUnsubscribe.method, KrafSync.method, ProductList.method, AssetList.method,
    CanvasGet.method, JobList.method,
  ])
  func withoutAWorkspaceTheSentenceSaysHowToOpenOne(method: String) async throws {
    let error = try await Shop().script().refusal(of: method, [:])

    #expect(error.reason == "noWorkspace")
    #expect(error.message == "No workspace is open in this session; call kraf/workspace/open with a path first")
  }

  @Test func aClosedWorkspaceIsNoLongerTheSessions() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    try await client.request(WorkspaceClose())

    #expect(try await client.refusal(of: AssetList()).reason == "noWorkspace")
    #expect(try await client.request(AssetList(workspace: shop.root)).assets == [])
  }

  @Test func anOrderMakesItsProductKnown() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    #expect(try await client.request(ProductList()).products == [])
    let job = try #require(try await client.made(KrafGenerate(path: shop.list, shots: ["hero"], key: "k")).first)

    let products = try await client.request(ProductList()).products

    let product = try #require(products.first)
    #expect(products.count == 1)
    #expect(product.name == "Mug")
    #expect(product.references.map(\.handle) == ["front"])
    #expect(product.references.map(\.kind) == ["product"])
    #expect(try await client.request(ProductGet(product: product.product)) == product)
    let outputs = try await client.request(AssetList(kind: "output", product: product.product)).assets
    #expect(outputs == job.outputs)
  }

  @Test func anUnknownProductIsNamed() async throws {
    let client = try await Shop().worker()

    let error = try await client.refusal(of: ProductGet(product: "teapot"))

    #expect(error.reason == "noSuchProduct")
    #expect(error.message == "No product is named 'teapot'; kraf/product/list lists those of the workspace")
  }

  @Test func helloTellsTheProtocolAndRefusesOthers() async throws {
    let client = try Shop().client()

    let error = try await client.refusal(
      of: KrafHello(protocolVersions: ProtocolVersions(first: 7, last: 9), build: "b", client: "c"))
    let hello = try await client.request(
      KrafHello(protocolVersions: ProtocolVersions(first: 1, last: 9), build: "b", client: "c"))

    #expect(error.reason == "wrongVersion")
    #expect(error.message == "This krafd speaks protocol 1; the client speaks 7 to 9")
    #expect(hello.protocolVersion == 1)
    #expect(hello.build == "test")
    #expect(hello.capabilities.contains("generate"))
  }

  @Test func statusCountsSessionsAndWorkspaces() async throws {
    let shop = try Shop()
    let first = try await shop.worker()
    let second = try await shop.script()

    let status = try await second.request(KrafStatus())

    #expect(status.sessions == 2)
    #expect(status.workspaces == [shop.root])
    #expect([status.jobsQueued, status.jobsRunning] == [0, 0])
    #expect(first.brokenPromises() + second.brokenPromises() == [])
  }
}
