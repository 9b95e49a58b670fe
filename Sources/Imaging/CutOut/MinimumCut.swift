/// A minimum cut between product (source) and background (sink) on a graph whose nodes are pixels with up to eight
/// neighbors.
///
/// Capacities are whole numbers, so a cut is exact and the same on every machine. The residual flow stays in the value:
/// after `shift(node:by:)` the next `solve` continues from there instead of starting again.
///
/// Directions are numbered row by row (0 is up-left, 1 up, 2 up-right, 3 left, 4 right, 5 down-left, 6 down, 7 down-right),
/// so the opposite of `k` is `7 - k`.
///
/// - Cost: about 90 bytes a node.
/// - Source: Boykov, Kolmogorov, "An Experimental Comparison of Min-Cut/Max-Flow Algorithms", PAMI 2004; keeping the flow
///   between rounds: Kohli, Torr, "Dynamic Graph Cuts", PAMI 2007 (without reuse of the search trees).
struct MinimumCut: ~Copyable {
  /// The number of nodes.
  let count: Int

  /// Eight node numbers a node, `-1` where there is no neighbor.
  private let neighbors: UnsafeMutablePointer<Int32>
  /// Eight residual capacities a node, from the node towards the neighbor.
  private let residual: UnsafeMutablePointer<Int32>
  /// What is left of the links to the terminals: positive towards the source, negative towards the sink.
  private let terminal: UnsafeMutablePointer<Int32>
  /// The direction of the parent in the search tree, or one of the marks below.
  private let parent: UnsafeMutablePointer<UInt8>
  private let inSinkTree: UnsafeMutablePointer<Bool>
  private let stamp: UnsafeMutablePointer<Int32>
  private let depth: UnsafeMutablePointer<Int32>
  private let isQueued: UnsafeMutablePointer<Bool>

  private var queue: [Int32] = []
  private var queueHead = 0
  private var orphans: [Int32] = []
  private var time: Int32 = 0

  private static let free: UInt8 = 255
  private static let root: UInt8 = 8
  private static let orphaned: UInt8 = 9

  /// A graph of `count` nodes, at most 2^27, without links.
  init(count: Int) {
    precondition(count >= 0 && count < 1 << 27, "node numbers times eight fit 32 bits")
    self.count = count
    neighbors = .allocate(capacity: count * 8)
    neighbors.initialize(repeating: -1, count: count * 8)
    residual = .allocate(capacity: count * 8)
    residual.initialize(repeating: 0, count: count * 8)
    terminal = .allocate(capacity: count)
    terminal.initialize(repeating: 0, count: count)
    parent = .allocate(capacity: count)
    parent.initialize(repeating: Self.free, count: count)
    inSinkTree = .allocate(capacity: count)
    inSinkTree.initialize(repeating: false, count: count)
    stamp = .allocate(capacity: count)
    stamp.initialize(repeating: 0, count: count)
    depth = .allocate(capacity: count)
    depth.initialize(repeating: 0, count: count)
    isQueued = .allocate(capacity: count)
    isQueued.initialize(repeating: false, count: count)
  }

  deinit {
    neighbors.deallocate()
    residual.deallocate()
    terminal.deallocate()
    parent.deallocate()
    inSinkTree.deallocate()
    stamp.deallocate()
    depth.deallocate()
    isQueued.deallocate()
  }

  /// Links a node with the neighbor in `direction` (0...7), with the same capacity both ways.
  mutating func link(_ node: Int, _ direction: Int, to other: Int, capacity: Int32) {
    precondition(node >= 0 && node < count && other >= 0 && other < count && direction >= 0 && direction < 8)
    neighbors[node * 8 + direction] = Int32(truncatingIfNeeded: other)
    neighbors[other * 8 + 7 - direction] = Int32(truncatingIfNeeded: node)
    residual[node * 8 + direction] = capacity
    residual[other * 8 + 7 - direction] = capacity
  }

