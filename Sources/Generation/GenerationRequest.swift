public import Catalog
public import Imaging

/// Everything that a model needs to make the pictures of one shot. Complete: no default is left to the adapter.
public struct GenerationRequest: Sendable {
  public var role: Role
  public var style: StylePreset

  /// What the shot asks for, in the user's words or the enhancer's.
  public var prompt: String

  /// What must not appear, one thing an entry.
  public var avoid: [String]

  /// The size of each picture, in px.
  public var width: Int
  public var height: Int

  /// The seed of the first picture; picture `i` has `seed + i`, wrapping.
  public var seed: UInt64

  /// How many pictures, at least 1.
  public var count: Int

  /// How much work goes into each px; nil leaves it to the model. Only models that trace rays take it.
  public var samples: Int?

  /// Whether the product's own pixels come from the photo unchanged.
  public var lock: Bool

  /// The product; nil for a picture without one.
  public var product: ProductLayer?

  /// Replaces the style's colors, in order, where it is not empty.
  public var palette: [HexColor]

  /// Replaces the style's backdrop; nil leaves it to the style.
  public var background: PictureBackground?

  /// A photo to set the product into; nil lets the model make the surroundings.
  public var place: PlaceReference?

  /// What moves in a short clip that is made beside each picture; nil makes no clip.
  public var motion: ClipMotion?

  /// A request without product, for which every other value is given or is the plainest one.
  public init(role: Role, style: StylePreset, prompt: String, width: Int, height: Int, seed: UInt64) {
    self.role = role
    self.style = style
    self.prompt = prompt
    self.width = width
    self.height = height
    self.seed = seed
    avoid = []
    count = 1
    samples = nil
    lock = true
    product = nil
    palette = []
    background = nil
    place = nil
    motion = nil
  }
}

/// What moves in a clip; the product does not.
public enum ClipMotion: String, Sendable, Hashable, CaseIterable {
  case pushIn = "push-in"
  case lightSweep = "light-sweep"
  case goboDrift = "gobo-drift"
  case parallax
}

/// A photo of surroundings.
public struct PlaceReference: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// A place where the product stands.
    case scene
    /// A person who wears it or holds it.
    case model
  }

  /// Opaque or straight alpha, sRGB, of any size.
  public var photo: Raster
  public var kind: Kind

  public init(photo: Raster, kind: Kind) {
    self.photo = photo
    self.kind = kind
  }
}

/// What is behind everything.
public enum PictureBackground: Sendable, Hashable {
  case color(HexColor)
  /// Nothing: the picture keeps an alpha channel.
  case transparent
}

/// A product without its background, ready to be stood into a picture.
public struct ProductLayer: Sendable, Hashable {
  /// Straight alpha, sRGB.
  public var cutout: Raster

  /// The same with its clear parts see-through; nil when it has none, or they cannot be told from the rest.
  public var clear: Raster?

  /// What body the photo gets; nil leaves it to be guessed.
  public var form: ProductForm?

  /// The real size; nil when the shot list does not say it.
  public var dimensions: ProductDimensions?

  public init(
    cutout: Raster, clear: Raster? = nil, form: ProductForm? = nil, dimensions: ProductDimensions? = nil
  ) {
    self.cutout = cutout
    self.clear = clear
    self.form = form
    self.dimensions = dimensions
  }
}
