internal import Catalog

/// A file whose names are looked up and whose values are read, but not yet put together.
struct Reading {
  let file: ShotListFile
  let catalog: Catalog
  let facts: FileFacts
  /// The edits that may follow a shot; empty where nobody says.
  let operations: [StepOperation]
  let header: ReadProperties
  let references: [ReadReference]

  /// The references by handle, the first of each.
  let handles: [String: ReadReference]

  /// The first `ShotList.maxShots` shots.
  let shots: [ReadShot]

  init(_ file: ShotListFile, catalog: Catalog, facts: FileFacts, operations: [StepOperation] = []) {
    let tree = file.tree
    self.file = file
    self.catalog = catalog
    self.facts = facts
    self.operations = operations
    header = ReadProperties(file.header.properties, at: .header, in: tree)
    references = file.references.prefix(ReadReference.most).map { ReadReference($0, tree, facts) }
    handles = Dictionary(references.map { ($0.handle, $0) }) { first, _ in first }
    shots = file.shots.prefix(ShotList.maxShots).map { ReadShot($0, tree, catalog) }
  }

  var tree: SyntaxTree { file.tree }

  /// The reference that a shot without `from` is made from: the first product reference.
  var mainReference: ReadReference? { references.first { $0.kind ?? .product == .product && $0.inside != nil } }
}

/// The properties of a section.
struct ReadProperties {
  let all: [ReadProperty]

  /// The last property of each key, which is the one that counts.
  private let last: [Key: ReadProperty]

  init(_ properties: [PropertySyntax], at place: Key.Place, in tree: SyntaxTree) {
    all = properties.map { ReadProperty($0, at: place, in: tree) }
    last = Dictionary(all.compactMap { property in property.key.map { ($0, property) } }) { $1 }
  }

  /// The property that counts for a key.
  subscript(key: Key) -> ReadProperty? { last[key] }
}

/// A property with its key and its value, where these could be read.
struct ReadProperty {
  let syntax: PropertySyntax

  /// The key as written, in lower case.
  let name: String
  let place: Key.Place
  let key: Key?

  /// `nil` when the key is unknown or misplaced, or the value has another form.
  let value: Value?

  init(_ syntax: PropertySyntax, at place: Key.Place, in tree: SyntaxTree) {
    self.syntax = syntax
    self.place = place
    name = tree.text(syntax.key).lowercased()
    key = Key(rawValue: name)
    let isAllowed = key?.places.contains(place) == true && !syntax.value.isEmpty
    value = isAllowed ? key?.value(syntax.value, in: tree.bytes) : nil
  }
}

/// A reference with its path led back to the workspace's root.
struct ReadReference {
  /// The most references of one file.
  static let most = 256

  let syntax: ReferenceSyntax
  let handle: String
  let path: WorkspacePath
  let fact: FileFact

  /// `nil` when the word is unknown.
  let kind: ReferenceKind?

  init(_ syntax: ReferenceSyntax, _ tree: SyntaxTree, _ facts: FileFacts) {
    self.syntax = syntax
    handle = tree.text(syntax.handle)
    path = WorkspacePath(tree.text(syntax.path), from: facts.folder)
    kind = syntax.kind.isEmpty ? .product : ReferenceKind(rawValue: tree.text(syntax.kind).lowercased())
    if case .inside(let inside) = path { fact = facts.file(inside) } else { fact = .unknown }
  }

  /// The path, when it stays inside the workspace.
  var inside: String? {
    if case .inside(let path) = path { path } else { nil }
  }
}

/// A shot with its role and values.
struct ReadShot {
  let syntax: ShotSyntax
  let role: Role?

  /// The role, or the role and the name, as a part of file names; not yet unique.
  let slug: String
  let properties: ReadProperties
  let prompt: ReadPrompt
  let steps: [(syntax: StepSyntax, prompt: ReadPrompt)]

  init(_ syntax: ShotSyntax, _ tree: SyntaxTree, _ catalog: Catalog) {
    self.syntax = syntax
    let role = tree.text(syntax.role).lowercased()
    self.role = catalog.roles[role]
    slug = ([role] + tree.text(syntax.name).slugWords).joined(separator: "-")
    properties = ReadProperties(syntax.body.properties, at: .shot, in: tree)
    prompt = ReadPrompt(syntax.body, in: tree)
    steps = syntax.steps.map { ($0, ReadPrompt($0.body, in: tree)) }
  }
}

extension String {
  /// The runs of letters and digits in lower case, up to 64 characters in all.
  fileprivate var slugWords: [String] {
    lowercased().prefix(64).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