  /// Adds to the preference of a node: positive for the product, negative for the background.
  mutating func shift(node: Int, by amount: Int32) {
    precondition(node >= 0 && node < count)
    terminal[node] = max(-Self.limit, min(Self.limit, terminal[node] &+ amount))
  }

  /// The largest preference that a node may have; larger ones are clamped. The sum of two fits 32 bits.
  static let limit: Int32 = 1 << 29

  /// Finds a minimum cut and answers for every node whether it is on the side of the product.
  ///
  /// A node that both sides hold equally goes to the background.
  /// - Throws: `cancelled`; the graph must not be used afterwards.
  mutating func solve(isCancelled: () -> Bool) throws(ImagingError) -> [Bool] {
    plantTrees()
    var steps = 0
    while let node = nextActive() {
      steps &+= 1
      if steps & 0x3FFF == 0, isCancelled() { throw .cancelled }
      while parent[node] != Self.free, let meeting = grow(node) {
        augment(meeting)
        adoptOrphans()
      }
    }
    return (0..<count).map { parent[$0] != Self.free && !inSinkTree[$0] }
  }
}

extension MinimumCut {
  /// Makes every node with a terminal link the root of a tree.
  private mutating func plantTrees() {
    queue.removeAll(keepingCapacity: true)
    queueHead = 0
    time = 0
    for node in 0..<count {
      stamp[node] = 0
      isQueued[node] = false
      parent[node] = terminal[node] == 0 ? Self.free : Self.root
      inSinkTree[node] = terminal[node] < 0
      depth[node] = 1
      if terminal[node] != 0 { activate(node) }
    }
  }

  private mutating func activate(_ node: Int) {
    guard !isQueued[node] else { return }
    isQueued[node] = true
    queue.append(Int32(truncatingIfNeeded: node))
  }

  /// Takes the oldest active node that still belongs to a tree.
  private mutating func nextActive() -> Int? {
    while queueHead < queue.count {
      let node = Int(queue[queueHead])
      queueHead += 1
      isQueued[node] = false
      if parent[node] != Self.free { return node }
      if queueHead > 1 << 16, queueHead * 2 > queue.count {
        queue.removeFirst(queueHead)
        queueHead = 0
      }
    }
    return nil
  }

  /// Grows the tree at `node`; answers the link where the trees meet as (node on the source side, direction).
  private mutating func grow(_ node: Int) -> (node: Int, direction: Int)? {
    let sink = inSinkTree[node]
    for k in 0..<8 {
      let other = Int(neighbors[node &* 8 &+ k])
      guard other >= 0 else { continue }
      guard (sink ? residual[other &* 8 &+ 7 &- k] : residual[node &* 8 &+ k]) > 0 else { continue }
      if parent[other] == Self.free {
        inSinkTree[other] = sink
        parent[other] = UInt8(truncatingIfNeeded: 7 &- k)
        stamp[other] = stamp[node]
        depth[other] = depth[node] &+ 1
        activate(other)
      } else if inSinkTree[other] != sink {
        return sink ? (other, 7 - k) : (node, k)
      } else if stamp[other] <= stamp[node], depth[other] > depth[node] {
        parent[other] = UInt8(truncatingIfNeeded: 7 &- k)
        stamp[other] = stamp[node]
        depth[other] = depth[node] &+ 1
      }
    }
    return nil
  }

  /// Pushes as much as fits from the source over the meeting link to the sink.
  private mutating func augment(_ meeting: (node: Int, direction: Int)) {
    let first = meeting.node
    let k = meeting.direction
    let second = Int(neighbors[first &* 8 &+ k])
    var amount = residual[first &* 8 &+ k]
    amount = min(amount, room(from: first, towardsSink: false))
    amount = min(amount, room(from: second, towardsSink: true))
    residual[first &* 8 &+ k] &-= amount
    residual[second &* 8 &+ 7 &- k] &+= amount
    push(amount, from: first, towardsSink: false)
    push(amount, from: second, towardsSink: true)
  }

