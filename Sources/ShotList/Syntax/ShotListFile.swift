/// A shot list as its parts: a product's header and its shots.
public struct ShotListFile: Sendable {
  public let tree: SyntaxTree

  /// The places of all `# ` titles; the first names the product.
  public private(set) var titles: [Range<Int>] = []

  /// The references, wherever they stand.
  public private(set) var references: [ReferenceSyntax] = []

  /// What stands above the first shot.
  public private(set) var header = Section(range: 0..<0)

  public private(set) var shots: [ShotSyntax] = []

  /// Sorts the nodes of a tree. Cost: linear.
  public init(_ tree: SyntaxTree) {
    self.tree = tree
    for node in tree.nodes {
      switch node.kind {
      case .title(let name): titles.append(name)
      case .reference(let reference): references.append(reference)
      case .shot(let role, let name):
        shots.append(ShotSyntax(heading: node.content, role: role, name: name, body: Section(range: node.range)))
      case .step(let operation):
        guard let last = shots.indices.last else { continue }
        shots[last].steps.append(StepSyntax(operation: operation, body: Section(range: node.range)))
      default: break
      }
      extend(with: node)
    }
  }

  /// The product's name; empty when the file has no title.
  public var productName: String { titles.first.map(tree.text) ?? "" }

  private mutating func extend(with node: SyntaxNode) {
    guard let shot = shots.indices.last else { return header.take(node) }
    if let step = shots[shot].steps.indices.last {
      shots[shot].steps[step].body.take(node)
    } else {
      shots[shot].body.take(node)
    }
  }
}

/// The lines between two headings.
public struct Section: Equatable, Sendable {
  /// From the heading's first byte to the next heading.
  public private(set) var range: Range<Int>

  public private(set) var properties: [PropertySyntax] = []

  /// The prompt's lines and the blank lines between them, in order.
  public private(set) var prompt: [SyntaxNode] = []

  /// The texts of the `- ` lines.
  public private(set) var avoids: [Range<Int>] = []

  init(range: Range<Int>) {
    self.range = range
  }

  mutating func take(_ node: SyntaxNode) {
    range = range.lowerBound..<max(range.upperBound, node.range.upperBound)
    switch node.kind {
    case .property(let property): properties.append(property)
    case .prompt: prompt.append(node)
    case .blank where !prompt.isEmpty: prompt.append(node)
    case .avoid(let text): avoids.append(text)
    default: break
    }
  }
}

/// `## role name` and what stands under it.
public struct ShotSyntax: Equatable, Sendable {
  /// The heading's line.
  public var heading: Range<Int>
  public var role: Range<Int>
  public var name: Range<Int>

  /// The shot itself, without its steps.
  public var body: Section
  public var steps: [StepSyntax] = []

  /// The shot with its steps.
  public var range: Range<Int> { body.range.lowerBound..<(steps.last?.body ?? body).range.upperBound }
}

/// `### operation` and what stands under it.
public struct StepSyntax: Equatable, Sendable {
  public var operation: Range<Int>
  public var body: Section
}
