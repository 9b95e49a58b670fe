/// One channel of a picture as floats: rows from top to bottom, no padding.
public struct Plane: Sendable, Hashable {
  /// The size in px, at least 1 × 1.
  public let width, height: Int

  /// `width * height` values; their meaning is the owner's.
  public var values: [Float] {
    didSet { precondition(values.count == width * height, "a plane keeps its size") }
  }

  /// Wraps values that already have the right number; a wrong number is a mistake of the calling code.
  public init(width: Int, height: Int, values: [Float]) {
    precondition(width > 0 && height > 0 && values.count == width * height, "size and values agree")
    self.width = width
    self.height = height
    self.values = values
  }

  /// A plane of one value.
  public init(width: Int, height: Int, filledWith value: Float = 0) {
    self.init(width: width, height: height, values: Array(repeating: value, count: width * height))
  }
}

/// A picture in CIE Lab, alpha left aside.
public struct LabPicture: Sendable, Hashable {
  public var lightness, a, b: Plane

  /// Converts straight sRGB; each channel is within 0.01 of `LabColor`, by a table of cube roots.
  public init(_ raster: Raster) {
    precondition(raster.format == .srgba, "Lab is made from straight colors")
    let count = raster.width * raster.height
    var (lightness, a, b) = (Self.zeros(count), Self.zeros(count), Self.zeros(count))
    let light = TransferTables.shared.linear
    let roots = RootTable.shared
    raster.bytes.withUnsafeBufferPointer { pixels in
      for index in 0..<count {
        let color = LabColor(
          red: light[Int(pixels[index * 4])], green: light[Int(pixels[index * 4 + 1])],
          blue: light[Int(pixels[index * 4 + 2])], root: roots.root)
        lightness[index] = color.lightness
        a[index] = color.a
        b[index] = color.b
      }
    }
    self.lightness = Plane(width: raster.width, height: raster.height, values: lightness)
    self.a = Plane(width: raster.width, height: raster.height, values: a)
    self.b = Plane(width: raster.width, height: raster.height, values: b)
  }

  private static func zeros(_ count: Int) -> [Float] { Array(repeating: 0, count: count) }
}

/// Cube roots of 0 to 1 in 4096 steps, straight between them.
private struct RootTable: Sendable {
  static let shared = RootTable()

  private let roots = (0...4097).map { LabColor.root(Float($0) / 4096) }

  @inline(__always)
  func root(_ share: Float) -> Float {
    let place = min(max(share, 0), 1) * 4096
    let step = Int(place)
    return roots[step] + (roots[step + 1] - roots[step]) * (place - Float(step))
  }
}
