import Imaging
import Platform

extension Workspace {
  /// The mask that a shot names, kept as an asset; nil for a shot without one.
  ///
  /// Throws: what reading a file throws.
  nonisolated func maskFile(for work: ShotWork) async throws(WorkspaceError) -> (file: PictureFile, asset: Asset)? {
    guard let path = work.mask else { return nil }
    let file = try PictureFile.read(try layout.input(path, in: root))
    let asset = try stored(file, kind: .mask, product: work.product)
    try await keep(asset, at: path, for: work)
    return (file, asset)
  }

  /// The product of a photo by a mask, which is stretched to the photo's size where it has another; then its crop.
  ///
  /// Throws: `unreadable`, `picture`, also for a mask with colors, `cancelled`.
  nonisolated func cutout(
    of photo: PictureFile, by mask: PictureFile, crop: PixelArea?, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Raster {
    let raster = try photo.raster(isCancelled: isCancelled)
    let coverage = try mask.coverage(isCancelled: isCancelled)
    let cutout: Raster
    do throws(ImagingError) {
      cutout = try ApplyMask(OperationParameters()).apply(to: raster, mask: coverage, isCancelled: isCancelled).raster
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .picture(error)
    }
    return try crop.map { area throws(WorkspaceError) in try cutout.cropped(to: area) } ?? cutout
  }
}
