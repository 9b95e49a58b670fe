/// The first message of an editor's session.
///
/// Decoding is lenient: of what editors send here, a member of the wrong kind counts as absent.
public struct LSPInitialize: RPCRequest {
  public static let method = "initialize"
  public static let summary = """
    Begins an editor's session. Of what editors send here, a member of the wrong kind counts as absent.
    """

  /// The editor's process, which the server must not outlive.
  public var processID: Int?

  /// The editor.
  public var clientInfo: LSPProgram?

  /// The folder of the session; `workspaceFolders` stands above it.
  public var rootURI: String?

  /// The folders of the session.
  public var workspaceFolders: [LSPWorkspaceFolder]

  /// What the editor can do, an object.
  public var capabilities: JSONValue

  /// The editor's settings for krafd.
  public var initializationOptions: JSONValue?

  public init(
    processID: Int? = nil, clientInfo: LSPProgram? = nil, rootURI: String? = nil,
    workspaceFolders: [LSPWorkspaceFolder] = [], capabilities: JSONValue = [:],
    initializationOptions: JSONValue? = nil
  ) {
    self.processID = processID
    self.clientInfo = clientInfo
    self.rootURI = rootURI
    self.workspaceFolders = workspaceFolders
    self.capabilities = capabilities
    self.initializationOptions = initializationOptions
  }

  /// What the server can do.
  public struct Reply: JSONConvertible, Equatable {
    /// What the server can do, an object.
    public var capabilities: JSONValue

    /// The server.
    public var serverInfo: LSPProgram

    public init(capabilities: JSONValue, serverInfo: LSPProgram) {
      self.capabilities = capabilities
      self.serverInfo = serverInfo
    }
  }
}

extension LSPInitialize {
  /// The position encodings that the editor offers, in its order; only utf-16 if it names none.
  public var positionEncodings: [String] {
    let offered = capabilities["general"]?["positionEncodings"]?.arrayValue?.compactMap(\.stringValue) ?? []
    return offered.isEmpty ? ["utf-16"] : offered
  }

  public init(json: JSONValue) throws(JSONMismatch) {
    _ = try JSONObject(json: json)
    processID = json["processId"]?.intValue
    clientInfo = json["clientInfo"].flatMap { try? LSPProgram(json: $0) }
    rootURI = json["rootUri"]?.stringValue
    workspaceFolders = json["workspaceFolders"]?.arrayValue?.compactMap { try? LSPWorkspaceFolder(json: $0) } ?? []
    capabilities = json["capabilities"].flatMap { $0.objectValue?.json } ?? [:]
    initializationOptions = json["initializationOptions"].flatMap { $0 == .null ? nil : $0 }
  }

  public var json: JSONValue {
    .record([
      "processId": processID?.json ?? .null, "clientInfo": clientInfo?.json, "rootUri": rootURI?.json ?? .null,
      "workspaceFolders": workspaceFolders.json, "capabilities": capabilities,
      "initializationOptions": initializationOptions,
    ])
  }
}

extension LSPInitialize.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    capabilities = try json.member("capabilities")
    serverInfo = try json.member("serverInfo")
  }

  public var json: JSONValue { .record(["capabilities": capabilities, "serverInfo": serverInfo.json]) }
}

extension LSPInitialize {
  public static let examples = [
    RPCExample(
      params: """
        {
          "processId": 812, "clientInfo": {"name": "Neovim", "version": "0.10.4"},
          "rootUri": "file:///home/ann/shop",
          "workspaceFolders": [{"uri": "file:///home/ann/shop", "name": "shop"}],
          "capabilities": {"general": {"positionEncodings": ["utf-16"]}},
          "initializationOptions": {"review": true}
        }
        """,
      reply: """
        {
          "capabilities": {"positionEncoding": "utf-16", "hoverProvider": true},
          "serverInfo": {"name": "krafd", "version": "0.1.0"}
        }
        """),
    RPCExample(
      params: #"{"processId": null, "rootUri": null, "capabilities": {}}"#,
      reply: #"{"capabilities": {}, "serverInfo": {"name": "krafd"}}"#),
  ]
}

/// A program by name.
public struct LSPProgram: JSONConvertible, Equatable {
  /// For the log and for people.
  public var name: String

  /// Its version, if it says.
  public var version: String?

  public init(name: String, version: String? = nil) {
    self.name = name
    self.version = version
  }
}

extension LSPProgram {
  public init(json: JSONValue) throws(JSONMismatch) {
    name = try json.member("name")
    version = try json.optional("version")
  }

  public var json: JSONValue {
    .record(["name": name.json, "version": version?.json])
  }
}

/// A folder that is open in the editor.
public struct LSPWorkspaceFolder: JSONConvertible, Equatable {
  /// Where it is.
  public var uri: String

  /// What the editor calls it.
  public var name: String

  public init(uri: String, name: String) {
    self.uri = uri
    self.name = name
  }
}

extension LSPWorkspaceFolder {
  public init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.member("uri")
    name = try json.member("name")
  }

  public var json: JSONValue {
    .record(["uri": uri.json, "name": name.json])
  }
}
