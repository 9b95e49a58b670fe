extension Raster {
  /// The colors alone, three bytes a pixel and row after row; what is transparent lies over white.
  ///
  /// Only for `srgba`; a mask is empty.
  public var rgbBytes: [UInt8] {
    guard format == .srgba else { return [] }
    let count = width * height
    return over(.white).bytes.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: count * 3) { target, initialized in
        for pixel in 0..<count {
          for channel in 0..<3 { target[pixel * 3 + channel] = source[pixel * 4 + channel] }
        }
        initialized = count * 3
      }
    }
  }
}
