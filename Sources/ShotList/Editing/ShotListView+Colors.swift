public import Catalog

/// A color that is written in the text.
public struct WrittenColor: Sendable, Equatable {
  public var range: Range<Int>
  public var color: HexColor
}

extension ShotListView {
  /// The `#RRGGBB` of values and prompts, in the order of the text.
  public var colors: [WrittenColor] {
    tree.nodes.flatMap { node -> [WrittenColor] in
      let spans: [PromptSpan]
      switch node.kind {
      case .property(let property):
        let isColor = Key(rawValue: tree.text(property.key).lowercased()).map { Self.colorKeys.contains($0) } ?? false
        spans = isColor ? bytes.promptSpans(in: property.value) : []
      case .prompt(let found): spans = found
      default: spans = []
      }
      return spans.filter { $0.kind == .color }.compactMap { span in
        HexColor(tree.text(span.range)).map { WrittenColor(range: span.range, color: $0) }
      }
    }
  }

  private static let colorKeys: Set<Key> = [.color, .palette, .background]
}
