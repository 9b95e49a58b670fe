public import Catalog

/// A shot list as an editor works with it: its parts, what they mean, and where they stand. Made once for each text; what
/// an editor asks is answered from it without reading the text again.
public struct ShotListView: Sendable {
  public let file: ShotListFile
  public let analysis: Analysis
  public let lines: LineIndex
  let reading: Reading

  /// Cost: linear in the text.
  public init(
    _ text: String, catalog: Catalog, facts: FileFacts = FileFacts(), operations: [StepOperation] = []
  ) {
    let file = ShotList.parse(text)
    let reading = Reading(file, catalog: catalog, facts: facts, operations: operations)
    self.file = file
    self.reading = reading
    analysis = ShotList.analyse(reading)
    lines = LineIndex(file.tree.bytes)
  }

  var tree: SyntaxTree { file.tree }
  var bytes: [UInt8] { file.tree.bytes }
  var catalog: Catalog { reading.catalog }
  /// The edits that may follow a shot.
  var operations: [StepOperation] { reading.operations }

  /// The node that a byte offset stands in; at a node's end, the one that ends there if it has no line end.
  func node(at offset: Int) -> SyntaxNode? {
    let nodes = tree.nodes
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    if low < nodes.count { return nodes[low] }
    guard let last = nodes.last, last.range.upperBound == offset, bytes.last?.isLineEnd == false else { return nil }
    return last
  }

  /// The shot that a byte offset stands in, as written; nil in the header.
  func shot(at offset: Int) -> ReadShot? {
    reading.shots.last { $0.syntax.range.lowerBound <= offset }
  }

  /// The shot that a byte offset stands in, complete; nil in the header and under an unknown role.
  public func resolvedShot(at offset: Int) -> ResolvedShot? {
    analysis.shots.first { $0.range.contains(offset) } ?? analysis.shots.last { $0.range.upperBound == offset }
  }

  /// The step that a byte offset stands in.
  func step(at offset: Int) -> StepSyntax? {
    shot(at: offset)?.syntax.steps.last { $0.body.range.lowerBound <= offset }
  }
}

/// An edit that may follow a shot, as the list of operations describes it.
public struct StepOperation: Sendable {
  public var name: String
  public var summary: String
  /// Each with a sentence.
  public var parameters: [(name: String, summary: String)]

  public init(name: String, summary: String, parameters: [(name: String, summary: String)]) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
  }
}

/// A change of a text: bytes that are replaced.
public struct TextChange: Sendable, Equatable {
  public var range: Range<Int>
  public var replacement: String

  public init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension [TextChange] {
  /// The text with all changes made; they do not overlap.
  public func applied(to text: String) -> String {
    var bytes = Array<UInt8>(text.utf8)
    for change in sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(change.range, with: Array<UInt8>(change.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
