/// Pictures side by side on one sheet, each with its caption, for people who have to choose.
public struct ContactSheet: Sendable {
  /// The most cells.
  public static let maxCells = 400

  /// The most pixels of a sheet.
  public static let maxPixels = 64_000_000

  /// The most lines of a caption that are shown.
  public static let maxLines = 6

  /// The sides that a cell may have, in px.
  public static let cellSides = 64...2_048

  /// What was decided about a picture; shown as a small disc before the first line of its caption.
  public enum Mark: Sendable, CaseIterable {
    case none
    /// Green.
    case accepted
    /// Red.
    case rejected
    /// Gold: the best one.
    case first
  }

  /// One picture with what stands below it.
  public struct Cell: Sendable {
    /// `srgba` or a mask. It is reduced to its cell, never enlarged; what is transparent lies over light squares.
    public var picture: Raster

    /// Lines from top to bottom, the first one darker. What is too wide is cut.
    public var caption: [String]

    /// What was decided.
    public var mark: Mark

    public init(picture: Raster, caption: [String] = [], mark: Mark = .none) {
      self.picture = picture
      self.caption = caption
      self.mark = mark
    }
  }

  /// The line at the top; empty for none.
  public var title: String

  /// 1 to `maxCells`, in reading order.
  public var cells: [Cell]

  /// How many cells stand side by side; nil, or a number that would make the sheet too large, for what comes nearest to
  /// a landscape format.
  public var columns: Int?

  /// The longest side of a picture on the sheet, in px; brought into `cellSides`, and made smaller until the sheet has no
  /// more than `maxPixels` and no side that a WebP cannot have.
  public var cellSide: Int

  public init(title: String = "", cells: [Cell], columns: Int? = nil, cellSide: Int = 480) {
    self.title = title
    self.cells = cells
    self.columns = columns
    self.cellSide = cellSide
  }
}
