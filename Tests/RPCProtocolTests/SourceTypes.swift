/// A type of the module as its source describes it: the document is made from the same comments that readers of the
/// code see, and from the very lines that decode.
struct SourceType {
  struct Member {
    var name: String
    var type: String
    var comment: String

    /// The key on the wire; nil if the decoder does not name it.
    var key: String?

    /// What the decoder asks of the value, such as `in: 1...2048`.
    var rule: String?
  }

  var name: String
  var comment = ""
  var members: [Member] = []

  /// The words of an enum.
  var cases: [String] = []

  /// What a `typealias Reply` names.
  var reply: String?

  /// Whether it is a request or a notification.
  var isContract = false
}

extension SourceType {
  /// The types of all files, by their names; a nested one is named `Outer.Inner`.
  static func all(in texts: [String]) -> [String: SourceType] {
    var reader = SourceReader()
    for text in texts { reader.read(text) }
    return reader.types
  }
}

/// Reads sources line by line. It relies on the layout that the formatter gives them.
private struct SourceReader {
  var types: [String: SourceType] = [:]
  private var comment: [Substring] = []
  private var outer = ""
  private var inner = ""

  private var current: String { inner.isEmpty ? outer : "\(outer).\(inner)" }

  mutating func read(_ text: String) {
    for line in text.split(separator: "\n") {
      let code = line.drop { $0 == " " }
      if code.hasPrefix("///") {
        comment.append(code.dropFirst(4))
      } else {
        read(code, indent: line.count - code.count)
        comment = []
      }
    }
  }

  private mutating func read(_ code: Substring, indent: Int) {
    let words = code.split(maxSplits: 3) { " :<{".contains($0) }
    switch words.first {
    case "public": readDeclaration(code, words.dropFirst(), indent: indent)
    case "extension" where indent == 0: enter(words[1])
    case "case" where words.count == 2 || words[2] == "=": types[current]?.cases.append(String(words[1]))
    case "}" where indent <= 2: inner = ""
    case let name?: readDecoder(name, code)
    case nil: break
    }
  }

  private mutating func enter(_ path: Substring) {
    let names = path.split(separator: ".")
    outer = String(names[0])
    inner = names.count > 1 ? String(names[1]) : ""
  }

  private mutating func readDeclaration(_ code: Substring, _ words: ArraySlice<Substring>, indent: Int) {
    guard let kind = words.first, let name = words.dropFirst().first else { return }
    switch kind {
    case "struct", "enum":
      if indent == 0 { enter(name) } else { inner = String(name) }
      types[current] = SourceType(name: current, comment: comment.prefix { !$0.isEmpty }.joined(separator: " "))
      types[current]?.isContract = code.contains(": RPCRequest") || code.contains(": RPCNotification")
    case "var" where code.last != "}" && code.last != "{":
      let type = code.drop { $0 != ":" }.dropFirst(2)
      types[current]?.members.append(
        .init(name: String(name), type: String(type), comment: comment.joined(separator: " ")))
    case "typealias": types[current]?.reply = code.split(separator: " ").last.map(String.init)
    default: break
    }
  }

  /// Takes the key and the rule from a line such as `px = try json.member("px", in: 1...2048)`.
  private mutating func readDecoder(_ name: Substring, _ code: Substring) {
    guard let index = types[current]?.members.firstIndex(where: { $0.name == name }) else { return }
    let parts = code.split(separator: "\"", maxSplits: 2)
    guard parts.count == 3, parts[0].contains("json") else { return }
    types[current]?.members[index].key = String(parts[1])
    if parts[2].hasPrefix(", ") { types[current]?.members[index].rule = String(parts[2].dropFirst(2).dropLast()) }
  }
}
