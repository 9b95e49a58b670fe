public import Catalog

/// All that a shot list says, with every default resolved, and what is wrong with it.
public struct Analysis: Sendable {
  public var product: ResolvedProduct

  /// The shots with a known role, in order.
  public var shots: [ResolvedShot]

  /// In the order of the text; up to `ShotList.maxIssues`.
  public var issues: [ShotListIssue]

  /// Whether nothing stands in the way of making this shot: it has a photo, and no error is in its lines or the header.
  /// With so many issues that some are left out, no shot is ready.
  public func isReady(_ shot: ResolvedShot) -> Bool {
    let errors = issues.filter { $0.severity == .error }
    return shot.from != nil && issues.count < ShotList.maxIssues
      && !errors.contains { product.headerRange.contains($0.range.lowerBound) || $0.range.overlaps(shot.range) }
  }
}

/// A value, and where it comes from.
public struct Resolved<Value: Equatable & Sendable>: Equatable, Sendable {
  public var value: Value
  public var source: ValueSource

  /// Where the value is written; absent for one that is not in the text.
  public var range: Range<Int>?

  public init(_ value: Value, _ source: ValueSource, _ range: Range<Int>? = nil) {
    self.value = value
    self.source = source
    self.range = range
  }
}

/// Who decided a value.
public enum ValueSource: String, CaseIterable, Sendable {
  /// The shot's own lines.
  case shot
  case header
  case channel
  case role
  case style
  case workspace

  /// krafd itself, or the one way in which a value follows from others.
  case builtIn
}

/// The product of a file, as its header says.
public struct ResolvedProduct: Equatable, Sendable {
  /// Empty when the file has no title.
  public var name: String
  public var category: String?
  public var materials: [String]
  public var dimensions: ProductDimensions?
  public var colors: [PartColor]

  /// The words on the product.
  public var labels: [String]
  public var keep: [String]
  public var parts: [String]
  public var finish: String?
  public var form: ProductForm?

  /// The slots that the set must satisfy, in the order of the file.
  public var channels: [String]
  public var budget: Resolved<Budget>?

  /// The usable references, in the order of the file.
  public var references: [ResolvedReference]

  /// The bytes above the first shot.
  public var headerRange: Range<Int>
}

/// A reference whose path stays inside the workspace.
public struct ResolvedReference: Equatable, Sendable {
  /// The name without `@`.
  public var handle: String
  public var kind: ReferenceKind

  /// Relative to the workspace's root, without `.` and `..`.
  public var path: String

  public var fact: FileFact

  /// The place of the path.
  public var range: Range<Int>
}

/// What a reference is for.
public enum ReferenceKind: String, CaseIterable, Sendable {
  case product, detail, style, scene, model, mask, material
}

/// A shot, complete: every value is there and says who decided it.
public struct ResolvedShot: Equatable, Sendable {
  /// The role, or the role and the shot's name, as a part of file names; unique in the file.
  public var name: String
  public var role: String
  public var style: Resolved<String>
  public var model: Resolved<String>

  /// The prompt without comments: a space between lines, a line end between paragraphs.
  public var prompt: String

  /// What must not appear, without a leading “no”.
  public var avoid: [String]

  /// The reference that the picture is made from; absent when the file has no product reference.
  public var from: Resolved<String>?

  /// `from` and what the prompt names, each once.
  public var references: [ResolvedReference]
  public var crop: Crop?
  public var ratio: Resolved<Ratio>
  public var size: Resolved<PixelSize>
  public var seed: Resolved<Int>
  public var count: Resolved<Int>

  /// Whether the product's own pixels stay as photographed.
  public var lock: Resolved<Bool>

  /// Absent when the studio shall guess it from the silhouette.
  public var form: ProductForm?

  /// Whether the header says that the product, or a part of it, is seen through: a finish of `transparent` or `clear`, or a
  /// material like `clear glass`.
  public var isClear: Bool
  public var dimensions: ProductDimensions?
  public var palette: Resolved<[HexColor]>

  /// Absent when the style decides.
  public var background: Resolved<ShotBackground>?

  /// The slots that the shot is for: its own, or those of the header that take its role.
  public var channels: Resolved<[String]>

  /// Models and styles to run side by side.
  public var compare: [String]
  public var steps: [ResolvedStep]

  /// The heading's line.
  public var heading: Range<Int>

  /// The heading and all that stands under it.
  public var range: Range<Int>
}

/// An edit after a shot.
public struct ResolvedStep: Equatable, Sendable {
  public var operation: String

  /// As written, in order.
  public var parameters: [Parameter]
  public var prompt: String
  public var range: Range<Int>

  public struct Parameter: Equatable, Sendable {
    public var key: String
    public var value: String
    public var range: Range<Int>
  }
}
