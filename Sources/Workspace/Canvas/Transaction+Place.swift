import Platform

/// A picture that a job puts on the canvas.
struct CanvasPlacing: Sendable {
  /// How it came about.
  enum Origin: Sendable {
    /// From a prompt, with these pictures.
    case prompt(String, of: [Asset])
    /// By an operation on a picture.
    case edit(Asset, operation: String)
  }

  var asset: Asset
  var title: String
  var product: ProductID?
  var shot: String?
  var job: JobID
  var origin: Origin
  var created: WallTime
}

extension CanvasPlacing {
  /// A picture of a shot.
  init(_ asset: Asset, of work: ShotWork, from sources: [Asset], job: JobID, now: WallTime) {
    self.init(
      asset: asset, title: "\(work.shot) · \(work.style)", product: work.product, shot: work.shot, job: job,
      origin: .prompt(work.prompt, of: sources), created: now)
  }
}

extension Transaction {
  /// Puts a picture on the canvas, beside what it was made from, and that too where it is not there yet. Nothing that
  /// lies there is moved.
  mutating func place(_ picture: CanvasPlacing) throws {
    switch picture.origin {
    case .prompt(let text, let sources):
      let prompt = try prompt(text, of: sources, for: picture)
      let made = try pictures(of: prompt)
      guard !made.contains(where: { $0.asset == picture.asset.id }) else { return }
      var node = picture.node(made.isEmpty ? .output : .variation)
      node.state.frame = try free(node.state.frame, at: nextPlace(after: made, of: prompt), step: .right)
      try connect(prompt, add(node), "generate")
    case .edit(let source, let operation):
      let root = try snapshot.canvasNodes(showing: source.id).last ?? reference(to: source, for: picture)
      let made = try snapshot.canvasEdges(from: root.id).filter { $0.operation == operation }
        .compactMap { try snapshot.canvasNode($0.target) }
      guard !made.contains(where: { $0.asset == picture.asset.id && $0.state.trashed == nil }) else { return }
      var node = picture.node(.edit)
      let place = (
        x: root.state.frame.x + (root.kind == .reference ? 2 * CanvasLayout.cell.width : 0),
        y: root.state.frame.y + (root.kind == .reference ? 0 : CanvasLayout.cell.height)
      )
      node.state.frame = try free(node.state.frame, at: place, step: .right)
      try connect(root, add(node), operation)
    }
  }

  /// The pictures on the canvas that were made from a prompt, the oldest first.
  private func pictures(of prompt: CanvasNode) throws -> [CanvasNode] {
    try snapshot.canvasEdges(from: prompt.id).compactMap { try snapshot.canvasNode($0.target) }
      .filter { $0.state.trashed == nil }
  }

  /// Right of the last picture of a prompt, or in a new row below.
  private func nextPlace(after made: [CanvasNode], of prompt: CanvasNode) -> (x: Double, y: Double) {
    let cell = CanvasLayout.cell
    guard let last = made.last?.state.frame else {
      return (prompt.state.frame.x + cell.width, prompt.state.frame.y)
    }
    guard made.count % CanvasLayout.picturesInARow == 0 else { return (last.x + cell.width, last.y) }
    return (prompt.state.frame.x + cell.width, last.y + cell.height)
  }

  /// The node of what a shot asked for; a prompt that was changed is a new node, so that what was made from the old one
  /// still says so.
  private mutating func prompt(
    _ text: String, of sources: [Asset], for picture: CanvasPlacing
  ) throws -> CanvasNode {
    let product = try product(of: picture)
    let references = try sources.map { try reference(to: snapshot.photo(of: $0), for: picture) }
    let known = try snapshot.canvasNodes(.prompt, of: picture.product, shot: picture.shot)
    if let node = known.last(where: { $0.state.text == text }) {
      for reference in references { try connect(reference, node, "prompt") }
      return node
    }
    var node = picture.card(.prompt, title: picture.shot ?? "", text: text)
    let others = try snapshot.canvasNodes(.prompt, of: picture.product)
    let lowest = try others.flatMap { try pictures(of: $0) + [$0] }.map(\.state.frame.y).max()
    let y = lowest.map { $0 + CanvasLayout.cell.height } ?? product.state.frame.y
    node.state.frame = try free(
      node.state.frame, at: (product.state.frame.x + CanvasLayout.cell.width, y), step: .down)
    let added = try add(node)
    for source in references.isEmpty ? [product] : references { try connect(source, added, "prompt") }
    return added
  }

