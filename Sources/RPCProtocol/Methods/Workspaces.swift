/// An open workspace.
public struct WorkspaceDescription: JSONConvertible, Equatable {
  /// Its id, as the parameter `workspace` of other methods takes it.
  public var workspace: String

  /// The absolute path of its folder.
  public var root: String

  /// How many products it has.
  public var products: Int

  /// How many assets it has.
  public var assets: Int

  /// Whether changed files are noticed at once. False where the system allows no more watches; then only plans, coverage
  /// and exports look.
  public var watching: Bool

  public init(workspace: String, root: String, products: Int, assets: Int, watching: Bool) {
    self.workspace = workspace
    self.root = root
    self.products = products
    self.assets = assets
    self.watching = watching
  }
}

extension WorkspaceDescription {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspace = try json.member("workspace")
    root = try json.member("root")
    products = try json.member("products")
    assets = try json.member("assets")
    watching = try json.member("watching")
  }

  public var json: JSONValue {
    .record([
      "workspace": workspace.json, "root": root.json, "products": products.json, "assets": assets.json,
      "watching": watching.json,
    ])
  }
}

/// Opens the folder at a path as a workspace, or joins it if it is open already.
public struct WorkspaceOpen: RPCRequest {
  public static let method = "kraf/workspace/open"
  public static let summary = "Opens the folder at a path as a workspace, or joins it if it is open already."

  public typealias Reply = WorkspaceDescription

  /// The folder; absolute.
  public var path: String

  public init(path: String) {
    self.path = path
  }
}

extension WorkspaceOpen {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path", as: .path)
  }

  public var json: JSONValue {
    .record(["path": path.json])
  }
}

extension WorkspaceOpen {
  public static let examples = [
    RPCExample(
      params: #"{"path": "/home/ann/shop"}"#,
      reply: #"{"workspace": "w1", "root": "/home/ann/shop", "products": 2, "assets": 31, "watching": true}"#)
  ]
}

/// Lists the open workspaces.
public struct WorkspaceList: RPCRequest {
  public static let method = "kraf/workspace/list"
  public static let summary = "Lists the open workspaces."

  public init() {}

  /// The open workspaces.
  public struct Reply: JSONConvertible, Equatable {
    /// In the order in which they were opened.
    public var workspaces: [WorkspaceDescription]

    public init(workspaces: [WorkspaceDescription]) {
      self.workspaces = workspaces
    }
  }
}

extension WorkspaceList {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension WorkspaceList.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspaces = try json.member("workspaces")
  }

  public var json: JSONValue {
    .record(["workspaces": workspaces.json])
  }
}

extension WorkspaceList {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: """
        {
          "workspaces": [{"workspace": "w1", "root": "/home/ann/shop", "products": 2, "assets": 31, "watching": true}]
        }
        """)
  ]
}

/// Ends this session's interest in a workspace; its detached jobs go on.
public struct WorkspaceClose: RPCRequest {
  public static let method = "kraf/workspace/close"
  public static let summary = "Ends this session's interest in a workspace; its detached jobs go on."

  public typealias Reply = EmptyReply

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(workspace: String? = nil) {
    self.workspace = workspace
  }
}

extension WorkspaceClose {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["workspace": workspace?.json])
  }
}

extension WorkspaceClose {
  public static let examples = [
    RPCExample(
      params: #"{"workspace": "w1"}"#,
      reply: #"{}"#),
    RPCExample(
      params: #"{}"#,
      reply: #"{}"#),
  ]
}
