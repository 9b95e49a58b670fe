/// What a live preview is to show.
public struct PreviewOrder: Sendable {
  /// The shot list; absolute or relative to the root.
  public var path: String
  /// Its text as the editor has it.
  public var text: String
  /// The name of the shot.
  public var shot: String
  /// The longer side of the pictures, in px.
  public var side: Int

  public init(_ path: String, text: String, shot: String, side: Int) {
    self.path = path
    self.text = text
    self.shot = shot
    self.side = side
  }
}

/// One picture of a live preview; each is finer than the one before.
public struct LivePicture: Sendable {
  /// A file in a cache of few pictures: to be read at once.
  public var path: String
  public var width: Int
  public var height: Int
  /// Counts from 1.
  public var step: Int
  public var steps: Int
  /// What of the picture is a photo, in words.
  public var truth: String
  /// What a person should know of it, in sentences.
  public var warnings: [String]

  /// Whether it is the finest.
  public var isLast: Bool { step == steps }
}
