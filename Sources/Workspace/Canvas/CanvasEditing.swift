import Platform

/// Changes of the canvas inside one transaction.
struct CanvasEditing {
  private(set) var transaction: Transaction
  /// What was changed so far.
  private(set) var step = CanvasStep()
  private var added: [Int64] = []
  private let base: Int64
  private let now: WallTime

  /// The room between a group's frame and what lies in it.
  private static let groupMargin = 40.0

  init(_ transaction: Transaction, base: Int64, now: WallTime) {
    self.transaction = transaction
    self.base = base
    self.now = now
  }

  /// Throws: `canvasConflict`, `noSuchNode`, `badCanvasChange`, `noSuchAsset`.
  mutating func make(_ change: CanvasChange) throws {
    switch change {
    case .add(let new): try add(new)
    case .set(let id, let fields): try set(id, fields)
    case .trash(let id): try trash(id)
    case .restore(let id): try restore(id)
    case .arrange(let ids): try arrange(ids)
    }
  }

  /// Makes every node be as after the step, where nobody else changed it. Throws: `canvasConflict`.
  mutating func replay(_ step: CanvasStep) throws {
    var lost: [Int64] = []
    for (id, change) in step.changes.sorted(by: { $0.key < $1.key }) {
      guard let state = try transaction.snapshot.canvasNode(id)?.state.changed(from: change.before, to: change.after)
      else {
        lost.append(id)
        continue
      }
      try transaction.set(state, of: id)
      self.step.note(id, from: change.before, to: change.after)
    }
    guard lost.isEmpty else { throw WorkspaceError.canvasConflict(nodes: lost) }
  }

  func outcome() throws -> CanvasOutcome {
    let snapshot = transaction.snapshot
    return CanvasOutcome(
      clock: transaction.changes.isEmpty ? try snapshot.clock() : try transaction.nextClock(), added: added,
      nodes: try step.changes.keys.sorted().compactMap { try snapshot.canvasNode($0) })
  }

  private mutating func add(_ new: NewCanvasNode) throws {
    try new.fields.check()
    var node = CanvasNode(
      id: 0, kind: .note, state: CanvasState(title: "", frame: CanvasFrame(x: 0, y: 0, width: 0, height: 0)),
      created: now)
    var members: [CanvasNode] = []
    switch new.content {
    case .note(let text):
      node.state.text = text
      (node.state.frame.width, node.state.frame.height) = CanvasLayout.note
    case .reference(let id):
      guard let asset = try transaction.snapshot.asset(id) else { throw WorkspaceError.noSuchAsset(id: id.hex) }
      (node.kind, node.asset, node.product) = (.reference, id, asset.product)
      node.state.frame = .picture(width: asset.width, height: asset.height)
    case .group(let ids):
      node.kind = .group
      members = try Set(ids).sorted().map { try open($0) }
      guard let first = members.first else { throw WorkspaceError.badCanvasChange("a group needs a node to lie in it") }
      node.state.frame = members.reduce(first.state.frame) { $0.union($1.state.frame) }.grown(by: Self.groupMargin)
    }
    if new.fields.x == nil, new.fields.y == nil, node.kind != .group {
      node.state.frame = try transaction.free(node.state.frame, at: (0, transaction.bottom()), step: .right)
    }
    node.state = new.fields.applied(to: node.state)
    var fields = CanvasFields()
    fields.text = node.state.text
    try fields.check()
    node.state.group = try group(new.fields.group, for: node)
    node = try transaction.add(node)
    added.append(node.id)
    var before = node.state
    before.trashed = now
    step.note(node.id, from: before, to: node.state)
    for member in members {
      var state = member.state
      state.group = try group(.into(node.id), for: member)
      try set(state, of: member)
    }
  }

  private mutating func set(_ id: Int64, _ fields: CanvasFields) throws {
    try fields.check()
    let node = try open(id)
    guard fields.text == nil || node.kind == .note else {
      throw WorkspaceError.badCanvasChange(
        "the text of a \(node.kind.rawValue) stays as it is; only a note's is changed")
    }
    var state = fields.applied(to: node.state)
    if let change = fields.group { state.group = try group(change, for: node) }
    if node.kind == .group {
      let (right, down) = (state.frame.x - node.state.frame.x, state.frame.y - node.state.frame.y)
      if right != 0 || down != 0 {
        for member in try transaction.snapshot.members(ofGroup: id) { try move(member, right, down) }
      }
    }
    try set(state, of: node)
  }