  /// The least residual capacity on the way from a node to its root.
  private func room(from start: Int, towardsSink: Bool) -> Int32 {
    var node = start
    var least = Int32.max
    while parent[node] != Self.root {
      let k = Int(parent[node])
      let up = Int(neighbors[node &* 8 &+ k])
      least = min(least, towardsSink ? residual[node &* 8 &+ k] : residual[up &* 8 &+ 7 &- k])
      node = up
    }
    return min(least, towardsSink ? 0 &- terminal[node] : terminal[node])
  }

  private mutating func push(_ amount: Int32, from start: Int, towardsSink: Bool) {
    var node = start
    while parent[node] != Self.root {
      let k = Int(parent[node])
      let up = Int(neighbors[node &* 8 &+ k])
      let there = towardsSink ? node &* 8 &+ k : up &* 8 &+ 7 &- k
      let back = towardsSink ? up &* 8 &+ 7 &- k : node &* 8 &+ k
      residual[back] &+= amount
      residual[there] &-= amount
      if residual[there] == 0 { orphan(node) }
      node = up
    }
    terminal[node] &+= towardsSink ? amount : 0 &- amount
    if terminal[node] == 0 { orphan(node) }
  }

  private mutating func orphan(_ node: Int) {
    parent[node] = Self.orphaned
    orphans.append(Int32(truncatingIfNeeded: node))
  }

  /// Finds new parents for all nodes that lost theirs, or sets them free.
  private mutating func adoptOrphans() {
    time &+= 1
    var next = 0
    while next < orphans.count {
      adopt(Int(orphans[next]))
      next += 1
    }
    orphans.removeAll(keepingCapacity: true)
  }

  private mutating func adopt(_ node: Int) {
    let sink = inSinkTree[node]
    var best = Int32.max
    var bestDirection = -1
    for k in 0..<8 {
      let other = Int(neighbors[node &* 8 &+ k])
      guard other >= 0, parent[other] != Self.free, inSinkTree[other] == sink else { continue }
      guard (sink ? residual[node &* 8 &+ k] : residual[other &* 8 &+ 7 &- k]) > 0 else { continue }
      let distance = distanceToRoot(from: other)
      if distance < best {
        best = distance
        bestDirection = k
      }
    }
    if bestDirection >= 0 {
      parent[node] = UInt8(truncatingIfNeeded: bestDirection)
      stamp[node] = time
      depth[node] = best &+ 1
      return
    }
    parent[node] = Self.free
    for k in 0..<8 {
      let other = Int(neighbors[node &* 8 &+ k])
      guard other >= 0, parent[other] != Self.free, inSinkTree[other] == sink else { continue }
      if (sink ? residual[node &* 8 &+ k] : residual[other &* 8 &+ 7 &- k]) > 0 { activate(other) }
      if parent[other] < Self.root, Int(neighbors[other &* 8 &+ Int(parent[other])]) == node { orphan(other) }
    }
  }

  /// The number of links to the root, or `Int32.max` if the way ends at an orphan. Marks the way with the present time.
  private mutating func distanceToRoot(from start: Int) -> Int32 {
    var node = start
    var distance: Int32 = 0
    while true {
      if stamp[node] == time {
        distance &+= depth[node]
        break
      }
      distance &+= 1
      if parent[node] == Self.root {
        stamp[node] = time
        depth[node] = 1
        break
      }
      if parent[node] >= Self.orphaned { return Int32.max }
      node = Int(neighbors[node &* 8 &+ Int(parent[node])])
    }
    node = start
    var remaining = distance
    while stamp[node] != time {
      stamp[node] = time
      depth[node] = remaining
      remaining &-= 1
      node = Int(neighbors[node &* 8 &+ Int(parent[node])])
    }
    return distance
  }
}
