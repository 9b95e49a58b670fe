public import Platform

/// One thing on the canvas.
public struct CanvasNode: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A product, named as its shot list names it.
    case product
    /// What a shot asked for, word by word.
    case prompt
    /// A picture that others were made from.
    case reference
    /// The first picture that was made from a prompt.
    case output
    /// Another picture from the same prompt: another style, model or seed.
    case variation
    /// What an operation made of a picture.
    case edit
    /// A person's own words.
    case note
    /// A frame around nodes.
    case group
  }

  /// Unique in the workspace; rises with time.
  public var id: Int64
  public var kind: Kind
  /// The picture that it shows; nil for products, prompts, notes and groups.
  public var asset: AssetID?
  public var product: ProductID?
  public var shot: String?
  public var job: JobID?
  /// What people may change about it.
  public var state: CanvasState
  /// Whether the shot would be made from other inputs now than this picture was.
  public var isStale = false
  public var created: WallTime
  /// The clock of the event that told its last change.
  public var version: Int64 = 0
}

/// What people may change about a node.
public struct CanvasState: Sendable, Hashable {
  /// A caption: one line.
  public var title: String
  /// The words of a prompt or a note; only a note's may be changed, as a prompt's are what pictures were made from.
  public var text = ""
  public var tags: [String] = []
  /// Where it lies, in canvas units: 1 is 1 px at zoom 1, y grows downwards.
  public var frame: CanvasFrame
  /// The group that it lies in.
  public var group: Int64?
  /// When it was put into the trash; nil on the canvas.
  public var trashed: WallTime?
}

/// A rectangle in canvas units.
public struct CanvasFrame: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  var maxX: Double { x + width }
  var maxY: Double { y + height }

  /// The smallest frame around both.
  func union(_ other: CanvasFrame) -> CanvasFrame {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return CanvasFrame(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// The frame with so much room on every side.
  func grown(by margin: Double) -> CanvasFrame {
    CanvasFrame(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  func moved(_ right: Double, _ down: Double) -> CanvasFrame {
    CanvasFrame(x: x + right, y: y + down, width: width, height: height)
  }
}

/// A line from a node to one that came of it.
public struct CanvasEdge: Sendable, Hashable {
  public var source: Int64
  public var target: Int64
  /// `reference`, `prompt`, `generate`, or the name of an edit.
  public var operation: String
}

/// The canvas at one moment.
public struct CanvasPicture: Sendable {
  /// The moment; events after it have a higher clock.
  public var clock: Int64
  /// The oldest first.
  public var nodes: [CanvasNode]
  /// Lines between these nodes.
  public var edges: [CanvasEdge]
  /// What people decided about the pictures.
  public var verdicts: [AssetID: Verdict.Kind]
}
