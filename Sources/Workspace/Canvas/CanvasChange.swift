/// One change of the canvas that a person makes.
public enum CanvasChange: Sendable, Hashable {
  case add(NewCanvasNode)
  /// Replaces what is given of a node. A group takes what lies in it along when it moves.
  case set(Int64, CanvasFields)
  /// Takes a node off the canvas; a group's nodes stay. Nothing is deleted.
  case trash(Int64)
  /// Puts a node back where it was.
  case restore(Int64)
  /// Puts these nodes, or all that krafd placed, in order: products below each other, their references beside them, a
  /// row for every prompt, edits below what they were made of. Nodes in groups stay where they are.
  case arrange([Int64]?)
}

/// A node that a person adds.
public struct NewCanvasNode: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case note(String)
    /// A frame around these nodes, which then belong to it.
    case group([Int64])
    /// A picture of the workspace.
    case reference(AssetID)
  }

  public var content: Content
  public var fields: CanvasFields

  public init(_ content: Content, _ fields: CanvasFields = CanvasFields()) {
    self.content = content
    self.fields = fields
  }
}

/// What to change of a node; nil leaves it as it is.
public struct CanvasFields: Sendable, Hashable {
  public var title: String?
  public var text: String?
  public var tags: [String]?
  public var x: Double?
  public var y: Double?
  public var width: Double?
  public var height: Double?
  public var group: GroupChange?

  public enum GroupChange: Sendable, Hashable { case into(Int64), out }

  public init() {}
}

extension CanvasFields {
  /// The most bytes of a title, of a text, of a tag; the most tags.
  static let (titleAtMost, textAtMost, tagAtMost, tagsAtMost) = (500, 20_000, 64, 32)
  /// How far from the origin a node may lie, and how large it may be.
  static let places = -10_000_000.0...10_000_000.0
  static let sides = 16.0...100_000.0

  /// Throws: `badCanvasChange` for a value out of its bounds.
  func check() throws(WorkspaceError) {
    if let title {
      guard title.utf8.count <= Self.titleAtMost, !title.contains(where: \.isNewline) else {
        throw .badCanvasChange("a title is one line of at most \(Self.titleAtMost) bytes")
      }
    }
    if let text, text.utf8.count > Self.textAtMost {
      throw .badCanvasChange("a text has at most \(Self.textAtMost) bytes")
    }
    if let tags {
      guard
        tags.count <= Self.tagsAtMost,
        tags.allSatisfy({ (1...Self.tagAtMost).contains($0.utf8.count) && !$0.contains(where: \.isNewline) })
      else {
        throw .badCanvasChange("a node has at most \(Self.tagsAtMost) tags of 1 to \(Self.tagAtMost) bytes each")
      }
    }
    for place in [x, y].compactMap(\.self) where !Self.places.contains(place) {
      throw .badCanvasChange("x and y lie between -10 and 10 million")
    }
    for side in [width, height].compactMap(\.self) where !Self.sides.contains(side) {
      throw .badCanvasChange("width and height lie between 16 and 100,000")
    }
  }

  /// The state with what is given here; the group is not looked at.
  func applied(to state: CanvasState) -> CanvasState {
    var state = state
    state.title = title ?? state.title
    state.text = text ?? state.text
    state.tags = tags ?? state.tags
    state.frame.x = x ?? state.frame.x
    state.frame.y = y ?? state.frame.y
    state.frame.width = width ?? state.frame.width
    state.frame.height = height ?? state.frame.height
    return state
  }
}
