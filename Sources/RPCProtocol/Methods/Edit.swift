/// Starts one edit of an asset or of a picture file, and answers at once.
public struct KrafEdit: RPCRequest {
  public static let method = "kraf/edit"
  public static let summary = """
    Starts one edit of an asset or of a picture file, and answers at once. Exactly one of `asset` and \
    `path` must be there. `key` and `owner` are those of `kraf/generate`; `output` is a file to write \
    the result to as well. An operation that works with a mask takes it from `mask` or from `maskPath`; \
    one of another size is stretched to the picture. An operation that cuts out answers two outputs: the \
    cut-out, and its mask, which later edits of any picture may name.
    """

  /// The asset to edit; or `path`.
  public var asset: String?

  /// The picture file to edit, absolute; or `asset`.
  public var path: String?

  /// The name of an operation, as `kraf/catalog/operations` lists them.
  public var operation: String

  /// Its parameters.
  public var parameters: JSONObject

  /// The mask, an asset: where it has transparency its alpha counts, else its gray levels, 255 for the product.
  public var mask: String?

  /// A picture file as the mask, absolute; or `mask`.
  public var maskPath: String?

  /// Chosen by the client: the same key gives the same jobs, so that a resend is harmless.
  public var key: String

  /// Who keeps the job alive.
  public var owner: JobOwner

  /// A file to write the result to as well; absolute.
  public var output: String?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(
    asset: String? = nil, path: String? = nil, operation: String, parameters: JSONObject = [:],
    mask: String? = nil, maskPath: String? = nil, key: String, owner: JobOwner = .session, output: String? = nil,
    workspace: String? = nil
  ) {
    self.asset = asset
    self.path = path
    self.operation = operation
    self.parameters = parameters
    self.mask = mask
    self.maskPath = maskPath
    self.key = key
    self.owner = owner
    self.output = output
    self.workspace = workspace
  }

  /// The job, which runs from now on.
  public struct Reply: JSONConvertible, Equatable {
    /// Its id.
    public var job: String

    public init(job: String) {
      self.job = job
    }
  }
}

extension KrafEdit {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.optional("asset", as: .assetName)
    path = try json.optional("path", as: .path)
    operation = try json.member("operation")
    parameters = try json.member("parameters", default: [:])
    mask = try json.optional("mask", as: .assetName)
    maskPath = try json.optional("maskPath", as: .path)
    key = try json.member("key", as: .key)
    owner = try json.member("owner", default: .session)
    output = try json.optional("output", as: .path)
    workspace = try json.optional("workspace")
    try json.require(exactlyOneOf: ["asset", "path"])
    try json.require(atMostOneOf: ["mask", "maskPath"])
  }

  public var json: JSONValue {
    .record([
      "asset": asset?.json, "path": path?.json, "operation": operation.json, "parameters": parameters.json,
      "mask": mask?.json, "maskPath": maskPath?.json, "key": key.json, "owner": owner.json, "output": output?.json,
      "workspace": workspace?.json,
    ])
  }
}

extension KrafEdit.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    job = try json.member("job")
  }

  public var json: JSONValue {
    .record(["job": job.json])
  }
}

extension KrafEdit {
  public static let examples = [
    RPCExample(
      params: """
        {
          "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "operation": "resize",
          "parameters": {"width": 512}, "key": "edit-1", "owner": "session",
          "output": "/home/ann/out/small.png"
        }
        """,
      reply: #"{"job": "j18"}"#),
    RPCExample(
      params: #"{"path": "/home/ann/shop/refs/front.jpg", "operation": "removeBackground", "key": "edit-2"}"#,
      reply: #"{"job": "j19"}"#),
    RPCExample(
      params: """
        {
          "path": "/home/ann/shop/refs/front.jpg", "operation": "refineMask",
          "mask": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "parameters": {"background": [[90, 700, 210, 760]]}, "key": "edit-3"
        }
        """,
      reply: #"{"job": "j20"}"#),
  ]
}
