import Imaging

/// How a clip lies in a video: its size, and how fast its frames follow each other.
struct VideoShape: Sendable, Equatable {
  /// The sides that a video may have, in px.
  static let sides = 2...8_192

  /// In px; both are even.
  let width: Int
  let height: Int

  /// Frames a second, as the fraction `count/seconds`.
  let rate: String

  /// The shape for frames of this size, shown for so many ms each. Nil when a side is out of `sides`.
  ///
  /// H.264 keeps one color for 2 × 2 px, so sides are even: an odd one loses its last row or column. A row that is
  /// doubled or black instead would be seen at the edge, and would not be krafd's picture. All frames are shown equally
  /// long, as they are in every clip that krafd makes; the length of the whole is kept.
  init?(width: Int, height: Int, durations: [Int]) {
    guard Self.sides ~= width, Self.sides ~= height, !durations.isEmpty else { return nil }
    self.width = width - width % 2
    self.height = height - height % 2
    rate = "\(durations.count * 1000)/\(durations.reduce(0, +))"
  }

  /// What ffmpeg is asked: raw frames on its standard input become H.264 in an MP4 at `path`, the same bytes each time.
  ///
  /// The picture's colors are sRGB. They are turned into the digits that high-definition video has, and the file says
  /// so: players guess otherwise, and each guess is another product color.
  func arguments(to path: String) -> [String] {
    let colors = "scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int+bitexact"
    // Newer versions believe the frames, older ones the options.
    let marks = "setparams=colorspace=bt709:color_primaries=bt709:color_trc=iec61966-2-1:range=tv"
    return [
      "-hide_banner", "-loglevel", "error", "-nostdin", "-y",
      "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "\(width)x\(height)", "-r", rate, "-i", "-",
      "-an", "-vf", "\(colors),\(marks)", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "18", "-threads", "1",
      "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "iec61966-2-1", "-color_range", "tv",
      "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
      "-movflags", "+faststart", "-f", "mp4", path,
    ]
  }

  /// The bytes of a frame, three a pixel; what is transparent lies over white. The frame is as large as the shape or
  /// one px larger.
  func bytes(of frame: Raster) throws(ImagingError) -> [UInt8] {
    try frame.crop(x: 0, y: 0, width: width, height: height).rgbBytes
  }
}
