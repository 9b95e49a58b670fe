/// A place where pictures are shown, with the rules that it sets for one slot.
public struct Channel: CatalogRecord {
  public static let kind = RecordKind.channel

  public var id: String
  public var title: String

  /// The size that krafd makes for the slot when a shot names none.
  public var recommended: PixelSize

  /// The smallest size that the slot takes.
  public var minimum: PixelBound?

  /// The largest size that the slot takes.
  public var maximum: PixelBound?

  /// The longer side, in px, from which the slot offers a zoom.
  public var zoomFrom: Int?

  /// The ratio that the slot asks for; absent where every ratio is taken.
  public var ratio: Ratio?

  public var background: Background

  /// The product's longest side as a share of the frame side that it spans; absent where the slot has no rule.
  public var fill: ClosedRange<Double>?

  /// Accepted file formats, lower case: `jpeg`, `png`, `webp`, `gif`, `tiff`, `bmp`, `heic`.
  public var formats: [String]

  /// The largest file.
  public var maxBytes: Int?

  /// Whether transparency is taken; absent where no rule was found.
  public var alpha: Bool?

  /// What must not be in the picture.
  public var forbids: [Forbidden]

  /// How many pictures the slot takes; absent where no rule was found.
  public var count: Int?

  /// How many pictures a listing there should have in all its slots; absent where no advice was found.
  public var picturesAdvised: Int?

  /// What sources disagree about, or what else to know.
  public var note: String?

  public var origin: Origin
}

/// What a channel wants behind the product.
public enum Background: String, Codable, CaseIterable, Sendable {
  /// Exactly 255, 255, 255.
  case pureWhite
  /// White or light, advised rather than measured.
  case white
  case whiteOrTransparent
  /// A place where the product is used.
  case context
  case any
}

/// What a channel forbids in a picture.
public enum Forbidden: String, Codable, CaseIterable, Sendable {
  case text, logo, watermark, border, colorBlock, inset, badge, props, people, mannequin, drawing, collage
  case promotion, blackAndWhite
}

/// A limit of sizes: on either side, or on the longer one.
public struct PixelBound: Codable, Equatable, Sendable {
  public var width: Int?
  public var height: Int?
  public var longerSide: Int?
}

extension Channel {
  public var problems: [RecordProblem] {
    var check = RecordCheck()
    check.id(id)
    check.text(title, at: "title")
    check.expect(recommended.isBounded, at: "recommended", "A side has 1 to 65536 px")
    for (bound, place) in [(minimum, "minimum"), (maximum, "maximum")] {
      for side in [bound?.width, bound?.height, bound?.longerSide].compactMap(\.self) {
        check.count(side, in: PixelSize.bounds, at: place)
      }
    }
    if let fill { check.range(fill, in: 0.1...1, at: "fill") }
    check.count(formats.count, in: 1...16, at: "formats")
    check.count(maxBytes ?? 1, in: 1...1 << 40, at: "maxBytes")
    check.count(count ?? 1, in: 1...1_000, at: "count")
    check.count(picturesAdvised ?? 1, in: 1...1_000, at: "picturesAdvised")
    return check.problems
  }

  public var mentions: [Mention] { [] }
}
