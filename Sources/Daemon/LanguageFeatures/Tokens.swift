import RPCProtocol
import ShotList

extension Services {
  /// The names of what tokens say, in the order of their numbers: those that every editor knows.
  var tokenLegend: JSONValue {
    [
      "tokenTypes": .array(TextToken.Kind.allCases.map { .string($0.standardName) }),
      "tokenModifiers": ["declaration"],
    ]
  }

  /// What the parts of a document are.
  func tokens(_ request: LSPSemanticTokensFull, _ context: CallContext) async throws(RPCError) -> LSPTokens {
    let list = try await openShotList(request.textDocument.uri, context)
    let tokens = list.tokens
    let kept = context.session[Documents.key]?.keep(tokens: tokens.data, of: list.uri)
    return LSPTokens(data: tokens.data, resultID: kept?.id)
  }

  /// What changed since an earlier answer.
  func tokenChanges(
    _ request: LSPSemanticTokensDelta, _ context: CallContext
  ) async throws(RPCError) -> LSPSemanticTokensDelta.Reply {
    let list = try await openShotList(request.textDocument.uri, context)
    let data = list.tokens.data
    let kept = context.session[Documents.key]?.keep(tokens: data, of: list.uri)
    guard let kept, let before = kept.before, before.id == request.previousResultID else {
      return LSPSemanticTokensDelta.Reply(resultID: kept?.id ?? "", data: data)
    }
    return LSPSemanticTokensDelta.Reply(resultID: kept.id, edits: data.edits(since: before.data))
  }

  /// What the parts of some lines are.
  func tokensOfRange(_ request: LSPSemanticTokensRange, _ context: CallContext) async throws(RPCError) -> LSPTokens {
    let list = try await openShotList(request.textDocument.uri, context)
    return list.tokens(in: list.range(request.range))
  }
}

extension [Int] {
  /// The one edit that makes these numbers of others; none where they are the same.
  fileprivate func edits(since old: [Int]) -> [LSPTokensEdit] {
    guard self != old else { return [] }
    let most = Swift.min(count, old.count)
    let start = (0..<most).first { self[$0] != old[$0] } ?? most
    let end = (0..<most - start).first { self[count - 1 - $0] != old[old.count - 1 - $0] } ?? most - start
    return [
      LSPTokensEdit(start: start, deleteCount: old.count - end - start, data: Array(self[start..<count - end]))
    ]
  }
}

extension OpenShotList {
  fileprivate var tokens: LSPTokens { tokens(in: 0..<view.file.tree.bytes.count) }

  /// Five numbers a token; one of several lines is cut into its lines, as not every editor takes it whole.
  fileprivate func tokens(in part: Range<Int>) -> LSPTokens {
    var data: [Int] = []
    var last = LSPPosition(line: 0, character: 0)
    for token in view.tokens where token.range.overlaps(part) {
      for line in view.lines.lines(of: token.range) {
        let place = range(line)
        let length = place.end.character - place.start.character
        guard length > 0 else { continue }
        let isSameLine = place.start.line == last.line
        data += [
          place.start.line - last.line, place.start.character - (isSameLine ? last.character : 0), length,
          token.kind.rawValue, token.isDeclaration ? 1 : 0,
        ]
        last = place.start
      }
    }
    return LSPTokens(data: data)
  }
}

extension TextToken.Kind {
  /// The standard type that is colored as this should be.
  fileprivate var standardName: String {
    switch self {
    case .title: "namespace"
    case .role: "keyword"
    case .shotName: "function"
    case .operation: "method"
    case .key: "property"
    case .value: "enumMember"
    case .number, .color: "number"
    case .handle: "variable"
    case .path, .quoted: "string"
    case .kind: "type"
    case .comment: "comment"
    case .avoid: "operator"
    }
  }
}
