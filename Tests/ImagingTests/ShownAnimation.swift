import CWebP
import Imaging

/// An animated WebP as libwebp's own reader shows it.
struct ShownAnimation {
  /// The pictures that are shown, one for each frame of the file.
  var pictures: [Raster] = []

  /// How long each is shown, in ms.
  var durations: [Int] = []

  /// How often the animation is shown; 0 for without end.
  var loops: Int

  /// Nil when the reader refuses the file or stops before its last frame.
  init?(_ file: [UInt8]) {
    var options = WebPAnimDecoderOptions()
    var facts = WebPAnimInfo()
    guard WebPAnimDecoderOptionsInit(&options) != 0 else { return nil }
    options.color_mode = MODE_RGBA
    loops = 0
    let isWhole = file.withUnsafeBufferPointer { bytes in
      var data = WebPData(bytes: bytes.baseAddress, size: bytes.count)
      guard let decoder = WebPAnimDecoderNew(&data, &options) else { return false }
      defer { WebPAnimDecoderDelete(decoder) }
      guard WebPAnimDecoderGetInfo(decoder, &facts) != 0 else { return false }
      readPictures(decoder, facts)
      return pictures.count == Int(facts.frame_count)
    }
    guard isWhole else { return nil }
    loops = Int(facts.loop_count)
  }

  private mutating func readPictures(_ decoder: OpaquePointer, _ facts: WebPAnimInfo) {
    let (width, height) = (Int(facts.canvas_width), Int(facts.canvas_height))
    var pixels: UnsafeMutablePointer<UInt8>?
    var (begin, end): (Int32, Int32) = (0, 0)
    while WebPAnimDecoderGetNext(decoder, &pixels, &end) != 0, let pixels {
      let bytes = Array(UnsafeBufferPointer(start: pixels, count: width * height * 4))
      pictures.append(Raster(width: width, height: height, format: .srgba, bytes: bytes))
      durations.append(Int(end - begin))
      begin = end
    }
  }
}
