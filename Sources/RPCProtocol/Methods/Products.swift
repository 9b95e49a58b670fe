/// A photo that shows the product as it is.
public struct ReferenceDescription: JSONConvertible, Equatable {
  /// Its name in the shot list, without the `@`.
  public var handle: String

  /// The path of the photo.
  public var path: String

  /// What it shows, such as `front`.
  public var kind: String

  /// The asset that it became; absent if the photo could not be read.
  public var asset: String?

  public init(handle: String, path: String, kind: String, asset: String? = nil) {
    self.handle = handle
    self.path = path
    self.kind = kind
    self.asset = asset
  }
}

extension ReferenceDescription {
  public init(json: JSONValue) throws(JSONMismatch) {
    handle = try json.member("handle")
    path = try json.member("path")
    kind = try json.member("kind")
    asset = try json.optional("asset", as: .assetName)
  }

  public var json: JSONValue {
    .record(["handle": handle.json, "path": path.json, "kind": kind.json, "asset": asset?.json])
  }
}

/// A product of a workspace.
public struct ProductDescription: JSONConvertible, Equatable {
  /// Its id.
  public var product: String

  /// Its name for people.
  public var name: String

  /// The path of its shot list.
  public var shotList: String

  /// In the order of the shot list.
  public var references: [ReferenceDescription]

  public init(product: String, name: String, shotList: String, references: [ReferenceDescription]) {
    self.product = product
    self.name = name
    self.shotList = shotList
    self.references = references
  }
}

extension ProductDescription {
  public init(json: JSONValue) throws(JSONMismatch) {
    product = try json.member("product")
    name = try json.member("name")
    shotList = try json.member("shotList")
    references = try json.member("references")
  }

  public var json: JSONValue {
    .record(["product": product.json, "name": name.json, "shotList": shotList.json, "references": references.json])
  }
}

/// Lists the products of a workspace.
public struct ProductList: RPCRequest {
  public static let method = "kraf/product/list"
  public static let summary = "Lists the products of a workspace."

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(workspace: String? = nil) {
    self.workspace = workspace
  }

  /// The products.
  public struct Reply: JSONConvertible, Equatable {
    /// By name.
    public var products: [ProductDescription]

    public init(products: [ProductDescription]) {
      self.products = products
    }
  }
}

extension ProductList {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["workspace": workspace?.json])
  }
}

extension ProductList.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    products = try json.member("products")
  }

  public var json: JSONValue {
    .record(["products": products.json])
  }
}

extension ProductList {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: """
        {
          "products": [
            {
              "product": "p1", "name": "Trailhead bottle", "shotList": "/home/ann/shop/bottle.kraf",
              "references": []
            }
          ]
        }
        """)
  ]
}

/// Describes one product.
public struct ProductGet: RPCRequest {
  public static let method = "kraf/product/get"
  public static let summary = "Describes one product."

  public typealias Reply = ProductDescription

  /// Its id.
  public var product: String

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(product: String, workspace: String? = nil) {
    self.product = product
    self.workspace = workspace
  }
}

extension ProductGet {
  public init(json: JSONValue) throws(JSONMismatch) {
    product = try json.member("product")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["product": product.json, "workspace": workspace?.json])
  }
}

extension ProductGet {
  public static let examples = [
    RPCExample(
      params: #"{"product": "p1"}"#,
      reply: """
        {
          "product": "p1", "name": "Trailhead bottle", "shotList": "/home/ann/shop/bottle.kraf",
          "references": [
            {
              "handle": "front", "path": "/home/ann/shop/refs/front.jpg", "kind": "front",
              "asset": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
            }
          ]
        }
        """)
  ]
}
