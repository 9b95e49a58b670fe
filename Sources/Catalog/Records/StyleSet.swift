/// One lamp of a style.
public struct Light: Codable, Equatable, Sendable {
  public enum Shape: String, Codable, CaseIterable, Sendable {
    case rect, octa, disc
  }

  /// What the lamp is for: `key`, `fill`, `rim`, `backdrop`.
  public var name: String

  /// Degrees, -180 to 180; 0 from the camera, +90 from its right.
  public var azimuth: Double

  /// Degrees above the table, -90 to 90.
  public var elevation: Double

  /// The lamp's width, in product lengths.
  public var width: Double

  /// The lamp's height, in product lengths.
  public var height: Double

  /// Light at the product, relative to the key, 0 to 10.
  public var power: Double

  /// Color temperature, 1 000 to 20 000.
  public var kelvin: Double

  public var shape: Shape

  func check(_ check: inout RecordCheck, at place: String) {
    check.text(name, at: "\(place).name")
    check.number(azimuth, in: -180...180, at: "\(place).azimuth")
    check.number(elevation, in: -90...90, at: "\(place).elevation")
    check.number(width, in: 0.01...20, at: "\(place).width")
    check.number(height, in: 0.01...20, at: "\(place).height")
    check.number(power, in: 0...10, at: "\(place).power")
    check.number(kelvin, in: 1_000...20_000, at: "\(place).kelvin")
  }
}

/// What the product stands on.
public struct Surface: Codable, Equatable, Sendable {
  /// A canonical term of the vocabulary, such as `paper`.
  public var material: String

  public var color: HexColor

  /// 0 is a mirror, 1 wholly matte.
  public var roughness: Double

  func check(_ check: inout RecordCheck) {
    check.text(material, at: "surface.material")
    check.number(roughness, in: 0...1, at: "surface.roughness")
  }
}

/// What stands before the key lamp and throws its shadow on the set.
public enum Gobo: String, Codable, CaseIterable, Sendable {
  case leaf, palm, blinds, window, dapple
}

/// What a wall shows besides its material.
public enum WallLight: String, Codable, CaseIterable, Sendable {
  /// A soft disc of light behind the product.
  case glow
  /// Lamps far behind, out of focus.
  case bokeh
  /// Darker corners.
  case vignette
  /// No wall: the open sky beyond the floor's end, pale at the horizon.
  case sky
}

/// What is behind the product.
public struct Backdrop: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// One sheet that bends up behind the product; two colors, front and back.
    case sweep
    /// A floor and a wall that meet in a hard line; two colors, floor and wall.
    case twoTone
    /// One color everywhere.
    case solid
  }

  public var kind: Kind

  /// One color for `solid`, two for the others, the nearer one first.
  public var colors: [HexColor]

  /// What the wall of two tones is made of, a canonical term of the vocabulary; nil for paper.
  public var material: String?

  /// What the wall shows besides; nil for nothing.
  public var light: WallLight?

  /// The bend's radius in product lengths; only for a sweep.
  public var sweepRadius: Double?

  /// The height of the line between floor and wall, as a share of the frame from its bottom; only for two tones.
  public var horizon: Double?

  /// How far behind the floor's end the wall stands, in product lengths: a table with an edge. Only for two tones; nil lets
  /// the wall stand on the floor.
  public var gap: Double?

  func check(_ check: inout RecordCheck) {
    check.expect(
      colors.count == (kind == .solid ? 1 : 2), at: "backdrop.colors",
      "A solid backdrop has one color, a sweep and two tones have two")
    check.expect(
      (kind == .sweep) == (sweepRadius != nil), at: "backdrop.sweepRadius", "A sweep, and only it, has a radius")
    check.expect(
      (kind == .twoTone) == (horizon != nil), at: "backdrop.horizon", "Two tones, and only they, have a horizon")
    check.expect(kind == .twoTone || gap == nil, at: "backdrop.gap", "Only two tones have a gap behind the floor")
    check.number(gap ?? 0, in: 0...50, at: "backdrop.gap")
    check.number(sweepRadius ?? 1, in: 0.05...10, at: "backdrop.sweepRadius")
    check.number(horizon ?? 0.5, in: 0...1, at: "backdrop.horizon")
  }
}

/// Things that may stand with the product.
public struct Props: Codable, Equatable, Sendable {
  /// Canonical terms of the vocabulary.
  public var allowed: [String]

  /// How many at once, 0 to 5.
  public var atMost: Int
}

/// A camera, in terms of 35 mm film.
public struct Camera: Codable, Equatable, Sendable {
  /// Focal length, 10 to 400.
  public var lensMillimetres: Double

  /// Aperture, 1 to 64.
  public var fNumber: Double

  /// 0 is the table, 1 the product's top.
  public var height: Double

  /// Degrees, -90 to 90; negative looks down.
  public var pitchDegrees: Double

  func check(_ check: inout RecordCheck) {
    check.number(lensMillimetres, in: 10...400, at: "camera.lensMillimetres")
    check.number(fNumber, in: 1...64, at: "camera.fNumber")
    check.number(height, in: 0...5, at: "camera.height")
    check.number(pitchDegrees, in: -90...90, at: "camera.pitchDegrees")
  }
}

/// Where the product stands in the frame.
public struct Composition: Codable, Equatable, Sendable {
  public enum Placement: String, Codable, CaseIterable, Sendable {
    case centre, left, right
  }

  /// The side of the frame where the product stands.
  public var placement: Placement

  /// The product's longest side as a share of the frame side that it spans.
  public var fill: ClosedRange<Double>

  public var copySpace: CopySpace
}

/// Room for words, which layout adds later.
public struct CopySpace: Codable, Equatable, Sendable {
  public enum Side: String, Codable, CaseIterable, Sendable {
    case none, left, right, top, bottom
  }

  public var side: Side

  /// The free part of the frame, 0 to 0.6.
  public var share: Double
}

/// How the product meets the ground.
public struct Ground: Codable, Equatable, Sendable {
  public enum Shadow: String, Codable, CaseIterable, Sendable {
    case none, contact, cast, castAndContact
  }

  public var shadow: Shadow

  /// The shadow's darkness, 0 to 1.
  public var density: Double

  /// 0 is a hard edge, 1 the softest.
  public var softness: Double

  /// The mirror image's strength, 0 to 1.
  public var reflection: Double

  func check(_ check: inout RecordCheck) {
    check.number(density, in: 0...1, at: "ground.density")
    check.number(softness, in: 0...1, at: "ground.softness")
    check.number(reflection, in: 0...1, at: "ground.reflection")
  }
}

/// Where a style must not be used, by the names of other records.
public struct Exclusions: Codable, Equatable, Sendable {
  public var channels: [String]
  public var roles: [String]
}
