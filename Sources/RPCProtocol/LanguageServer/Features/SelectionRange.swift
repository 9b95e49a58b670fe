/// A part of a text, and the larger part around it.
public struct LSPSelection: JSONConvertible, Equatable {
  /// From the smallest to the largest; each holds the one before.
  public var ranges: [LSPRange]

  public init(ranges: [LSPRange]) {
    self.ranges = ranges
  }
}

extension LSPSelection {
  public init(json: JSONValue) throws(JSONMismatch) {
    ranges = [try json.member("range")]
    var outer = json["parent"]
    while let next = outer {
      ranges.append(try next.member("range"))
      outer = next["parent"]
    }
  }

  public var json: JSONValue {
    ranges.reversed().reduce(JSONValue.null) { parent, range in
      .record(["range": range.json, "parent": parent == .null ? nil : parent])
    }
  }
}

/// Lists ever larger parts around places.
public struct LSPSelectionRanges: RPCRequest {
  public static let method = "textDocument/selectionRange"
  public static let summary = "Lists ever larger parts of the text around places."

  /// The document.
  public var textDocument: LSPDocument

  /// The places.
  public var positions: [LSPPosition]

  public init(textDocument: LSPDocument, positions: [LSPPosition]) {
    self.textDocument = textDocument
    self.positions = positions
  }

  public typealias Reply = [LSPSelection]
}

extension LSPSelectionRanges {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    positions = try json.member("positions")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "positions": positions.json])
  }
}

extension LSPSelectionRanges {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"},
          "positions": [{"line": 4, "character": 9}]
        }
        """,
      reply: #"[{"range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}}]"#)
  ]
}
