import GRDB

extension Row {
  /// The column's text as one of the cases it may have. Throws: for any other text, which only another hand can
  /// have written.
  func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
    let text: String = self[column]
    guard let word = Word(rawValue: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(column) holds '\(text)'")
    }
    return word
  }
}

extension AssetID {
  /// The column's text as the name of an asset. Throws: for any other text.
  init(_ row: Row, column: String) throws {
    let text: String = row[column]
    guard let id = AssetID(text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(column) holds '\(text)'")
    }
    self = id
  }
}

/// Sentences as one text, a line each; line breaks inside become spaces.
func lines(_ sentences: [String]) -> String {
  sentences.map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
}

/// What `lines` joined.
func sentences(_ text: String) -> [String] {
  text.split(separator: "\n").map(String.init)
}
