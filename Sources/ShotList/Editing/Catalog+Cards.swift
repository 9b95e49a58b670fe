internal import Catalog

extension StylePreset {
  var card: Card {
    var lines = [summary]
    switch studioVerdict {
    case .full: break
    case .partly: lines.append("The studio renders it partly" + clause(note))
    case .not: lines.append("The studio cannot render it without a photo of the place or person" + clause(note))
    }
    lines.append("Colors: " + palette.map { "`\($0.text)`" }.joined(separator: " "))
    return Card(title: title, lines: lines)
  }
}

extension ModelCard {
  var card: Card {
    var lines = [summary, "Cost: " + price.sentence]
    lines.append("Can: " + capabilities.map(\.rawValue).joined(separator: ", "))
    if maxReferences > 0 { lines.append("References: up to \(maxReferences)") }
    lines.append(
      "Identity risk: \(identityRisk.rawValue)" + (isOffline ? "; works offline" : "; pictures leave this machine"))
    switch lifecycle.status {
    case .current: break
    default:
      lines.append(
        "Lifecycle: \(lifecycle.status.rawValue)" + (lifecycle.replacement.map { "; use `\($0)` instead" } ?? ""))
    }
    return Card(title: title, lines: lines)
  }
}

extension Price {
  /// The price of one unit.
  var sentence: String {
    guard unit != .free else { return "free" }
    let (low, high) = (Double(lowMicros) / 1_000_000, Double(highMicros) / 1_000_000)
    return (low == high ? "$\(low)" : "$\(low) to $\(high)") + " per \(unit.noun)"
  }
}

extension Price.Unit {
  /// One of what is paid for.
  fileprivate var noun: String {
    switch self {
    case .free, .perRun: "run"
    case .perImage: "picture"
    case .perMegapixel: "megapixel"
    case .perSecond: "second"
    case .perFrame: "frame"
    case .perToken: "token"
    case .perStep: "step"
    }
  }
}

extension Channel {
  var card: Card {
    var lines = ["\(recommended.width) × \(recommended.height) px" + (ratio.map { ", ratio \($0.text)" } ?? "")]
    lines.append("Background: \(background.rawValue)")
    if let fill {
      lines.append("The product fills \(percent(fill.lowerBound)) to \(percent(fill.upperBound)) of the frame")
    }
    lines.append(
      "Files: " + formats.joined(separator: ", ") + (maxBytes.map { ", at most \($0 / 1_000_000) MB" } ?? ""))
    if !forbids.isEmpty { lines.append("No " + forbids.map(\.rawValue).joined(separator: ", ")) }
    if let note { lines.append(note) }
    return Card(title: title, lines: lines)
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension Role {
  var card: Card { Card(title: title, lines: ["“\(question)”", summary]) }
}

extension Word {
  var card: Card {
    let verdict =
      switch studio {
      case .full: "The studio renders it"
      case .partly: "The studio renders it partly"
      case .not: "The studio cannot render it"
      }
    return Card(title: canonical, lines: ["\(category.rawValue)", verdict + clause(note)])
  }
}

/// A note as the end of a sentence.
private func clause(_ note: String?) -> String { note.map { "; \($0)" } ?? "" }
