/// A look: light, surface, backdrop, camera and composition that fit together.
///
/// Lengths are in units of the product's longest side. Angles are in degrees: azimuth 0 comes from the camera, +90 from
/// the camera's right, 180 from behind the product; elevation 0 is level and 90 overhead.
public struct StylePreset: CatalogRecord {
  public static let kind = RecordKind.style

  public var id: String
  public var title: String

  /// One sentence for people who choose.
  public var summary: String

  /// The lamps; the first is the key.
  public var lights: [Light]

  /// Light that comes from everywhere, relative to the key, 0 to 2.
  public var ambient: Double

  /// The style's colors, in the order in which a shot's own `palette` replaces them.
  public var palette: [HexColor]

  public var surface: Surface
  public var backdrop: Backdrop
  public var props: Props
  public var camera: Camera
  public var composition: Composition
  public var ground: Ground

  /// Whether a picture shows a part of the product, at the photo's own pixels, instead of the whole.
  public var isCloseUp: Bool?

  /// What throws a shadow on the set; nil for nothing.
  public var gobo: Gobo?

  /// Where the style must not be used.
  public var forbidsFor: Exclusions

  /// What to mind, by a trait of the product such as `white` or `transparent`.
  public var productRisk: [String: String]

  /// Phrases that describe the style in a prompt.
  public var phrases: [String]

  /// The style's motion in words.
  public var motion: String

  /// What the offline studio can do of it.
  public var studioVerdict: StudioVerdict

  /// What limits the verdict, if anything does.
  public var note: String?

  public var origin: Origin
}

/// How much of something the offline studio renders.
public enum StudioVerdict: String, Codable, CaseIterable, Sendable {
  /// Set and product both come out right.
  case full
  /// Part of it does; the note says which.
  case partly
  /// It needs another model or a supplied photo.
  case not
}

extension StylePreset {
  public var problems: [RecordProblem] {
    var check = RecordCheck()
    check.id(id)
    check.text(title, at: "title")
    check.text(summary, at: "summary")
    check.count(lights.count, in: 1...16, at: "lights")
    for (index, light) in lights.enumerated() { light.check(&check, at: "lights[\(index)]") }
    check.number(ambient, in: 0...2, at: "ambient")
    check.count(palette.count, in: 1...8, at: "palette")
    surface.check(&check)
    backdrop.check(&check)
    check.count(props.atMost, in: 0...5, at: "props.atMost")
    camera.check(&check)
    check.range(composition.fill, in: 0.1...1, at: "composition.fill")
    check.number(composition.copySpace.share, in: 0...0.6, at: "composition.copySpace.share")
    ground.check(&check)
    check.count(phrases.count, in: 1...16, at: "phrases")
    return check.problems
  }

  public var mentions: [Mention] {
    forbidsFor.channels.enumerated().map {
      Mention(kind: .channel, id: $0.element, place: "forbidsFor.channels[\($0.offset)]")
    }
      + forbidsFor.roles.enumerated().map {
        Mention(kind: .role, id: $0.element, place: "forbidsFor.roles[\($0.offset)]")
      }
  }

  /// Whether the camera looks straight down on things that lie on the ground.
  public var looksStraightDown: Bool { camera.pitchDegrees <= -80 }

  /// Whether the style may be used for a role, and in a channel where one is given.
  public func allows(role: String, channel: String? = nil) -> Bool {
    !forbidsFor.roles.contains(role) && !(channel.map(forbidsFor.channels.contains) ?? false)
  }
}
