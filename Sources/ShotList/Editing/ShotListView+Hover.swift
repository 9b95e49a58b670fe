internal import Catalog

/// What an editor shows about a place.
public struct HoverText: Sendable, Equatable {
  public var range: Range<Int>
  public var card: Card
  public var subject = Subject.other

  /// What it is about, where more can be said by who knows prices.
  public enum Subject: Sendable, Equatable { case product, shot(String), other }
}

extension ShotListView {
  /// What is known about what stands at a byte offset; nil where there is nothing to say.
  public func hover(at offset: Int) -> HoverText? {
    guard let node = node(at: offset), node.content.lowerBound <= offset, offset <= node.content.upperBound else {
      return nil
    }
    switch node.kind {
    case .property(let property): return hover(at: offset, in: property)
    case .reference(let reference): return hover(at: offset, in: reference)
    case .shot: return shotHover(at: offset, heading: node.content)
    case .step(let operation): return step(operation).map { HoverText(range: node.content, card: $0) }
    case .prompt(let spans): return hover(at: offset, in: node, spans)
    case .title: return HoverText(range: node.content, card: productCard, subject: .product)
    case .avoid, .comment, .blank, .unknown: return nil
    }
  }

  private func hover(at offset: Int, in property: PropertySyntax) -> HoverText? {
    let name = tree.text(property.key).lowercased()
    if property.key.lowerBound <= offset, offset <= property.key.upperBound {
      if let step = step(at: offset), let parameter = parameter(name, of: step) {
        return HoverText(range: property.key, card: Card(title: parameter.name, lines: [parameter.summary]))
      }
      return Key(rawValue: name).map { key in
        HoverText(range: property.key, card: Card(title: key.rawValue, lines: [key.summary]))
      }
    }
    guard property.value.lowerBound <= offset, offset <= property.value.upperBound, let key = Key(rawValue: name) else {
      return nil
    }
    if let (range, handle) = handle(at: offset, in: property.value) {
      return card(ofHandle: handle).map { HoverText(range: range, card: $0) }
    }
    let items = bytes.items(in: property.value)
    guard let item = items.first(where: { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }) else {
      return nil
    }
    return card(of: item.text.lowercased(), for: key).map { HoverText(range: item.range, card: $0) }
  }

  private func hover(at offset: Int, in reference: ReferenceSyntax) -> HoverText? {
    let sign = reference.handle.lowerBound - 1
    if sign <= offset, offset <= reference.path.upperBound {
      return card(ofHandle: tree.text(reference.handle)).map {
        HoverText(range: sign..<reference.path.upperBound, card: $0)
      }
    }
    guard reference.kind.lowerBound <= offset, offset <= reference.kind.upperBound,
      let kind = ReferenceKind(rawValue: tree.text(reference.kind).lowercased())
    else { return nil }
    return HoverText(range: reference.kind, card: Card(title: kind.rawValue, lines: [kind.summary]))
  }