  private mutating func trash(_ id: Int64) throws {
    let node = try open(id)
    if node.kind == .group {
      for member in try transaction.snapshot.members(ofGroup: id) {
        var state = member.state
        state.group = nil
        try set(state, of: member)
      }
    }
    var state = node.state
    state.trashed = now
    try set(state, of: node)
  }

  private mutating func restore(_ id: Int64) throws {
    let node = try known(id)
    var state = node.state
    state.trashed = nil
    // Its group may be in the trash too.
    if let group = state.group, try transaction.snapshot.canvasNode(group)?.state.trashed != nil { state.group = nil }
    try set(state, of: node)
  }

  private mutating func arrange(_ ids: [Int64]?) throws {
    let nodes = try transaction.snapshot.canvasNodes()
    let chosen = try ids.map { Set(try $0.map { try open($0).id }) }
    let places = CanvasLayout.places(nodes, try transaction.snapshot.canvasEdges())
    let placed = nodes.filter { $0.state.group == nil && places[$0.id] != nil }
    for node in nodes where node.state.group == nil && chosen?.contains(node.id) ?? true {
      var state = node.state
      if let place = places[node.id] {
        (state.frame.x, state.frame.y) = place
      } else if node.kind == .note, let near = placed.min(by: { node.distance(to: $0) < node.distance(to: $1) }),
        let place = places[near.id]
      {
        // A note stays beside what it is about.
        state.frame = state.frame.moved(place.x - near.state.frame.x, place.y - near.state.frame.y)
      }
      try set(state, of: node)
    }
  }

  /// What a change of group means for a node. Throws: `badCanvasChange`, `noSuchNode`.
  private func group(_ change: CanvasFields.GroupChange?, for node: CanvasNode) throws -> Int64? {
    guard case .into(let id)? = change else { return nil }
    guard node.kind != .group else { throw WorkspaceError.badCanvasChange("a group cannot lie in a group") }
    let group = try known(id)
    guard group.kind == .group, group.state.trashed == nil else {
      throw WorkspaceError.badCanvasChange("node \(id) is no group on the canvas")
    }
    return id
  }

  private mutating func move(_ node: CanvasNode, _ right: Double, _ down: Double) throws {
    var state = node.state
    state.frame = state.frame.moved(right, down)
    try set(state, of: node)
  }

  private mutating func set(_ state: CanvasState, of node: CanvasNode) throws {
    guard state != node.state else { return }
    let places = CanvasFields.places
    guard places.contains(state.frame.x), places.contains(state.frame.y) else {
      throw WorkspaceError.badCanvasChange("x and y lie between -10 and 10 million")
    }
    try transaction.set(state, of: node.id)
    step.note(node.id, from: node.state, to: state)
  }

  /// A node on the canvas that nobody else changed. Throws: `noSuchNode`, `canvasConflict`.
  private func open(_ id: Int64) throws -> CanvasNode {
    let node = try known(id)
    guard node.state.trashed == nil else { throw WorkspaceError.noSuchNode(id: id) }
    return node
  }

  private func known(_ id: Int64) throws -> CanvasNode {
    guard let node = try transaction.snapshot.canvasNode(id) else { throw WorkspaceError.noSuchNode(id: id) }
    try checkUnchanged(node)
    return node
  }

  /// Throws: `canvasConflict` when somebody else changed the node after the caller looked.
  private func checkUnchanged(_ node: CanvasNode) throws {
    guard node.version <= base || step.changes[node.id] != nil else {
      throw WorkspaceError.canvasConflict(nodes: [node.id])
    }
  }
}

extension CanvasNode {
  /// Between the middles of two nodes, squared.
  fileprivate func distance(to other: CanvasNode) -> Double {
    let (a, b) = (state.frame, other.state.frame)
    let (x, y) = (a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2)
    return x * x + y * y
  }
}
