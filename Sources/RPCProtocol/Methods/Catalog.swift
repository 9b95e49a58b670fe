/// Records of the catalog.
public struct CatalogReply: JSONConvertible, Equatable {
  /// In the order in which people should see them.
  public var items: [CatalogRecord]

  public init(items: [CatalogRecord]) {
    self.items = items
  }
}

extension CatalogReply {
  public init(json: JSONValue) throws(JSONMismatch) {
    items = try json.member("items")
  }

  public var json: JSONValue {
    .record(["items": items.json])
  }
}

/// Lists the roles that a shot can have.
public struct CatalogRoles: RPCRequest {
  public static let method = "kraf/catalog/roles"
  public static let summary = "Lists the roles that a shot can have."

  public typealias Reply = CatalogReply

  public init() {}
}

extension CatalogRoles {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension CatalogRoles {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: """
        {
          "items": [
            {
              "id": "hero", "title": "Hero", "summary": "The product alone, large, on a plain background.",
              "ratio": "1:1"
            }
          ]
        }
        """)
  ]
}

/// Lists the styles, or those that suit a role.
public struct CatalogStyles: RPCRequest {
  public static let method = "kraf/catalog/styles"
  public static let summary = "Lists the styles, or those that suit a role."

  public typealias Reply = CatalogReply

  /// The id of a role.
  public var role: String?

  public init(role: String? = nil) {
    self.role = role
  }
}

extension CatalogStyles {
  public init(json: JSONValue) throws(JSONMismatch) {
    role = try json.optional("role")
  }

  public var json: JSONValue {
    .record(["role": role?.json])
  }
}

extension CatalogStyles {
  public static let examples = [
    RPCExample(
      params: #"{"role": "hero"}"#,
      reply: """
        {
          "items": [
            {
              "id": "soft-gray-studio", "title": "Soft gray studio",
              "summary": "A gray sweep under two soft boxes."
            }
          ]
        }
        """)
  ]
}

/// Lists the channels and their rules for pictures.
public struct CatalogChannels: RPCRequest {
  public static let method = "kraf/catalog/channels"
  public static let summary = "Lists the channels and their rules for pictures."

  public typealias Reply = CatalogReply

  public init() {}
}

extension CatalogChannels {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension CatalogChannels {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: """
        {
          "items": [
            {"id": "shop", "title": "Own shop", "summary": "No rule but size.", "maxBytes": 2000000}
          ]
        }
        """)
  ]
}

/// Lists the models, or those with a capability.
public struct CatalogModels: RPCRequest {
  public static let method = "kraf/catalog/models"
  public static let summary = "Lists the models, or those with a capability."

  public typealias Reply = CatalogReply

  /// Such as `generate`, `cutout`, `upscale`.
  public var capability: String?

  public init(capability: String? = nil) {
    self.capability = capability
  }
}

extension CatalogModels {
  public init(json: JSONValue) throws(JSONMismatch) {
    capability = try json.optional("capability")
  }

  public var json: JSONValue {
    .record(["capability": capability?.json])
  }
}

extension CatalogModels {
  public static let examples = [
    RPCExample(
      params: #"{"capability": "generate"}"#,
      reply: """
        {
          "items": [
            {
              "id": "studio", "title": "Studio", "summary": "The studio inside krafd: offline, free, exact.",
              "costMicros": 0
            }
          ]
        }
        """)
  ]
}

/// Lists the words that prompts can use.
public struct CatalogVocabulary: RPCRequest {
  public static let method = "kraf/catalog/vocabulary"
  public static let summary = "Lists the words that prompts can use."

  public typealias Reply = CatalogReply

  public init() {}
}

extension CatalogVocabulary {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension CatalogVocabulary {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: """
        {
          "items": [
            {
              "id": "travertine", "title": "Travertine", "summary": "A pale porous stone.",
              "group": "surface"
            }
          ]
        }
        """)
  ]
}
