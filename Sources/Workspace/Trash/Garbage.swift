/// What may be thrown away: pictures that a person put into the trash, and what was only made for them. Nothing that
/// something kept was made from.
struct Garbage: Sendable {
  /// A picture and why it stays, if it does.
  struct Item: Sendable {
    /// Whether a person threw away every node that showed it.
    var isTrashed = false
    /// Whether it stays whatever else is said: it is on the canvas, accepted, a reference, or an open job reads it.
    var isHeld = false
    /// Whether it was made by krafd on the way to something else, and shown nowhere.
    var isBetween = false
  }

  /// The names of what may go. Everything that a kept picture was made from is kept.
  static func names<Name: Hashable>(_ items: [Name: Item], made edges: [(source: Name, target: Name)]) -> Set<Name> {
    let sources = Dictionary(grouping: edges, by: \.target).mapValues { $0.map(\.source) }
    let targets = Dictionary(grouping: edges, by: \.source).mapValues { $0.map(\.target) }
    var gone = Set(items.filter { $0.value.isTrashed && !$0.value.isHeld }.keys)
    // What lies between goes with what it was made from, or for.
    var waiting = Array(gone)
    while let name = waiting.popLast() {
      for next in (targets[name] ?? []) + (sources[name] ?? []) where !gone.contains(next) {
        guard let item = items[next], item.isBetween, !item.isHeld else { continue }
        gone.insert(next)
        waiting.append(next)
      }
    }
    waiting = items.keys.filter { !gone.contains($0) }
    while let name = waiting.popLast() {
      for source in sources[name] ?? [] where gone.remove(source) != nil { waiting.append(source) }
    }
    return gone
  }
}
