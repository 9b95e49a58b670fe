public import Catalog
public import Imaging

/// A photo that a product is set into, at the picture's own size.
public struct PlacePhoto: Sendable {
  public enum Kind: String, Sendable {
    /// A place: the product stands on what is seen at the lower part of the photo.
    case scene
    /// A person, or another thing that faces the camera: the product lies upon it.
    case model
  }

  /// Opaque `srgba`.
  public let image: Raster
  public let kind: Kind

  /// Crops a photo around its middle to the picture's shape and brings it to its size.
  ///
  /// - Throws: `cancelled`; `sizeOutOfRange` for a photo or a picture that is too large or too small.
  public init(
    _ photo: Raster, kind: Kind, width: Int, height: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(StudioError) {
    self.kind = kind
    let wide = min(photo.width, max(1, photo.height * width / max(height, 1)))
    let high = min(photo.height, max(1, photo.width * height / max(width, 1)))
    do throws(ImagingError) {
      image = try photo.crop(x: (photo.width - wide) / 2, y: (photo.height - high) / 2, width: wide, height: high)
        .resize(toWidth: width, height: height, isCancelled: isCancelled)
        .over(.white)
    } catch {
      throw error == .cancelled ? .cancelled : .sizeOutOfRange(width: width, height: height)
    }
  }
}

extension Scene {
  /// Where the foot of a product stands in a photo of a place, as a share of its height from the top.
  private static let footHeight = 0.8

  /// A scene with the light of a photo, in which the product throws its shadow upon what the photo shows.
  ///
  /// - Parameters:
  ///   - prompt: words for the side and the light; “foot at 30 %, 62 %” says where the product stands, and “600 mm wide” how
  ///     wide the place is there.
  ///   - dimensions: with the place's width, gives the product its true size.
  public static func make(
    on photo: PlacePhoto, role: Role, prompt: String, dimensions: ProductDimensions?, product: ProductFacts,
    vocabulary: Vocabulary = Catalog.builtIn.vocabulary
  ) -> SceneDraft {
    let light = SurroundingLight(photo.image)
    let isPlace = photo.kind == .scene
    let room = Room(kind: .sweep, floor: light.ground, wall: light.ground, bendRadius: 4, wallDistance: 20)
    let key = SoftBox(
      name: "key", azimuth: isPlace ? light.azimuth : light.azimuth / 3, elevation: isPlace ? 46 : 62, distance: 2.6,
      width: 0.9, height: 0.9,
      power: 1, kelvin: 5_500)
    var scene = Scene(
      style: "photo", room: room, lights: [key], ambient: 0.5,
      camera: View(lensMillimetres: 50, usualPitchDegrees: 12), frame: Frame(fill: 0.5),
      ground: Contact(shadow: 1, reflection: 0, roughness: 1), exposure: Exposure())
    var reader = PromptReader(scene: scene, aspect: product.aspect)
    reader.read(prompt, vocabulary: vocabulary)
    let asked = reader.scene
    (scene.lights, scene.ambient) = (asked.lights, asked.ambient)
    let shape = Double(photo.image.width) / Double(photo.image.height)
    let width = reader.placeMillimetres
    let fill = Fill(product.aspect, dimensions, placeWidth: width, shape: shape)
    scene.frame.fill = fill.share(role: role)
    let foot = reader.foot?.y ?? footHeight
    scene.frame.lift = isPlace ? scene.frame.lift(aspect: product.aspect, shape: shape, foot: foot) : 0
    scene.frame.copySpace = asked.frame.copySpace
    scene.frame.copyShare = asked.frame.copySpace == .none ? 0 : 0.34
    if let x = reader.foot?.x {
      scene.frame.copySpace = x < 0.5 ? .right : .left
      scene.frame.copyShare = min(abs(1 - 2 * x), 0.6)
    }
    let match = scene.matchLight(of: product.light, isFree: false)
    var draft = SceneDraft(scene: scene, unrendered: [], notes: [], lightMatch: match, conflicts: reader.conflicts)
    if fill.isGuessed { draft.shortfalls.append(Self.widthUnknown) }
    return draft
  }

  private static let widthUnknown =
    "The size is a guess: give the product's dimensions, and say how wide the place is where it stands, as in "
    + "“600 mm wide”"
}

extension Scene.Frame {
  /// The lift that puts the product's foot at a share of the frame's height from the top.
  fileprivate func lift(aspect: Double, shape: Double, foot: Double) -> Double {
    let tall = min(fill, fill * shape / aspect)
    return min(max(0.5 - (foot - tall / 2), -0.3), 0.3)
  }
}

/// How large a product is in a photo.
private struct Fill {
  private let aspect: Double
  /// The product's width as a share of the frame's, when it is known.
  private let width: Double?
  private let shape: Double

  init(_ aspect: Double, _ dimensions: ProductDimensions?, placeWidth: Double?, shape: Double) {
    self.aspect = aspect
    self.shape = shape
    width = dimensions.flatMap { size in placeWidth.map { size.width / $0 } }
  }

  var isGuessed: Bool { width == nil }

  /// The share of the frame side that the product comes closest to filling.
  func share(role: Role) -> Double {
    guard let width else { return min((role.fill.lowerBound + role.fill.upperBound) / 2, 0.5) }
    return min(max(max(width, width / aspect * shape), 0.05), 1)
  }
}