  /// The node of a picture's product, below everything when it is new.
  private mutating func product(of picture: CanvasPlacing) throws -> CanvasNode {
    if let known = try snapshot.canvasNodes(.product, of: picture.product).first { return known }
    let name = try snapshot.products().first { $0.id == picture.product }?.name
    var node = picture.card(.product, title: name ?? picture.product?.rawValue ?? "")
    node.shot = nil
    node.state.frame = try free(node.state.frame, at: (0, bottom()), step: .down)
    return try add(node)
  }

  /// The node of a picture that others are made from: below its product, or below everything.
  private mutating func reference(to asset: Asset, for picture: CanvasPlacing) throws -> CanvasNode {
    let known = try snapshot.canvasNodes(showing: asset.id).first { $0.product == picture.product }
    if let known { return known }
    let product = try snapshot.canvasNodes(.product, of: picture.product).first
    let above = try snapshot.canvasNodes(.reference, of: picture.product).last ?? product
    let handle = try snapshot.products().first { $0.id == picture.product }?.references.first { $0.asset == asset.id }
    var node = picture.card(.reference, title: handle.map { "@\($0.handle)" } ?? "photo")
    node.asset = asset.id
    node.shot = nil
    node.job = nil
    let place = above.map { (x: $0.state.frame.x, y: $0.state.frame.y + CanvasLayout.cell.height) }
    node.state.frame = try free(
      .picture(width: asset.width, height: asset.height), at: place ?? (0, bottom()), step: .down)
    let added = try add(node)
    if let product { try connect(product, added, "reference") }
    return added
  }

  private func connect(_ source: CanvasNode, _ target: CanvasNode, _ operation: String) throws {
    try add(CanvasEdge(source: source.id, target: target.id, operation: operation))
  }

  /// Where what has no neighbours yet begins: below everything.
  func bottom() throws -> Double {
    let height = CanvasLayout.cell.height
    return try snapshot.canvasBottom().map { ($0 / height).rounded(.up) * height + CanvasLayout.bandGap } ?? 0
  }

  /// The frame at a place, or at the next place in one direction that nothing covers.
  func free(_ frame: CanvasFrame, at place: (x: Double, y: Double), step: FreeStep) throws -> CanvasFrame {
    var frame = frame
    (frame.x, frame.y) = place
    while try snapshot.isTaken(frame) {
      switch step {
      case .right: frame.x += CanvasLayout.cell.width
      case .down: frame.y += CanvasLayout.cell.height
      }
    }
    return frame
  }
}

/// Where to look for room.
enum FreeStep { case right, down }

extension CanvasPlacing {
  /// The picture's own node, at the origin.
  fileprivate func node(_ kind: CanvasNode.Kind) -> CanvasNode {
    CanvasNode(
      id: 0, kind: kind, asset: asset.id, product: product, shot: shot, job: job,
      state: CanvasState(title: title, frame: .picture(width: asset.width, height: asset.height)), created: created)
  }

  /// A node for something that the picture was made from.
  fileprivate func card(_ kind: CanvasNode.Kind, title: String, text: String = "") -> CanvasNode {
    CanvasNode(
      id: 0, kind: kind, asset: nil, product: product, shot: shot, job: nil,
      state: CanvasState(title: title, text: text, frame: .card), created: created)
  }
}
