/// A few lines about one thing, for people. Lines may hold `**strong**` and `` `code` `` as in Markdown.
public struct Card: Sendable, Equatable {
  /// Empty where an editor shows it by itself.
  public var title: String
  public var lines: [String]

  /// As Markdown.
  public var markdown: String { ((title.isEmpty ? [] : ["**\(title)**"]) + lines).joined(separator: "\n\n") }

  /// For editors that show plain text only.
  public var plain: String {
    let text = ((title.isEmpty ? [] : [title]) + lines).joined(separator: "\n")
    return String(decoding: text.utf8.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`") }, as: UTF8.self)
  }
}
