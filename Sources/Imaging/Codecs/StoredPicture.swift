/// A picture as the codec delivers it: rows as stored, colors still those of the file.
struct StoredPicture {
  /// Four bytes a pixel: red, green, blue, straight alpha; or cyan, magenta, yellow, black when `colors` is `cmyk`.
  var raster: Raster

  /// Which channels the file had.
  var colors: StoredColors

  /// The embedded ICC profile, unchecked.
  var profile: [UInt8]?
}
