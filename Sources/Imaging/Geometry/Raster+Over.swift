internal import CImagingKernels

extension Raster {
  /// The picture over one color.
  ///
  /// Opaque pixels stay as they are, byte for byte.
  public func over(_ color: PixelColor, light: ResizeLight = .gamma) -> Raster {
    if isOpaque { return self }
    let line = Array((0..<width).map { _ in color.bytes(in: .srgba) }.joined())
    return mixed(light: light) { _ in line }
  }

  /// The picture over another one of the same size. Both have straight alpha.
  ///
  /// - Throws: `badParameter` when the sizes or formats differ.
  public func over(_ background: Raster, light: ResizeLight = .gamma) throws(ImagingError) -> Raster {
    guard background.width == width, background.height == height, background.format == .srgba, format == .srgba else {
      throw .badParameter(name: "background", detail: "must be a picture of \(width) × \(height) px")
    }
    return mixed(light: light) { Array(background.bytes[$0 * bytesPerRow..<($0 + 1) * bytesPerRow]) }
  }

  private func mixed(light: ResizeLight, background: (_ row: Int) -> [UInt8]) -> Raster {
    let kernels = krafd_kernels().pointee
    let tables = TransferTables.shared
    let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { target, initialized in
      bytes.withUnsafeBufferPointer { source in
        guard let first = source.baseAddress, let start = target.baseAddress else { return }
        for row in 0..<height {
          let (top, out) = (first + row * bytesPerRow, start + row * bytesPerRow)
          switch light {
          case .gamma: kernels.over(top, background(row), out, width)
          case .linear:
            kernels.over_linear(top, background(row), tables.linear, tables.thresholds, tables.first, out, width)
          }
        }
      }
      initialized = bytes.count
    }
    return Raster(width: width, height: height, format: .srgba, bytes: result)
  }
}
