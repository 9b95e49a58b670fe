import Catalog
import Imaging

/// A picture as a slot takes it: fitted, in one of its formats, within its bytes, with its origin written inside.
struct ChannelFile: Sendable {
  var bytes: [UInt8]
  var format: ImageFormat
  var picture: Raster
}

extension ChannelRules {
  /// The formats that krafd writes, in the order in which it prefers them for pictures without transparency.
  private static let formats: [ImageFormat] = [.jpeg, .webp, .png]

  /// Room for what is written into the file besides the picture.
  private static let metadataBytes = 8_192

  /// Fits a picture to the slot and writes it; nil with the finding that says why that cannot be.
  ///
  /// Nothing is stretched, enlarged or cut off. Throws: `cancelled`, `picture`.
  func file(
    of picture: Raster, _ metadata: PictureMetadata, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> (file: ChannelFile?, findings: [ChannelFinding]) {
    do throws(ImagingError) {
      let format = format(for: picture)
      guard let format else {
        let taken = channel.formats.joined(separator: ", ")
        return (nil, [.error("file.format", "\(channel.id) takes \(taken), and krafd writes jpeg, webp and png")])
      }
      let plain = format.keepsAlpha && channel.alpha == true ? picture : picture.over(.white)
      switch try plain.fitted(to: try frame(for: plain), isCancelled: isCancelled) {
      case .needsCrop:
        let ratio = channel.ratio.map { "\($0)" } ?? "its own"
        return (
          nil,
          [
            .error(
              "file.aspect", "\(channel.id) is \(ratio) and nothing is cut off; render with 'channel: \(channel.id)'")
          ]
        )
      case .tooSmall:
        return (
          nil,
          [
            .error(
              "file.size.min",
              "\(plain.width) × \(plain.height) px cannot fill \(channel.id); render with 'channel: \(channel.id)'")
          ]
        )
      case .fitted(let fitted):
        let findings = findings(in: fitted)
        let most = channel.maxBytes.map { $0 - Self.metadataBytes }
        let encoded = try ImageFile.encode(fitted, as: format, atMost: most, isCancelled: isCancelled)
        let bytes = try ImageFile.adding(metadata, to: encoded.bytes)
        return (ChannelFile(bytes: bytes, format: format, picture: fitted), findings)
      }
    } catch .cancelled {
      throw .cancelled
    } catch .tooManyBytes(_, let most) {
      return (nil, [.error("file.bytes", "The file is above \(most / 1000) KB even at quality 70; render it smaller")])
    } catch {
      throw .picture(error)
    }
  }

  /// The format to write: one that keeps transparency where the slot takes it.
  private func format(for picture: Raster) -> ImageFormat? {
    let taken = Self.formats.filter { channel.formats.contains($0.rawValue) }
    guard channel.alpha == true, !picture.isOpaque else { return taken.first }
    return taken.first(where: \.keepsAlpha) ?? taken.first
  }

  /// The slot's advised size in its own shape, or in the picture's where every shape is taken, made as small as the
  /// picture's pixels allow.
  private func frame(for picture: Raster) throws(ImagingError) -> SlotFrame {
    let advised = channel.recommended
    let (across, down) = (
      Double(picture.width) / Double(advised.width), Double(picture.height) / Double(advised.height)
    )
    if channel.ratio == nil {
      let scale = min(1, 1 / max(across, down))
      return try SlotFrame(
        width: max(1, Int((Double(picture.width) * scale).rounded())),
        height: max(1, Int((Double(picture.height) * scale).rounded())))
    }
    // Nearly the same shape is trimmed, another is padded.
    let isNear = max(across, down) <= min(across, down) * 1.01
    let scale = min(1, isNear ? min(across, down) : max(across, down))
    return try SlotFrame(
      width: max(1, Int((Double(advised.width) * scale).rounded(.down))),
      height: max(1, Int((Double(advised.height) * scale).rounded(.down))))
  }
}

extension ImageFormat {
  fileprivate var keepsAlpha: Bool { self != .jpeg }
}
