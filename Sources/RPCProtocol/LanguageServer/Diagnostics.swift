/// How much a diagnostic matters.
public enum LSPSeverity: Int, Sendable {
  case error = 1
  case warning
  case information
  case hint
}

extension LSPSeverity: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    let number = try Int(json: json)
    guard let severity = LSPSeverity(rawValue: number) else {
      throw JSONMismatch(expected: "a number from 1 to 4", found: "\(number)")
    }
    self = severity
  }

  public var json: JSONValue { rawValue.json }
}

/// An issue in a document.
public struct LSPDiagnostic: JSONConvertible, Equatable {
  /// Where.
  public var range: LSPRange

  /// How much it matters.
  public var severity: LSPSeverity?

  /// A stable word.
  public var code: String?

  /// Who says it.
  public var source: String?

  /// One sentence.
  public var message: String

  /// What a code action needs to know again.
  public var data: JSONValue?

  public init(
    range: LSPRange, severity: LSPSeverity? = nil, code: String? = nil, source: String? = nil, message: String,
    data: JSONValue? = nil
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.source = source
    self.message = message
    self.data = data
  }
}

extension LSPDiagnostic {
  public init(json: JSONValue) throws(JSONMismatch) {
    range = try json.member("range")
    severity = try json.optional("severity")
    code = try json.optional("code")
    source = try json.optional("source")
    message = try json.member("message")
    data = try json.optional("data")
  }

  public var json: JSONValue {
    .record([
      "range": range.json, "severity": severity?.json, "code": code?.json, "source": source?.json,
      "message": message.json, "data": data?.json,
    ])
  }
}

/// Tells the issues of a document; they replace those told before.
public struct LSPPublishDiagnostics: RPCNotification {
  public static let method = "textDocument/publishDiagnostics"
  public static let summary = "Tells the issues of a document; they replace those told before."

  /// The document.
  public var uri: String

  /// The version that they belong to.
  public var version: Int?

  /// All of the document's; empty when it has none.
  public var diagnostics: [LSPDiagnostic]

  public init(uri: String, version: Int? = nil, diagnostics: [LSPDiagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }
}

extension LSPPublishDiagnostics {
  public init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.member("uri")
    version = try json.optional("version")
    diagnostics = try json.member("diagnostics")
  }

  public var json: JSONValue {
    .record(["uri": uri.json, "version": version?.json, "diagnostics": diagnostics.json])
  }
}

extension LSPPublishDiagnostics {
  public static let examples = [
    RPCExample(
      params: """
        {
          "uri": "file:///home/ann/shop/bottle.kraf", "version": 2,
          "diagnostics": [
            {
              "range": {"start": {"line": 2, "character": 7}, "end": {"line": 2, "character": 11}},
              "severity": 1, "code": "badRatio", "source": "krafd",
              "message": "A ratio is two numbers, like 4:5", "data": {"shot": "hero"}
            }
          ]
        }
        """)
  ]
}
