/// What a thing on the canvas is.
public enum CanvasNodeKind: String, JSONConvertible, CaseIterable {
  /// A product, named as its shot list names it.
  case product
  /// What a shot asked for, word by word.
  case prompt
  /// A picture that others were made from.
  case reference
  /// The first picture that was made from a prompt.
  case output
  /// Another picture from the same prompt: another style, model or seed.
  case variation
  /// What an operation made of a picture.
  case edit
  /// A person's own words.
  case note
  /// A frame around nodes.
  case group
}

/// A thing on the canvas.
public struct CanvasNode: JSONConvertible, Equatable {
  /// Its id.
  public var node: String

  /// What it is.
  public var kind: CanvasNodeKind

  /// The picture that it shows; absent for products, prompts, notes and groups.
  public var asset: String?

  /// The product that it belongs to.
  public var product: String?

  /// The shot that it belongs to.
  public var shot: String?

  /// The job that made it.
  public var job: String?

  /// Its caption.
  public var title: String

  /// The words of a prompt or a note; else empty.
  public var text: String

  /// Words to find it by.
  public var tags: [String]

  /// Left edge, in px of the canvas at scale 1.
  public var x: Double

  /// Top edge, in px; down is positive.
  public var y: Double

  /// In px.
  public var width: Double

  /// In px.
  public var height: Double

  /// The group that it lies in.
  public var group: String?

  /// What a person decided about the picture: `accepted` or `rejected`.
  public var verdict: String?

  /// Whether it is out of date: the shot list asks for something else now, a photo or krafd's way of working changed, or an edit was made of a stale picture.
  public var stale: Bool

  public init(
    node: String, kind: CanvasNodeKind, asset: String? = nil, product: String? = nil, shot: String? = nil,
    job: String? = nil, title: String, text: String = "", tags: [String] = [], x: Double, y: Double, width: Double,
    height: Double, group: String? = nil, verdict: String? = nil, stale: Bool = false
  ) {
    self.node = node
    self.kind = kind
    self.asset = asset
    self.product = product
    self.shot = shot
    self.job = job
    self.title = title
    self.text = text
    self.tags = tags
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.group = group
    self.verdict = verdict
    self.stale = stale
  }
}

extension CanvasNode {
  public init(json: JSONValue) throws(JSONMismatch) {
    node = try json.member("node")
    kind = try json.member("kind")
    asset = try json.optional("asset", as: .assetName)
    product = try json.optional("product")
    shot = try json.optional("shot")
    job = try json.optional("job")
    title = try json.member("title")
    text = try json.member("text", default: "")
    tags = try json.member("tags", default: [])
    x = try json.member("x")
    y = try json.member("y")
    width = try json.member("width")
    height = try json.member("height")
    group = try json.optional("group")
    verdict = try json.optional("verdict")
    stale = try json.member("stale", default: false)
  }

  public var json: JSONValue {
    .record([
      "node": node.json, "kind": kind.json, "asset": asset?.json, "product": product?.json, "shot": shot?.json,
      "job": job?.json, "title": title.json, "text": text.isEmpty ? nil : text.json,
      "tags": tags.isEmpty ? nil : tags.json, "x": x.json, "y": y.json, "width": width.json, "height": height.json,
      "group": group?.json, "verdict": verdict?.json, "stale": stale ? true.json : nil,
    ])
  }
}

/// A line from a node to one that came of it.
public struct CanvasEdge: JSONConvertible, Equatable {
  /// A node.
  public var from: String

  /// A node that came of it.
  public var to: String

  /// `reference`, `prompt`, `generate`, or the name of an edit.
  public var operation: String

  public init(from: String, to: String, operation: String) {
    self.from = from
    self.to = to
    self.operation = operation
  }
}

extension CanvasEdge {
  public init(json: JSONValue) throws(JSONMismatch) {
    from = try json.member("from")
    to = try json.member("to")
    operation = try json.member("operation")
  }

  public var json: JSONValue {
    .record(["from": from.json, "to": to.json, "operation": operation.json])
  }
}
