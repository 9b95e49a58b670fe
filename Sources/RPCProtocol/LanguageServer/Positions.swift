/// A place in a document, between two characters.
public struct LSPPosition: JSONConvertible, Equatable {
  /// The largest `uinteger` of the protocol.
  public static let largest = 2_147_483_647

  /// From 0.
  public var line: Int

  /// From 0, in units of the session's position encoding. Past the end of the line means its end.
  public var character: Int

  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

extension LSPPosition {
  public init(json: JSONValue) throws(JSONMismatch) {
    line = try json.member("line", in: 0...LSPPosition.largest)
    character = try json.member("character", in: 0...LSPPosition.largest)
  }

  public var json: JSONValue {
    .record(["line": line.json, "character": character.json])
  }
}

/// A part of a document, the end excluded.
public struct LSPRange: JSONConvertible, Equatable {
  /// The first place inside.
  public var start: LSPPosition

  /// The first place behind; not before the start in what krafd sends.
  public var end: LSPPosition

  public init(start: LSPPosition, end: LSPPosition) {
    self.start = start
    self.end = end
  }
}

extension LSPRange {
  public init(json: JSONValue) throws(JSONMismatch) {
    start = try json.member("start")
    end = try json.member("end")
  }

  public var json: JSONValue {
    .record(["start": start.json, "end": end.json])
  }
}
