public import Catalog

/// A small photo set as a value: what the walls are, where the lamps stand, how the camera looks, where the product goes.
///
/// Lengths are in product lengths: the longer side of the product's visible pixels is 1. Colors are sRGB. The same scene,
/// product, size, samples and seed always give the same bytes.
public struct Scene: Sendable, Equatable, Codable {
  /// The id of the style that the scene was made from; only for people.
  public var style: String

  /// Floor and wall.
  public var room: Room

  /// What the product stands on, when it is not the floor.
  public var plinth: Plinth?

  /// What else stands in the set, at most six things.
  public var pieces: [Piece]

  /// The lamps, at most eight.
  public var lights: [SoftBox]

  /// Light from everywhere at the product, relative to the key lamp, 0 to 10.
  public var ambient: Double

  /// The color temperature that looks neutral, 1 000 to 20 000.
  public var whiteBalanceKelvin: Double

  public var camera: View

  public var frame: Frame

  public var ground: Contact

  public var exposure: Exposure

  /// What stands between the key lamp and the set and throws its shadow there; `nil` leaves the light free.
  public var gobo: Gobo?

  /// How far the gobo is moved to the right, in product lengths of its shadow, -2 to 2.
  public var goboShift: Double

  public init(
    style: String, room: Room, plinth: Plinth? = nil, pieces: [Piece] = [], lights: [SoftBox], ambient: Double,
    whiteBalanceKelvin: Double = 5_500, camera: View, frame: Frame, ground: Contact, exposure: Exposure,
    gobo: Gobo? = nil, goboShift: Double = 0
  ) {
    self.style = style
    self.room = room
    self.plinth = plinth
    self.pieces = pieces
    self.lights = lights
    self.ambient = ambient
    self.whiteBalanceKelvin = whiteBalanceKelvin
    self.camera = camera
    self.frame = frame
    self.ground = ground
    self.exposure = exposure
    self.gobo = gobo
    self.goboShift = goboShift
  }
}

extension Scene {
  /// The number of the lamp that draws the shadow: the one of this name, else the first.
  var keyNumber: Int? { lights.isEmpty ? nil : lights.firstIndex { $0.name == "key" } ?? 0 }

  /// The lamp that draws the shadow.
  var key: SoftBox? { keyNumber.map { lights[$0] } }

  /// A floor that goes back to a wall.
  public struct Room: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Equatable, Codable, CaseIterable {
      /// One sheet that bends up behind the product.
      case sweep
      /// A floor and a wall of two colors that meet in a hard line.
      case twoTone
    }

    public var kind: Kind

    /// The color of the floor where the product stands, in neutral light.
    public var floor: HexColor

    /// The color of the wall; of a sweep, the tone at its darkest visible place.
    public var wall: HexColor

    /// The radius of a sweep's bend, 0.05 to 10.
    public var bendRadius: Double

    /// How far the wall stands behind the product, 0.3 to 50.
    public var wallDistance: Double

    /// Where the line between floor and wall lies, as a share of the frame from its bottom, 0 to 1; `nil` leaves it to
    /// `wallDistance`. Only for two tones; the nearest place that the camera's pitch allows is taken.
    public var horizon: Double?

    /// How far behind the floor's end the wall stands, 0 to 50: the floor is a table with an edge. Only for two tones; 0 lets
    /// the wall stand on the floor.
    public var gap: Double

    /// How far behind the floor's end what one sees above it is: the gap, or endless for the sky.
    var distanceBehindFloor: Double { light == .sky ? 1_000 : gap }

    /// What the floor is made of; of a sweep, the whole sheet.
    public var floorMaterial: Material

    /// What the wall of two tones is made of.
    public var wallMaterial: Material

    /// What shines on the wall, or behind it; `nil` for nothing.
    public var light: WallLight?

