internal import CLCMS2

/// An embedded ICC profile, and its way to sRGB.
///
/// The intent is relative colorimetric with black point compensation: colors inside sRGB stay exact, which a product's
/// color needs, and shadows keep their steps.
enum ColorProfile {
  /// The largest accepted profile, in bytes. The largest press profiles in use have under 3 MiB.
  static let maxBytes = 4 << 20

  /// Turns the colors of `picture` into sRGB; its alpha stays.
  ///
  /// Nothing is changed when there is no usable profile, or when it means sRGB already, that is when no color of a
  /// 9 × 9 × 9 grid moves by more than one level. Without a profile, CMYK is mixed as ideal inks.
  ///
  /// - Throws: `damaged` for a profile above `maxBytes`; `cancelled`, `timedOut`.
  static func convertToSRGB(_ picture: inout StoredPicture, format: ImageFormat, watch: Watch) throws(ImagingError) {
    let profile = picture.profile ?? []
    guard profile.count <= maxBytes else {
      throw .damaged(
        format: format.rawValue, detail: "a color profile of \(profile.count) bytes; at most \(maxBytes) are read",
        byte: nil)
    }
    let transform = ProfileTransform(profile: profile, colors: picture.colors)
    if let transform, !transform.isIdentity {
      try transform.apply(to: &picture.raster, watch: watch)
    } else if picture.colors == .cmyk {
      mixInks(&picture.raster)
    }
    picture.colors = .rgb
  }

  /// Ideal inks on white paper. Files hold inks inverted: 255 is none.
  private static func mixInks(_ raster: inout Raster) {
    var bytes = raster.bytes
    bytes.withUnsafeMutableBufferPointer { inks in
      for pixel in stride(from: 0, to: inks.count, by: 4) {
        let black = Int(inks[pixel + 3])
        for channel in 0..<3 { inks[pixel + channel] = UInt8((Int(inks[pixel + channel]) * black + 127) / 255) }
        inks[pixel + 3] = 255
      }
    }
    raster.bytes = bytes
  }
}

/// A profile that lcms2 accepted for the channels of a file.
private struct ProfileTransform: ~Copyable {
  private let context: cmsContext
  private let transform: cmsHTRANSFORM
  private let colors: StoredColors

  init?(profile: [UInt8], colors: StoredColors) {
    guard !profile.isEmpty, let context = cmsCreateContext(nil, nil) else { return nil }
    guard let transform = Self.transform(profile, colors, context) else {
      cmsDeleteContext(context)
      return nil
    }
    self.context = context
    self.transform = transform
    self.colors = colors
  }

  deinit {
    cmsDeleteTransform(transform)
    cmsDeleteContext(context)
  }

  private static func transform(_ profile: [UInt8], _ colors: StoredColors, _ context: cmsContext) -> cmsHTRANSFORM? {
    guard let source = cmsOpenProfileFromMemTHR(context, profile, UInt32(profile.count)) else { return nil }
    defer { cmsCloseProfile(source) }
    guard let target = cmsCreate_sRGBProfileTHR(context) else { return nil }
    defer { cmsCloseProfile(target) }
    guard let layout = layout(of: cmsGetColorSpace(source), in: colors) else { return nil }
    // No cache, so that one transform may run on several threads.
    let flags = cmsUInt32Number(cmsFLAGS_NOCACHE) | cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION)
    return cmsCreateTransformTHR(
      context, source, layout, target, Layout.color, cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC), flags)
  }

  /// How lcms2 shall read four bytes a pixel; nil when the profile is for other colors than the file's.
  private static func layout(of space: cmsColorSpaceSignature, in colors: StoredColors) -> cmsUInt32Number? {
    switch (space, colors) {
    case (cmsSigRgbData, .rgb), (cmsSigRgbData, .gray): Layout.color
    case (cmsSigGrayData, .gray): Layout.gray
    case (cmsSigCmykData, .cmyk): Layout.inks
    default: nil
    }
  }

  /// lcms2 names layouts by macros that Swift does not see. Source: lcms2.h, "Format of pixel is defined by".
  private enum Layout {
    static let color = cmsUInt32Number(PT_RGB) << 16 | 1 << 7 | 3 << 3 | 1
    static let gray = cmsUInt32Number(PT_GRAY) << 16 | 3 << 7 | 1 << 3 | 1
    static let inks = cmsUInt32Number(PT_CMYK) << 16 | 1 << 13 | 4 << 3 | 1
  }

  /// Whether the profile means sRGB, so that converting would only add rounding.
  var isIdentity: Bool {
    guard colors != .cmyk else { return false }
    let steps = (0..<9).map { UInt8(min($0 * 32, 255)) }
    var grid: [UInt8] = []
    for red in steps {
      guard colors != .gray else {
        grid += [red, red, red, 255]
        continue
      }
      for green in steps { for blue in steps { grid += [red, green, blue, 255] } }
    }
    var converted = grid
    cmsDoTransform(transform, grid, &converted, UInt32(grid.count / 4))
    return zip(grid, converted).allSatisfy { abs(Int($0) - Int($1)) <= 1 }
  }

  borrowing func apply(to raster: inout Raster, watch: Watch) throws(ImagingError) {
    let (width, height) = (raster.width, raster.height)
    // The transform keeps no state between pixels (no cache), and each band is its own rows.
    nonisolated(unsafe) let transform = transform
    let resetsAlpha = colors == .cmyk
    let source = raster.bytes
    raster.bytes = try .filled(count: source.count) { start throws(ImagingError) in
      // Each band writes its own rows only.
      nonisolated(unsafe) let target = start
      do throws(ImagingError) {
        try forEachBand(of: height, height: 32, isCancelled: { watch.reason != nil }) { rows in
          source.withUnsafeBufferPointer { pixels in
            guard let first = pixels.baseAddress else { return }
            let (offset, count) = (rows.lowerBound * width * 4, rows.count * width)
            cmsDoTransform(transform, first + offset, target + offset, UInt32(count))
            for pixel in stride(from: offset + 3, to: offset + count * 4, by: 4) {
              target[pixel] = resetsAlpha ? 255 : first[pixel]
            }
          }
        }
      } catch {
        throw watch.reason ?? error
      }
    }
  }
}
