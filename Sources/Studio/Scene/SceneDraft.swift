public import Catalog
import Imaging

/// A scene made from words, and what the words asked for beyond it.
public struct SceneDraft: Sendable, Equatable {
  public var scene: Scene

  /// Words of the prompt, as the vocabulary spells them, that the studio does not render; each once, in their order.
  public var unrendered: [String]

  /// What was read with a restriction, in sentences for people.
  public var notes: [String]

  /// What was not done as asked, or was guessed, in sentences for people.
  public var shortfalls: [String] = []

  /// What was done about the side that the photo's light came from.
  public var lightMatch = LightMatch.none

  public enum LightMatch: Sendable, Equatable {
    /// The photo does not tell, or agrees.
    case none
    /// The lamps were mirrored, so that they shine from the photo's side.
    case mirrored
    /// The prompt puts the key on the other side than the photo's.
    case differs
  }

  /// Words that ask for opposites.
  public var conflicts: [Conflict] = []

  public struct Conflict: Sendable, Equatable {
    /// The word that the scene follows: the last one.
    public var kept: String
    public var dropped: String
  }
}

/// What a scene should know of the product that it is for.
public struct ProductFacts: Sendable, Equatable {
  /// Width to height of the visible part.
  public var aspect: Double

  /// The color that stands out: the mean, with colorful px counting more.
  public var color: HexColor

  /// Whether `color` has a hue worth avoiding in the set.
  public var isColorful: Bool

  /// How far the photo looks down, in degrees, when its base tells.
  public var pitchDegrees: Double?

  /// Where its light came from; `nil` when nobody looked.
  public var light: PhotoLight?

  public init(
    aspect: Double, color: HexColor, isColorful: Bool, pitchDegrees: Double? = nil, light: PhotoLight? = nil
  ) {
    self.aspect = aspect
    self.color = color
    self.isColorful = isColorful
    self.pitchDegrees = pitchDegrees
    self.light = light
  }
}

extension StudioProduct {
  /// Measures the cut-out.
  ///
  /// - Throws: `productEmpty`, `productFormat`.
  /// - Cost: reads every px once.
  public func facts() throws(StudioError) -> ProductFacts {
    let outline = try ProductOutline(image)
    var (sum, weights, chroma, count) = (SIMD3<Double>.zero, 0.0, 0.0, 0.0)
    image.bytes.withUnsafeBufferPointer { bytes in
      for at in stride(from: 0, to: bytes.count, by: 4) where bytes[at + 3] >= 128 {
        let color = SIMD3(Double(bytes[at]), Double(bytes[at + 1]), Double(bytes[at + 2]))
        let spread = (color.max() - color.min()) / 255
        let weight = 0.02 + spread * spread
        sum += color * weight
        weights += weight
        chroma += spread
        count += 1
      }
    }
    let mean = sum / max(weights, 1e-9)
    let byte = { (value: Double) in UInt8(min(max(value.rounded(), 0), 255)) }
    return ProductFacts(
      aspect: Double(outline.crop.width) / Double(outline.crop.height),
      color: HexColor(red: byte(mean.x), green: byte(mean.y), blue: byte(mean.z)),
      isColorful: chroma / max(count, 1) > 0.12, pitchDegrees: outline.pitchDegrees,
      light: PhotoLight(image, in: outline.crop))
  }
}
