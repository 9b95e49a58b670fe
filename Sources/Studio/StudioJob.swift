public import Catalog
public import Imaging

/// A product as the studio takes it.
public struct StudioProduct: Sendable {
  /// The cut-out: straight alpha, sRGB, edges free of the old background's color.
  public var image: Raster

  /// The same with parts that are seen through, of the same size; `nil` when none are. It is what the picture shows; body
  /// and shadow come from `image`.
  public var clear: Raster?

  /// `nil` guesses from the outline.
  public var form: ProductForm?

  /// Each length above 0; `nil` when unknown. Only the depth's share of the width is used.
  public var dimensionsMillimetres: ProductDimensions?

  /// How far the photo looks down, in degrees, 0 to 60; `nil` measures it at the base.
  public var pitchDegrees: Double?

  public init(
    image: Raster, clear: Raster? = nil, form: ProductForm? = nil, dimensionsMillimetres: ProductDimensions? = nil,
    pitchDegrees: Double? = nil
  ) {
    self.image = image
    self.clear = clear
    self.form = form
    self.dimensionsMillimetres = dimensionsMillimetres
    self.pitchDegrees = pitchDegrees
  }
}

/// A picture to make.
public struct StudioJob: Sendable {
  public var scene: Scene
  public var product: StudioProduct

  /// 8 to 8 192 px.
  public var width: Int

  /// 8 to 8 192 px.
  public var height: Int

  /// The most samples a px, 1 to 4 096; quiet parts stop earlier.
  public var samples: Int

  /// Changes the noise, never the layout.
  public var seed: UInt32

  /// A photo of the picture's size that the product is set into; only its floor or wall counts then, not the room's look.
  public var place: PlacePhoto?

  /// Whether the finished picture comes with its planes.
  public var wantsPlanes = false

  /// The width of the picture that this one is a preview of.
  var fullWidth: Int?

  /// Whether the picture is one of many in a row: no preview of it is made, and its size is not rounded to the photo's own.
  var isFrame = false

  /// Whether every px gets all samples and nothing is filtered: what finished pictures are measured against.
  package var isReference = false

  public init(
    scene: Scene, product: StudioProduct, width: Int, height: Int, samples: Int = 32, seed: UInt32 = 1
  ) {
    self.scene = scene
    self.product = product
    self.width = width
    self.height = height
    self.samples = samples
    self.seed = seed
  }
}

/// A step of a job that can already be shown.
public struct StudioPass: Sendable {
  /// Counts from 0.
  public var index: Int

  /// The number of passes when nothing stops early.
  public var of: Int

  /// Samples a px so far.
  public var samples: Int

  /// Opaque `srgba` of the job's shape; the first one may be smaller than the job.
  public var preview: Raster

  public init(index: Int, of: Int, samples: Int, preview: Raster) {
    self.index = index
    self.of = of
    self.samples = samples
    self.preview = preview
  }
}

/// A finished picture.
public struct StudioPicture: Sendable {
  /// Opaque `srgba` of the job's size.
  public var image: Raster

  /// The locked product at the output's size and place: `srgba`, clear elsewhere. Where its alpha is 255 `image` has the
  /// same bytes.
  public var placed: Raster

  /// Where the product's visible pixels lie.
  public var placement: Placement

  /// Sentences' keys for what a viewer should know.
  public var warnings: [StudioWarning]

  /// What it shows where; `nil` when nobody asked.
  public var planes: StudioPlanes?

  /// How many camera rays were followed.
  package var paths = 0
}

/// A rectangle of px; the origin is the top left corner.
public struct Placement: Sendable, Equatable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// What is doubtful about a finished picture.
public enum StudioWarning: Sendable, Equatable {
  /// The photo has too few pixels and was enlarged by this factor.
  case enlarged(factor: Double)
  /// The photo looks down more steeply, or less, than the scene; both in degrees.
  case pitchDiffers(photo: Double, scene: Double)
  /// The outline does not tell how the product stands, so it was put on its lowest pixels.
  case groundUnsure
}

extension StudioProduct {
  /// What the picture shows of it.
  var shown: Raster { clear ?? image }
}
