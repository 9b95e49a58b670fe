import RPCProtocol
import Workspace

extension RPCProtocol::CanvasNode {
  /// A node as clients see it.
  init(_ node: Workspace::CanvasNode, verdict: Verdict.Kind?) {
    let (state, frame) = (node.state, node.state.frame)
    self.init(
      node: "\(node.id)", kind: CanvasNodeKind(node.kind), asset: node.asset?.hex, product: node.product?.rawValue,
      shot: node.shot, job: node.job?.rawValue, title: state.title, text: state.text, tags: state.tags, x: frame.x,
      y: frame.y, width: frame.width, height: frame.height, group: state.group.map { "\($0)" },
      verdict: verdict?.rawValue, stale: node.isStale)
  }
}

extension CanvasNodeKind {
  fileprivate init(_ kind: Workspace::CanvasNode.Kind) {
    switch kind {
    case .product: self = .product
    case .prompt: self = .prompt
    case .reference: self = .reference
    case .output: self = .output
    case .variation: self = .variation
    case .edit: self = .edit
    case .note: self = .note
    case .group: self = .group
    }
  }
}

extension Workspace::CanvasChange {
  /// What a client asks for. Throws: `badCanvasChange` for a change that lacks something, `noSuchNode`, `noSuchAsset`.
  init(_ change: RPCProtocol::CanvasChange) throws(RPCError) {
    switch change.action {
    case .add: self = .add(try NewCanvasNode(change))
    case .set: self = .set(try Self.node(of: change), try CanvasFields(change))
    case .trash: self = .trash(try Self.node(of: change))
    case .restore: self = .restore(try Self.node(of: change))
    case .arrange: self = .arrange(try change.nodes.map(Self.ids))
    }
  }

  /// Throws: `noSuchNode`.
  static func ids(_ names: [String]) throws(RPCError) -> [Int64] {
    try names.map { name throws(RPCError) in try id(name) }
  }

  fileprivate static func id(_ name: String) throws(RPCError) -> Int64 {
    guard let id = Int64(name), id > 0, String(id) == name else {
      throw .failed("noSuchNode", "The canvas has no node '\(name)'; kraf/canvas/get lists them")
    }
    return id
  }

  private static func node(of change: RPCProtocol::CanvasChange) throws(RPCError) -> Int64 {
    guard let name = change.node else {
      throw RPCError(.badCanvasChange("'\(change.action.rawValue)' needs a 'node'"))
    }
    return try id(name)
  }
}

extension NewCanvasNode {
  fileprivate init(_ change: RPCProtocol::CanvasChange) throws(RPCError) {
    let content: Content
    switch (change.kind, change.asset, change.nodes) {
    case (.note, nil, nil): content = .note(change.text ?? "")
    case (.group, nil, let nodes?): content = .group(try Workspace::CanvasChange.ids(nodes))
    case (.reference, let asset?, nil):
      guard let id = AssetID(asset) else { throw RPCError(.noSuchAsset(id: asset)) }
      content = .reference(id)
    default:
      throw RPCError(
        .badCanvasChange("add a 'note', a 'group' with the 'nodes' to lie in it, or a 'reference' with an 'asset'"))
    }
    var fields = try CanvasFields(change)
    fields.text = nil
    self.init(content, fields)
  }
}

extension CanvasFields {
  fileprivate init(_ change: RPCProtocol::CanvasChange) throws(RPCError) {
    self.init()
    title = change.title
    text = change.text
    tags = change.tags
    (x, y, width, height) = (change.x, change.y, change.width, change.height)
    if let name = change.group { group = name.isEmpty ? .out : .into(try Workspace::CanvasChange.id(name)) }
  }
}
