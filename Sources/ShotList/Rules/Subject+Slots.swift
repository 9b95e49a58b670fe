internal import Catalog

extension Subject {
  /// The channels that a shot is for.
  func slots(of shot: ResolvedShot) -> [Channel] { shot.channels.value.compactMap { catalog.channels[$0] } }

  /// A shot as written.
  func written(_ shot: ResolvedShot) -> ReadShot? { byHeading[shot.heading] }

  /// The photos of the product among the references of a shot.
  func photos(of shot: ResolvedShot) -> [ResolvedReference] {
    shot.references.filter { $0.kind == .product || $0.kind == .detail }
  }
}

extension ResolvedShot {
  /// Where to tell of a value that only this shot is to blame for: its own line, or else the heading.
  func place(of value: Resolved<some Any>) -> Range<Int> {
    value.source == .shot ? value.range ?? heading : heading
  }
}

extension ShotListIssue {
  /// A fault against a channel: an error in a shot that names the channel itself; a warning in one that other channels of
  /// the header may take.
  static func inSlot(_ id: ID, of shot: ResolvedShot, at range: Range<Int>, _ sentence: String) -> ShotListIssue {
    shot.channels.source == .shot ? error(id, at: range, sentence) : warning(id, at: range, sentence)
  }
}
