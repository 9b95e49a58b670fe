/// What a parameter takes.
public enum ParameterKind: String, JSONConvertible, CaseIterable {
  case integer
  case number
  case boolean
  case text
  case choice
  case color
  case region
  /// Lists of x, y, x, y, …: one line of points each.
  case lines
  case path
}

/// A parameter of an operation: enough to build a form from.
public struct ParameterDescription: JSONConvertible, Equatable {
  /// Its key in `parameters`.
  public var name: String

  /// What it takes.
  public var kind: ParameterKind

  /// Such as `px` or `degrees`.
  public var unit: String?

  /// The smallest value.
  public var minimum: Double?

  /// The largest value.
  public var maximum: Double?

  /// The value if it is absent; no default means that it must be given.
  public var defaultValue: JSONValue?

  /// The words that a choice takes.
  public var choices: [String]?

  /// One sentence.
  public var summary: String

  public init(
    name: String, kind: ParameterKind, unit: String? = nil, minimum: Double? = nil, maximum: Double? = nil,
    defaultValue: JSONValue? = nil, choices: [String]? = nil, summary: String
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.minimum = minimum
    self.maximum = maximum
    self.defaultValue = defaultValue
    self.choices = choices
    self.summary = summary
  }
}

extension ParameterDescription {
  public init(json: JSONValue) throws(JSONMismatch) {
    name = try json.member("name")
    kind = try json.member("kind")
    unit = try json.optional("unit")
    minimum = try json.optional("minimum")
    maximum = try json.optional("maximum")
    defaultValue = json["default"]
    choices = try json.optional("choices")
    summary = try json.member("summary")
  }

  public var json: JSONValue {
    .record([
      "name": name.json, "kind": kind.json, "unit": unit?.json, "minimum": minimum?.json,
      "maximum": maximum?.json, "default": defaultValue?.json, "choices": choices?.json,
      "summary": summary.json,
    ])
  }
}

/// Whether an operation works with a mask.
public enum MaskUse: String, JSONConvertible, CaseIterable {
  /// It takes none.
  case none
  /// It takes one, and does without as well.
  case optional
  /// It cannot work without one.
  case needed
}

/// An edit that `kraf/edit` can make.
public struct OperationDescription: JSONConvertible, Equatable {
  /// What `operation` takes.
  public var name: String

  /// A name for people.
  public var title: String

  /// One sentence.
  public var summary: String

  /// In the order of a form.
  public var parameters: [ParameterDescription]

  /// Whether `kraf/edit` takes `mask` or `maskPath` for it.
  public var mask: MaskUse

  public init(
    name: String, title: String, summary: String, parameters: [ParameterDescription], mask: MaskUse = .none
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.parameters = parameters
    self.mask = mask
  }
}

extension OperationDescription {
  public init(json: JSONValue) throws(JSONMismatch) {
    name = try json.member("name")
    title = try json.member("title")
    summary = try json.member("summary")
    parameters = try json.member("parameters")
    mask = try json.member("mask", default: .none)
  }

  public var json: JSONValue {
    .record([
      "name": name.json, "title": title.json, "summary": summary.json, "parameters": parameters.json,
      "mask": mask.json,
    ])
  }
}

/// Lists the edits that `kraf/edit` can make, with their parameters.
public struct CatalogOperations: RPCRequest {
  public static let method = "kraf/catalog/operations"
  public static let summary = "Lists the edits that `kraf/edit` can make, with their parameters."

  public init() {}

  /// The operations.
  public struct Reply: JSONConvertible, Equatable {
    /// In the order in which people should see them.
    public var items: [OperationDescription]

    public init(items: [OperationDescription]) {
      self.items = items
    }
  }
}

extension CatalogOperations {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension CatalogOperations.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    items = try json.member("items")
  }

  public var json: JSONValue {
    .record(["items": items.json])
  }
}

extension CatalogOperations {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: """
        {
          "items": [
            {
              "name": "resize", "title": "Resize", "summary": "Makes the picture smaller or larger.",
              "parameters": [
                {
                  "name": "width", "kind": "integer", "unit": "px", "minimum": 1.0, "maximum": 16384.0,
                  "summary": "The new width."
                },
                {
                  "name": "filter", "kind": "choice", "default": "lanczos", "choices": ["lanczos", "box"],
                  "summary": "How pixels are weighed."
                }
              ],
              "mask": "none"
            }
          ]
        }
        """)
  ]
}
