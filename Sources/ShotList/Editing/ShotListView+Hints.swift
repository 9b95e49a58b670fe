internal import Catalog

/// A few words that an editor shows behind a line, which are not in the text.
public struct LineHint: Sendable, Equatable {
  /// Behind a token, never inside a word.
  public var offset: Int
  public var text: String
}

extension ShotListView {
  /// Behind each shot's heading, what is decided elsewhere: size, seed and model.
  public var hints: [LineHint] {
    analysis.shots.map { shot in
      var parts = ["\(shot.size.value.width) × \(shot.size.value.height)"]
      let comparesStyles = shot.compare.contains { catalog.styles[$0] != nil }
      let comparesModels = shot.compare.contains { catalog.model(named: $0) != nil }
      if shot.style.source != .shot, !comparesStyles { parts.append(shot.style.value) }
      if shot.seed.source != .shot { parts.append("seed \(shot.seed.value)") }
      if shot.model.source != .shot, !comparesModels { parts.append(shot.model.value) }
      return LineHint(offset: shot.heading.upperBound, text: parts.joined(separator: " · "))
    }
  }
}
