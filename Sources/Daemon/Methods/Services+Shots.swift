import RPCProtocol
import ShotList
import Workspace

extension Services {
  func parse(_ request: ShotsParse, _: CallContext) -> ShotsParse.Reply {
    let tree = ShotList.parse(request.text).tree
    return ShotsParse.Reply(tree: .array(tree.nodes.map { $0.json(in: tree) }))
  }

  /// Analyses a text, or a saved file with what is known of the files around it.
  func analyse(_ request: ShotsAnalyse, _ context: CallContext) async throws(RPCError) -> ShotsAnalyse.Reply {
    let (text, facts) = try await source(request.path, request.text, request.workspace, context)
    let analysis = ShotList.analyse(text, catalog: catalog, facts: facts, operations: Self.stepOperations)
    let lines = LineIndex(Array(text.utf8))
    return ShotsAnalyse.Reply(
      product: analysis.product.name, shots: analysis.shots.map(\.json),
      issues: analysis.issues.map { RPCProtocol::ShotIssue($0, lines, .utf16) })
  }

  /// A text, or a saved file with what is known of the files around it.
  func source(
    _ path: String?, _ text: String?, _ name: String?, _ context: CallContext
  ) async throws(RPCError) -> (String, FileFacts) {
    switch (path, text) {
    case (let path?, let given):
      let workspace = try await workspace(name, orOf: path, context)
      let text = try await answering { () throws(WorkspaceError) in
        if let given { return given }
        return try workspace.text(ofShotList: path)
      }
      return (text, workspace.facts(forShotList: path))
    case (nil, let given?): return (given, FileFacts())
    case (nil, nil): throw .failed("noText", "Name the shot list by 'path', or give its 'text'")
    }
  }
}

extension RPCProtocol::ShotIssue {
  /// An issue with its place in lines and characters of `encoding`, both from zero.
  init(_ issue: ShotListIssue, _ lines: LineIndex, _ encoding: PositionEncoding) {
    let severity: IssueSeverity
    switch issue.severity {
    case .error: severity = .error
    case .warning: severity = .warning
    case .information: severity = .information
    }
    var details: JSONObject?
    if let fix = issue.fix {
      details = [
        "fix": [
          "title": .string(fix.title), "range": LSPRange(fix.range, lines, encoding).json,
          "replacement": .string(fix.replacement),
        ]
      ]
    }
    self.init(
      code: issue.id.rawValue, severity: severity, message: issue.sentence,
      range: LSPRange(issue.range, lines, encoding), details: details)
  }
}

extension LSPRange {
  /// A range of bytes in lines and characters of `encoding`.
  init(_ range: Range<Int>, _ lines: LineIndex, _ encoding: PositionEncoding) {
    let start = lines.position(at: range.lowerBound, encoding)
    let end = lines.position(at: range.upperBound, encoding)
    self.init(
      start: LSPPosition(line: start.line, character: start.character),
      end: LSPPosition(line: end.line, character: end.character))
  }
}
