/// The order that krafd puts a canvas in: products below each other; beside each its references; then a row for every
/// prompt with its pictures; below a picture what was made of it.
///
/// Everything lies on a grid of cells, so that nothing covers anything else. Equal canvases give equal places.
struct CanvasLayout {
  /// The distance between the left and upper edges of neighbours.
  static let cell = (width: 360.0, height: 400.0)
  /// The room between products, besides.
  static let bandGap = 160.0
  /// The longer side of a picture; its caption has the rest of the cell.
  static let pictureSide = 320.0
  /// Products and prompts.
  static let card = (width: 320.0, height: 160.0)
  /// A fresh note.
  static let note = (width: 240.0, height: 160.0)
  /// How many pictures of a prompt lie side by side.
  static let picturesInARow = 8

  /// What hangs on a node, the oldest first.
  private let children: [Int64: [Int64]]
  /// How many columns a picture and what was made of it take.
  private let widths: [Int64: Int]
  private var cells: [Int64: (column: Int, row: Int)] = [:]
  /// The first row of each product but the topmost.
  private var bandStarts: [Int] = []

  /// - `nodes`: the oldest first.
  private init(_ nodes: [CanvasNode], _ edges: [CanvasEdge]) {
    let kinds = Dictionary(uniqueKeysWithValues: nodes.map { ($0.id, $0.kind) })
    var children: [Int64: [Int64]] = [:]
    var hasParent: Set<Int64> = []
    for edge in edges.sorted(by: { ($0.target, $0.source) < ($1.target, $1.source) }) {
      guard let source = kinds[edge.source], let target = kinds[edge.target] else { continue }
      // A node hangs on one other, which is older: a picture on its prompt, an edit on what it was made of.
      guard edge.source < edge.target, target.hangs(on: source), hasParent.insert(edge.target).inserted else {
        continue
      }
      children[edge.source, default: []].append(edge.target)
    }
    self.children = children
    widths = nodes.reversed().reduce(into: [:]) { widths, node in
      widths[node.id] = max(1, children[node.id]?.reduce(0) { $0 + (widths[$1] ?? 1) } ?? 0)
    }
    let free = nodes.filter { !hasParent.contains($0.id) && $0.kind != .note && $0.kind != .group }
    var row = 0
    var seen: Set<ProductID?> = []
    for product in free.map(\.product) where seen.insert(product).inserted {
      if row > 0 { bandStarts.append(row) }
      row = band(of: free.filter { $0.product == product }, from: row)
    }
  }

  /// The upper left corner of each node that krafd places: all but notes and groups.
  static func places(_ nodes: [CanvasNode], _ edges: [CanvasEdge]) -> [Int64: (x: Double, y: Double)] {
    let layout = CanvasLayout(nodes, edges)
    return layout.cells.mapValues { place in
      let bands = layout.bandStarts.count { $0 <= place.row }
      return (Double(place.column) * cell.width, Double(place.row) * cell.height + Double(bands) * bandGap)
    }
  }

  /// Places what belongs to one product from a row on, and answers the first row below it.
  private mutating func band(of nodes: [CanvasNode], from top: Int) -> Int {
    var left = top
    var right = top
    for node in nodes where node.kind == .product {
      cells[node.id] = (0, left)
      left += 1
    }
    for node in nodes where node.kind == .reference {
      cells[node.id] = (0, left)
      // What was made of a reference itself lies in rows of its own, beside it.
      let below = pictures(children[node.id] ?? [], column: 2, row: max(left, right))
      if below > max(left, right) { right = below }
      left += 1
    }
    for node in nodes where node.kind == .prompt {
      cells[node.id] = (1, right)
      right = max(right + 1, pictures(children[node.id] ?? [], column: 2, row: right))
    }
    right = pictures(nodes.filter { $0.kind.isMade }.map(\.id), column: 2, row: right)
    return max(left, right)
  }

  /// Places pictures side by side, in as many rows as they need, and answers the first row below them.
  private mutating func pictures(_ ids: [Int64], column: Int, row: Int) -> Int {
    var (next, top, below) = (column, row, row)
    for id in ids {
      let width = widths[id] ?? 1
      if next > column, next + width > column + Self.picturesInARow { (next, top) = (column, below) }
      below = max(below, tree(id, column: next, row: top))
      next += width
    }
    return below
  }

  /// Places a picture and, below it, what was made of it; answers the first row below all of them.
  private mutating func tree(_ root: Int64, column: Int, row: Int) -> Int {
    var below = row
    var waiting = [(id: root, column: column, row: row)]
    while let (id, column, row) = waiting.popLast() {
      cells[id] = (column, row)
      below = max(below, row + 1)
      var next = column
      for child in children[id] ?? [] {
        waiting.append((child, next, row + 1))
        next += widths[child] ?? 1
      }
    }
    return below
  }
}

extension CanvasNode.Kind {
  /// Whether a job made it.
  var isMade: Bool { self == .output || self == .variation || self == .edit }

  fileprivate func hangs(on source: CanvasNode.Kind) -> Bool {
    switch self {
    case .output, .variation: source == .prompt
    case .edit: source == .reference || source.isMade
    case .product, .prompt, .reference, .note, .group: false
    }
  }
}

extension CanvasFrame {
  /// The frame of a picture at the origin, its longer side as long as the layout wants it.
  static func picture(width: Int, height: Int) -> CanvasFrame {
    let scale = CanvasLayout.pictureSide / Double(max(width, height, 1))
    let least = CanvasFields.sides.lowerBound
    return CanvasFrame(
      x: 0, y: 0, width: max(Double(width) * scale, least), height: max(Double(height) * scale, least))
  }

  static let card = CanvasFrame(x: 0, y: 0, width: CanvasLayout.card.width, height: CanvasLayout.card.height)
}