    public init(
      kind: Kind, floor: HexColor, wall: HexColor, bendRadius: Double, wallDistance: Double, horizon: Double? = nil,
      gap: Double = 0, floorMaterial: Material = .paper, wallMaterial: Material = .paper, light: WallLight? = nil
    ) {
      self.kind = kind
      self.floor = floor
      self.wall = wall
      self.bendRadius = bendRadius
      self.wallDistance = wallDistance
      self.horizon = horizon
      self.gap = gap
      self.floorMaterial = floorMaterial
      self.wallMaterial = wallMaterial
      self.light = light
    }
  }

  /// A low stand under the product.
  public struct Plinth: Sendable, Equatable, Codable {
    public enum Shape: String, Sendable, Equatable, Codable, CaseIterable {
      case round, square
      /// Round in front, flat at the back.
      case half
      /// A round one upon a wider one.
      case stepped
    }

    public var shape: Shape

    /// 0.02 to 2.
    public var height: Double

    /// How far it reaches beyond the product's width, as a factor, 1 to 4.
    public var spread: Double

    public var color: HexColor

    public var material: Material

    public init(shape: Shape, height: Double, spread: Double, color: HexColor, material: Material = .paper) {
      self.shape = shape
      self.height = height
      self.spread = spread
      self.color = color
      self.material = material
    }
  }

  /// A rectangular lamp that faces the product.
  public struct SoftBox: Sendable, Equatable, Codable {
    /// What the lamp is for: `key`, `fill`, `rim`, `backdrop`.
    public var name: String

    /// Degrees, -180 to 180; 0 from the camera, +90 from its right.
    public var azimuth: Double

    /// Degrees above the ground, -90 to 90.
    public var elevation: Double

    /// From the product, 0.5 to 50.
    public var distance: Double

    /// 0.01 to 20.
    public var width: Double

    /// 0.01 to 20.
    public var height: Double

    /// Light at the product, relative to the key, 0 to 10.
    public var power: Double

    /// Color temperature, 1 000 to 20 000.
    public var kelvin: Double

    public init(
      name: String, azimuth: Double, elevation: Double, distance: Double, width: Double, height: Double, power: Double,
      kelvin: Double
    ) {
      self.name = name
      self.azimuth = azimuth
      self.elevation = elevation
      self.distance = distance
      self.width = width
      self.height = height
      self.power = power
      self.kelvin = kelvin
    }
  }

  /// A camera with a shift lens: verticals stay upright, and the horizon is level.
  public struct View: Sendable, Equatable, Codable {
    /// Focal length in terms of 35 mm film, with its longer side along the picture's; 10 to 400.
    public var lensMillimetres: Double

    /// How far the camera looks down on the product's base, in degrees, 1 to 60; `nil` follows the photo.
    public var pitchDegrees: Double?

    /// The pitch for photos that do not tell theirs, 1 to 60.
    public var usualPitchDegrees: Double

    /// The aperture, 1 to 64: how fast the set blurs before and behind the product; `nil` keeps all of it sharp.
    public var fNumber: Double?

    /// How far the camera stands to the right of the product, -0.5 to 0.5 product lengths; the product stays where it is.
    public var sideways: Double

    public init(
      lensMillimetres: Double, pitchDegrees: Double? = nil, usualPitchDegrees: Double, fNumber: Double? = nil,
      sideways: Double = 0
    ) {
      self.lensMillimetres = lensMillimetres
      self.pitchDegrees = pitchDegrees
      self.usualPitchDegrees = usualPitchDegrees
      self.fNumber = fNumber
      self.sideways = sideways
    }
  }

  /// Where the product stands in the picture.
  public struct Frame: Sendable, Equatable, Codable {
    public enum Side: String, Sendable, Equatable, Codable, CaseIterable {
      case none, left, right
    }

    /// The product's longest side as a share of the frame side that it comes closest to filling, 0.05 to 1.
    public var fill: Double

    /// The side that stays free for words.
    public var copySpace: Side

    /// The free part of the frame's width, 0 to 0.6.
    public var copyShare: Double

    /// How far the product's middle stands above the frame's, as a share of the frame's height, -0.3 to 0.3.
    public var lift: Double

    /// Whether the frame shows a part of the product, at the photo's own pixels and never larger, instead of `fill`.
    public var isCloseUp: Bool

    public init(
      fill: Double, copySpace: Side = .none, copyShare: Double = 0, lift: Double = 0.02, isCloseUp: Bool = false
    ) {
      self.fill = fill
      self.copySpace = copySpace
      self.copyShare = copyShare
      self.lift = lift
      self.isCloseUp = isCloseUp
    }
  }

  /// How the product meets the ground.
  public struct Contact: Sendable, Equatable, Codable {
    /// 1 is the shadow as the light makes it; 0 none, 2 twice as dark at most.
    public var shadow: Double

    /// The strength of the mirror image, 0 to 1.
    public var reflection: Double

    /// 0.02 is polished, 1 matte.
    public var roughness: Double

    public init(shadow: Double, reflection: Double, roughness: Double) {
      self.shadow = shadow
      self.reflection = reflection
      self.roughness = roughness
    }
  }

  /// How light becomes tone. A neutral card beside the product has the floor's color.
  public struct Exposure: Sendable, Equatable, Codable {
    /// How much of the set's own fall-off of light is seen: 0 is a flat field, 1 as it falls. `nil` chooses it so that the
    /// sweep goes from `floor` to `wall`.
    public var falloff: Double?

    /// Whether everything outside the contact shadow ends at exactly white.
    public var clipsToWhite: Bool

    public init(falloff: Double? = nil, clipsToWhite: Bool = false) {
      self.falloff = falloff
      self.clipsToWhite = clipsToWhite
    }
  }
}
