/// One heading or reference of a shot list, with what stands under it.
public struct OutlineItem: Sendable, Equatable {
  public enum Kind: Sendable { case product, reference, shot, step }

  public var kind: Kind
  public var name: String
  /// What else to show; may be empty.
  public var detail: String
  /// All of it.
  public var range: Range<Int>
  /// What to show when it is chosen; inside `range`.
  public var selection: Range<Int>
  public var children: [OutlineItem] = []
}

extension ShotListView {
  /// The product with its references and shots, in the order of the text.
  public var outline: [OutlineItem] {
    let references = file.references.map { reference in
      let range = reference.handle.lowerBound - 1..<max(reference.kind.upperBound, reference.path.upperBound)
      return OutlineItem(
        kind: .reference, name: "@" + tree.text(reference.handle), detail: tree.text(reference.path), range: range,
        selection: reference.handle)
    }
    let shots = file.shots.map { shot in
      OutlineItem(
        kind: .shot, name: named(tree.text(shot.role.lowerBound..<shot.name.upperBound)),
        detail: resolvedShot(at: shot.heading.lowerBound)?.style.value ?? "", range: shot.range,
        selection: shot.heading,
        children: shot.steps.map { step in
          OutlineItem(
            kind: .step, name: named(tree.text(step.operation)), detail: "", range: step.body.range,
            selection: heading(step.body))
        })
    }
    let items = (references + shots).sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let title = file.titles.first, file.header.range.contains(title.lowerBound) || title.isEmpty else {
      return items
    }
    let line = node(at: title.lowerBound)?.content ?? title
    return [
      OutlineItem(
        kind: .product, name: named(file.productName), detail: analysis.product.category ?? "",
        range: line.lowerBound..<bytes.count, selection: line,
        children: items.filter { $0.range.lowerBound >= line.lowerBound })
    ] + items.filter { $0.range.lowerBound < line.lowerBound }
  }

  /// An editor's list wants a name for everything.
  private func named(_ text: String) -> String { text.isEmpty ? "(no name)" : text }

  /// The first line of a section, without its line end.
  func heading(_ section: Section) -> Range<Int> { node(at: section.range.lowerBound)?.content ?? section.range }
}
