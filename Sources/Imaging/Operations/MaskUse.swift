/// Whether an operation works with a mask beside the picture.
public enum MaskUse: String, Sendable, CaseIterable {
  /// It takes none.
  case none
  /// It takes one, and does without as well.
  case optional
  /// It cannot work without one.
  case needed
}

extension OperationDescriptor {
  /// - Throws: `badParameter` named `mask` for a mask that the operation does not take, and for none where it needs one.
  public func check(hasMask: Bool) throws(ImagingError) {
    switch (mask, hasMask) {
    case (.none, false), (.optional, _), (.needed, true): return
    case (.none, true), (.needed, false): throw misfit(ofMask: hasMask)
    }
  }

  /// The error for a mask that is not taken, or for one that is not there.
  func misfit(ofMask isGiven: Bool) -> ImagingError {
    .badParameter(name: "mask", detail: isGiven ? "\(name) takes no mask" : "\(name) needs a mask")
  }
}

extension Raster {
  /// A mask in the size of `photo`: itself, or stretched to it.
  func mask(fitting photo: Raster, isCancelled: @escaping @Sendable () -> Bool) throws(ImagingError) -> Raster {
    guard format == .mask else { throw .badParameter(name: "mask", detail: "must be a mask") }
    if width == photo.width && height == photo.height { return self }
    return try resize(toWidth: photo.width, height: photo.height, filter: .bilinear, isCancelled: isCancelled)
  }

  /// - Throws: `badParameter` for anything but straight sRGB.
  func checkIsStraight() throws(ImagingError) {
    guard format == .srgba else { throw .badParameter(name: "photo", detail: "must be straight sRGB with alpha") }
  }
}