  /// What the header says of the product.
  private var productCard: Card {
    let product = analysis.product
    var lines = [[product.category ?? ""] + product.materials + [product.finish ?? ""]].map { words in
      words.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    if let size = product.dimensions {
      let sides = [size.width, size.depth ?? 0, size.height].filter { $0 > 0 }
      lines.append(sides.map { "\(Int($0.rounded()))" }.joined(separator: " × ") + " mm")
    }
    lines.append("\(product.references.count) of its photos are named, \(analysis.shots.count) shots are asked for")
    if !product.channels.isEmpty { lines.append("For " + product.channels.joined(separator: ", ")) }
    return Card(title: product.name.isEmpty ? "No name yet" : product.name, lines: lines.filter { !$0.isEmpty })
  }

  private func shotHover(at offset: Int, heading: Range<Int>) -> HoverText? {
    guard let shot = resolvedShot(at: offset), let record = catalog.roles[shot.role] else { return nil }
    var card = record.card
    card.lines.append(shot.values.map { "`\($0.key)`: \($0.value) (\($0.source))" }.joined(separator: "  \n"))
    return HoverText(range: heading, card: card, subject: .shot(shot.name))
  }

  private func hover(at offset: Int, in node: SyntaxNode, _ spans: [PromptSpan]) -> HoverText? {
    if let (range, handle) = handle(at: offset, in: node.content) {
      return card(ofHandle: handle).map { HoverText(range: range, card: $0) }
    }
    guard !spans.contains(where: { $0.range.contains(offset) }) else { return nil }
    let matches = catalog.vocabulary.matches(in: bytes[node.content])
    var found = matches.first { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
      .map { HoverText(range: $0.range, card: $0.word.card) }
    guard let origin = origin(at: offset) else { return found }
    let why = "Enhancing writes “\(origin.phrase.text)” for \(origin.phrase.source)"
    if found == nil {
      found = HoverText(range: origin.range, card: Card(title: origin.phrase.slot.name, lines: [why]))
    } else {
      found?.card.lines.append(why)
    }
    return found
  }

  /// The handle at an offset, with its sign.
  private func handle(at offset: Int, in line: Range<Int>) -> (Range<Int>, String)? {
    bytes.promptSpans(in: line).first {
      $0.kind == .handle && $0.range.lowerBound <= offset && offset <= $0.range.upperBound
    }.map { ($0.range, tree.text($0.range.lowerBound + 1..<$0.range.upperBound)) }
  }

  private func card(ofHandle name: String) -> Card? {
    guard let reference = reading.handles[name] else { return nil }
    var lines = ["`\(tree.text(reference.syntax.path))`, \((reference.kind ?? .product).summary)"]
    switch reference.fact {
    case .unknown: break
    case .missing: lines.append("The file does not exist")
    case .found(nil): lines.append("The file is there, and is no picture that krafd reads")
    case .found(let size?): lines.append("\(size.width) × \(size.height) px")
    }
    let colors = reference.inside.flatMap { reading.facts.colors($0) } ?? []
    if !colors.isEmpty {
      let shares = colors.map { "\($0.color.text) (\(Int(($0.share * 100).rounded())) %)" }
      lines.append("The product's colors, as measured: " + shares.joined(separator: ", "))
    }
    return Card(title: "@\(name)", lines: lines)
  }

  private func card(of name: String, for key: Key) -> Card? {
    switch key {
    case .style: catalog.styles[name]?.card
    case .model: catalog.model(named: name)?.card
    case .channel, .channels: catalog.channels(named: name).first?.card
    case .compare: catalog.styles[name]?.card ?? catalog.model(named: name)?.card
    default: Card(title: key.rawValue, lines: [key.summary])
    }
  }

  private func step(_ operation: Range<Int>) -> Card? {
    let name = tree.text(operation).lowercased()
    guard let found = operations.first(where: { $0.name.lowercased() == name }) else { return nil }
    let parameters = found.parameters.map { "`\($0.name)`: \($0.summary)" }
    return Card(
      title: found.name, lines: [found.summary] + (parameters.isEmpty ? [] : [parameters.joined(separator: "  \n")]))
  }

  private func parameter(_ name: String, of step: StepSyntax) -> (name: String, summary: String)? {
    let operation = tree.text(step.operation).lowercased()
    return operations.first { $0.name.lowercased() == operation }?.parameters.first { $0.name.lowercased() == name }
  }
}

extension ReferenceKind {
  /// One clause for people.
  var summary: String {
    switch self {
    case .product: "a photo of the whole product"
    case .detail: "a photo of a part of the product"
    case .style: "a picture whose look is wanted, not its content"
    case .scene: "a photo of a place to set the product into"
    case .model: "a photo of a person who wears or holds the product"
    case .mask: "a picture that says which pixels are product"
    case .material: "a photo of the product's material"
    }
  }
}

extension ResolvedShot {
  /// Every decided value, and who decided it.
  var values: [(key: String, value: String, source: String)] {
    [
      ("style", style.value, style.source.noun), ("model", model.value, model.source.noun),
      ("size", "\(size.value.width) × \(size.value.height) px", size.source.noun),
      ("ratio", ratio.value.text, ratio.source.noun), ("seed", "\(seed.value)", seed.source.noun),
      ("count", "\(count.value)", count.source.noun), ("lock", lock.value ? "on" : "off", lock.source.noun),
      ("from", from.map { "@\($0.value)" } ?? "no photo", from?.source.noun ?? ValueSource.builtIn.noun),
      (
        "channel", channels.value.isEmpty ? "none" : channels.value.joined(separator: ", "),
        channels.source.noun
      ),
    ]
  }
}

extension ValueSource {
  /// For people.
  var noun: String {
    switch self {
    case .shot: "the shot"
    case .header: "the header"
    case .channel: "its channel"
    case .role: "its role"
    case .style: "its style"
    case .workspace: "the workspace"
    case .builtIn: "built in"
    }
  }
}
