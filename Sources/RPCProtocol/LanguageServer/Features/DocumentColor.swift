/// A color in sRGB; each part from 0 to 1.
public struct LSPColor: JSONConvertible, Equatable {
  /// Red.
  public var red: Double

  /// Green.
  public var green: Double

  /// Blue.
  public var blue: Double

  /// Always 1 in what krafd sends.
  public var alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }
}

extension LSPColor {
  public init(json: JSONValue) throws(JSONMismatch) {
    red = try json.member("red")
    green = try json.member("green")
    blue = try json.member("blue")
    alpha = try json.member("alpha")
  }

  public var json: JSONValue {
    .record(["red": red.json, "green": green.json, "blue": blue.json, "alpha": alpha.json])
  }
}

/// A color that is written in the text.
public struct LSPColorPlace: JSONConvertible, Equatable {
  /// Where.
  public var range: LSPRange

  /// Which.
  public var color: LSPColor

  public init(range: LSPRange, color: LSPColor) {
    self.range = range
    self.color = color
  }
}

extension LSPColorPlace {
  public init(json: JSONValue) throws(JSONMismatch) {
    range = try json.member("range")
    color = try json.member("color")
  }

  public var json: JSONValue {
    .record(["range": range.json, "color": color.json])
  }
}

/// Lists the colors of a document.
public struct LSPDocumentColors: RPCRequest {
  public static let method = "textDocument/documentColor"
  public static let summary = "Lists the colors of a document."

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }

  public typealias Reply = [LSPColorPlace]
}

extension LSPDocumentColors {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPDocumentColors {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#,
      reply: """
        [
          {
            "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}},
            "color": {"red": 1.0, "green": 0.5, "blue": 0.0, "alpha": 1.0}
          }
        ]
        """)
  ]
}

/// A way to write a color.
public struct LSPColorText: JSONConvertible, Equatable {
  /// The text.
  public var label: String

  public init(label: String) {
    self.label = label
  }
}

extension LSPColorText {
  public init(json: JSONValue) throws(JSONMismatch) {
    label = try json.member("label")
  }

  public var json: JSONValue {
    .record(["label": label.json])
  }
}

/// Says how a color is written.
public struct LSPColorPresentation: RPCRequest {
  public static let method = "textDocument/colorPresentation"
  public static let summary = "Says how a color is written in a shot list."

  /// The document.
  public var textDocument: LSPDocument

  /// The color.
  public var color: LSPColor

  /// The part of the document.
  public var range: LSPRange

  public init(textDocument: LSPDocument, color: LSPColor, range: LSPRange) {
    self.textDocument = textDocument
    self.color = color
    self.range = range
  }

  public typealias Reply = [LSPColorText]
}

extension LSPColorPresentation {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    color = try json.member("color")
    range = try json.member("range")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "color": color.json, "range": range.json])
  }
}

extension LSPColorPresentation {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"},
          "color": {"red": 1.0, "green": 0.5, "blue": 0.0, "alpha": 1.0},
          "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}
        }
        """,
      reply: """
        [
          {"label": "#FF8000"}
        ]
        """)
  ]
}
