import RPCProtocol

/// `docs/protocol.md`, made from the contracts and from the comments of their sources.
struct ProtocolDocument {
  private let types: [String: SourceType]
  private var lines: [String] = []

  /// The names of types that were mentioned and are still to be described.
  private var mentioned: [String] = []

  init(sources: [String]) {
    types = SourceType.all(in: sources)
    lines = [Self.preface]
    for group in allContracts {
      lines += ["", "## \(group.title)"]
      for contract in group.contracts { add(contract) }
    }
    addTypes()
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func add(_ contract: any RPCContract.Type) {
    let name = String(describing: contract)
    let isRequest = contract is any RPCRequest.Type
    lines += ["", "### `\(contract.method)`", "", contract.summary]
    lines += isRequest ? [] : ["", "A notification."]
    addMembers(of: name, title: "parameter")
    if isRequest { addReply(of: name) }
    for example in contract.examples {
      lines += ["", "```json", example.params, "```"]
      if let reply = example.reply { lines += ["", "answers", "", "```json", reply, "```"] }
    }
  }

  private mutating func addReply(of name: String) {
    guard let reply = types[name]?.reply else {
      addMembers(of: "\(name).Reply", title: "answer")
      return
    }
    switch reply {
    case "EmptyReply": lines += ["", "Answers `{}`."]
    case "NullReply": lines += ["", "Answers `null`."]
    case "JSONValue": lines += ["", "Answers any value."]
    case let reply where reply.hasPrefix("LSPMaybe<"):
      lines += ["", "Answers \(link(String(reply.dropFirst("LSPMaybe<".count).dropLast()))) or `null`."]
    default: lines += ["", "Answers \(describe(type: reply))."]
    }
  }

  private mutating func addMembers(of name: String, title: String) {
    guard let members = types[name]?.members, members.contains(where: { $0.key != nil }) else { return }
    lines += ["", "| \(title) | is | |", "| --- | --- | --- |"]
    for member in members {
      guard let key = member.key else { continue }
      lines.append("| `\(key)` | \(describe(member)) | \(member.comment) |")
    }
  }

  private mutating func addTypes() {
    lines += ["", "## Types"]
    var done: Set<String> = []
    while let name = mentioned.first(where: { !done.contains($0) }) {
      done.insert(name)
      lines += ["", "### \(name)", "", types[name]?.comment ?? ""]
      addMembers(of: name, title: "member")
    }
  }

  private mutating func describe(_ member: SourceType.Member) -> String {
    let rule = member.rule ?? ""
    var text = describe(type: member.type)
    if let match = rule.firstMatch(of: /in: (\S+?)(?:,|$)/) {
      let range = match.output.1.replacing("LSPPosition.largest", with: "2^31 - 1").replacing("_", with: "")
      text += " from " + range.replacing("...", with: " to ")
    }
    switch rule.firstMatch(of: /as: \.(\w+)/)?.output.1 {
    case "path": text = "path"
    case "assetName": text = "asset"
    default: break
    }
    if let match = rule.firstMatch(of: /default: (.+)$/) {
      let word = match.output.1.replacing("[:]", with: "{}")
      return text + "; `\(word.hasPrefix(".") ? "\"\(word.dropFirst())\"" : String(word))` if absent"
    }
    return text + (member.type.hasSuffix("?") ? ", optional" : "")
  }

  private mutating func describe(type: String) -> String {
    let name = type.hasSuffix("?") ? String(type.dropLast()) : type
    if name.hasPrefix("[") { return "array of " + describe(type: String(name.dropFirst().dropLast())) }
    switch name {
    case "Int": return "integer"
    case "Double": return "number"
    case "String": return "text"
    case "Bool": return "true or false"
    case "JSONValue": return "any value"
    case "JSONObject": return "object"
    case "RPCID": return "integer or text"
    case "LSPSeverity", "LSPMessageType":
      let words = types[name]?.cases ?? []
      return words.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
    default: break
    }
    if let words = types[name]?.cases, words.contains(where: { $0.contains("(") }) {
      // Values of several forms: what each holds.
      let forms = words.map { String($0.drop { $0 != "(" }.dropFirst().dropLast()) }
      return forms.map { describe(type: $0) }.joined(separator: " or ")
    }
    if let words = types[name]?.cases, !words.isEmpty { return words.map { "`\"\($0)\"`" }.joined(separator: ", ") }
    return link(name)
  }

  private mutating func link(_ name: String) -> String {
    mentioned.append(name)
    return "[\(name)](#\(name.lowercased()))"
  }

  private static let preface = """
    # The protocol

    krafd speaks JSON-RPC 2.0 in the framing of the Language Server Protocol, on standard input and output and on a \
    Unix socket. This page lists every message. It is made from the code, and the examples are tests.

    ## Rules

    - **Framing.** `Content-Length: N`, an empty line, N bytes of UTF-8 JSON; lines of the header end with `\\r\\n`. \
    The header may have \(Frame.maxHeaderBytes) bytes, a message \(Frame.maxMessageBytes) bytes, a document \
    \(JSONTextRule.maxDocumentBytes) bytes. After a header that cannot be followed krafd answers -32700 with id null \
    and closes the connection; after bad JSON in a good frame it answers the same and goes on.
    - **JSON.** At most \(JSONValue.maxDepth) levels of nesting and \(JSONValue.maxValues) values. Repeated keys, lone \
    surrogates, integers beyond 64 bits and numbers beyond a double are errors. Unknown members are ignored.
    - **Batches** are answered by one array with the answers to their requests, or by nothing if they have none. \
    krafd sends no batches of requests.
    - **Pictures** never travel in JSON: an asset is a name, a path, a media type and a size in px. Coordinates are px \
    from the top left.
    - **Times** are RFC 3339 in UTC; durations are integers of milliseconds whose names end with `Ms`; money is an \
    integer of micro-dollars whose name begins with `costMicros`.
    - **`workspace`** may be absent everywhere: it is then the one that this session opened last.
    - **Long work** answers at once with a job. `kraf/job/progress` tells how it goes; `kraf/job/wait` waits for it.

    ## Errors

    An error has a `code`, a `message` of one sentence for people, and a stable word for machines in `data.reason`.

    | code | means |
    | --- | --- |
    | \(RPCErrorCode.parse) | the bytes are not JSON, or not a frame |
    | \(RPCErrorCode.invalidRequest) | the JSON is no message, or not one that is allowed now |
    | \(RPCErrorCode.unknownMethod) | no method has this name |
    | \(RPCErrorCode.badParameters) | a parameter does not fit; `data.path` says which |
    | \(RPCErrorCode.internal) | a bug of krafd |
    | \(RPCErrorCode.notInitialized) | a request before `initialize` |
    | \(RPCErrorCode.cancelled), \(RPCErrorCode.serverCancelled) | cancelled by the client, by krafd |
    | \(RPCErrorCode.contentModified) | the content changed meanwhile; `data` has the current value |
    | \(RPCErrorCode.failed) | the request was valid, but it failed; the message says why and what to do |
    | \(RPCErrorCode.firstOwn) and up | krafd's own; `data.reason` says which |
    """
}
