import Imaging
import Platform

extension Workspace {
  /// The sides that an export may have, in px.
  public static let exportSides = 1...65_535

  /// Writes an asset to a file of the user's, whole or not at all: when this throws, what was there still is.
  ///
  /// Without a size and in its own format the file is the asset's, byte for byte. A video's sides are even, and
  /// ffmpeg makes it.
  /// Throws: `noSuchAsset`, `insideHouse`, `badSize`, `folderNotWritable`, `diskFull`, `picture`, `unreadable`; for a
  /// video also `notAClip`, `noVideoEncoder`, `videoFailed`, `cancelled`.
  @discardableResult
  public nonisolated func export(_ order: ExportOrder) async throws(WorkspaceError) -> ExportedFile {
    let path = try layout.output(order.path)
    for side in [order.width, order.height].compactMap({ $0 }) where !Self.exportSides.contains(side) {
      throw .badSize(width: order.width ?? 0, height: order.height ?? 0)
    }
    let asset = try asset(order.asset)
    return try await offload { () throws(WorkspaceError) in
      switch order.format ?? ExportOrder.Format(pathSuffix: path) {
      case .picture(let format): try exportPicture(asset, as: format, order, to: path)
      case .mp4: try exportVideo(asset, order, to: path)
      }
    }
  }

  private nonisolated func exportPicture(
    _ asset: Asset, as format: ImageFormat, _ order: ExportOrder, to path: String
  ) throws(WorkspaceError) -> ExportedFile {
    if order.width == nil && order.height == nil && format == asset.format {
      let bytes = try bytes(of: asset)
      return try exported(bytes, .picture(format), width: asset.width, height: asset.height, to: path)
    }
    let size = asset.size(within: order.width, order.height)
    let raster = try raster(of: asset, fitting: max(size.width, size.height)).sized(size)
    let bytes = try PictureFile.encode(raster, as: format, options: .export(quality: order.quality))
    return try exported(bytes, .picture(format), width: raster.width, height: raster.height, to: path)
  }

  /// Puts finished bytes at a checked path.
  nonisolated func exported(
    _ bytes: [UInt8], _ format: ExportOrder.Format, width: Int, height: Int, to path: String
  ) throws(WorkspaceError) -> ExportedFile {
    tools.onFault(.file(.export, nil))
    try writing(path) { () throws(PlatformError) in
      try AtomicFile.write(bytes, to: path) { tools.onFault(.file(.export, $0)) }
    }
    return ExportedFile(path: path, format: format, width: width, height: height, byteCount: bytes.count)
  }

  /// The file of an asset, which need not be in the database yet.
  nonisolated func bytes(of asset: Asset) throws(WorkspaceError) -> [UInt8] {
    try objects.bytes(at: file(of: asset), of: asset.id)
  }
}

extension EncodeOptions {
  /// As for files that people get, with a quality of their choice.
  static func export(quality: Int) -> EncodeOptions {
    EncodeOptions(quality: quality, level: EncodeOptions.export.level)
  }
}

extension ExportOrder.Format {
  /// The format that a path's suffix names, in any case; PNG for another suffix or none.
  fileprivate init(pathSuffix path: String) {
    self = suffix(of: path) == "mp4" ? .mp4 : .picture(ImageFormat(pathSuffix: path) ?? .png)
  }
}

extension ImageFormat {
  /// The format that a path's suffix names, in any case; nil for another suffix or none.
  init?(pathSuffix path: String) {
    switch suffix(of: path) {
    case "png": self = .png
    case "jpg", "jpeg": self = .jpeg
    case "webp": self = .webp
    default: return nil
    }
  }
}

/// What follows the last dot of a path's last name, in small letters; nil without a dot.
private func suffix(of path: String) -> String? {
  let name = Path.name(of: path)
  return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
}

extension Raster {
  /// The picture in exactly this size.
  func sized(_ size: (width: Int, height: Int)) throws(WorkspaceError) -> Raster {
    do throws(ImagingError) { return try resize(toWidth: size.width, height: size.height) } catch {
      throw .picture(error)
    }
  }
}

extension Asset {
  /// The size in its own proportions, as large as the box allows; a side that is nil does not bound it.
  func size(within boxWidth: Int?, _ boxHeight: Int?) -> (width: Int, height: Int) {
    guard boxWidth != nil || boxHeight != nil else { return (width, height) }
    let across = boxWidth.map { Double($0) / Double(width) } ?? .infinity
    let down = boxHeight.map { Double($0) / Double(height) } ?? .infinity
    let scale = min(across, down)
    return (max(1, Int((Double(width) * scale).rounded())), max(1, Int((Double(height) * scale).rounded())))
  }
}
