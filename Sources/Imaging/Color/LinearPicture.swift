internal import CImagingKernels

/// A picture in linear sRGB light with straight alpha, all 0 to 1; light may leave that range until it is encoded.
public struct LinearPicture: Sendable, Hashable {
  /// The size in px.
  public let width, height: Int

  /// Red, green, blue, alpha; `width * height * 4` values.
  public var samples: [Float] {
    didSet { precondition(samples.count == width * height * 4, "a picture keeps its size") }
  }

  /// Decodes straight sRGB by a table; every level comes back from `raster` as it was.
  public init(_ raster: Raster) {
    precondition(raster.format == .srgba, "light is made from straight colors")
    width = raster.width
    height = raster.height
    let count = raster.width * raster.height
    samples = [Float](unsafeUninitializedCapacity: count * 4) { target, initialized in
      guard let start = target.baseAddress else { return }
      krafd_kernels().pointee.linearize(raster.bytes, TransferTables.shared.linear, start, count)
      initialized = count * 4
    }
  }

  /// The nearest sRGB levels. Light outside 0 to 1 is cut off; what is not a number becomes 0.
  public var raster: Raster {
    let tables = TransferTables.shared
    let count = width * height
    let bytes = [UInt8](unsafeUninitializedCapacity: count * 4) { target, initialized in
      guard let start = target.baseAddress else { return }
      krafd_kernels().pointee.encode(samples, tables.thresholds, tables.first, start, count)
      initialized = count * 4
    }
    return Raster(width: width, height: height, format: .srgba, bytes: bytes)
  }
}
