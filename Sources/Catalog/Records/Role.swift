/// The job of one picture in a product's set: the buyer's question that it answers.
public struct Role: CatalogRecord {
  public static let kind = RecordKind.role

  public var id: String
  public var title: String

  /// The buyer's question.
  public var question: String

  /// How the picture is framed, in one sentence.
  public var summary: String

  /// The product's longest side as a share of the frame side that it spans.
  public var fill: ClosedRange<Double>

  /// Whether a picture shows a part of the product, at the photo's own pixels, instead of the whole.
  public var isCloseUp: Bool?

  /// Free room for words: the share of the frame, and the side that has it unless the shot says so.
  public var copySpace: RoleCopySpace

  public var camera: RoleCamera

  /// How many things may stand with the product, 0 to 5.
  public var propsAtMost: Int

  public var people: People

  /// Names of the styles that suit the role, the best first.
  public var styles: [String]

  /// The style of a shot that names none.
  public var defaultStyle: String

  /// The ratio of a shot that names none and goes to no channel.
  public var ratio: Ratio

  /// The longer side, in px, of a shot that names no size; absent where the workspace decides.
  public var longerSide: Int?

  /// Names of the channels that take pictures of this role.
  public var channels: [String]

  /// The role's motion in words.
  public var motion: String

  public var origin: Origin
}

/// Whether people may be in a picture.
public enum People: String, Codable, CaseIterable, Sendable {
  case none, fingertips, hands, optional, required
}

/// The free room of a role.
public struct RoleCopySpace: Codable, Equatable, Sendable {
  /// Shares of the frame, 0 to 0.6.
  public var share: ClosedRange<Double>
  public var side: CopySpace.Side
}

/// The cameras that suit a role.
public struct RoleCamera: Codable, Equatable, Sendable {
  /// Focal lengths in terms of 35 mm film.
  public var lensMillimetres: ClosedRange<Double>

  /// 0 is the table, 1 the product's top.
  public var height: Double

  /// Degrees; negative looks down.
  public var pitchDegrees: ClosedRange<Double>
}

extension Role {
  /// Whether every product's buyers ask what this role answers. Not all products are worn, announced or explained.
  public var isAskedOfEveryProduct: Bool { ["hero", "detail", "lifestyle"].contains(id) }

  public var problems: [RecordProblem] {
    var check = RecordCheck()
    check.id(id)
    for (text, place) in [(title, "title"), (question, "question"), (summary, "summary"), (motion, "motion")] {
      check.text(text, at: place)
    }
    check.range(fill, in: 0.1...1, at: "fill")
    check.range(copySpace.share, in: 0...0.6, at: "copySpace.share")
    check.range(camera.lensMillimetres, in: 10...400, at: "camera.lensMillimetres")
    check.number(camera.height, in: 0...5, at: "camera.height")
    check.range(camera.pitchDegrees, in: -90...90, at: "camera.pitchDegrees")
    check.count(propsAtMost, in: 0...5, at: "propsAtMost")
    check.count(longerSide ?? 16, in: 16...8_192, at: "longerSide")
    check.expect(styles.contains(defaultStyle), at: "defaultStyle", "The default style is one of 'styles'")
    return check.problems
  }

  public var mentions: [Mention] {
    styles.enumerated().map { Mention(kind: .style, id: $0.element, place: "styles[\($0.offset)]") }
      + channels.enumerated().map { Mention(kind: .channel, id: $0.element, place: "channels[\($0.offset)]") }
  }
}
