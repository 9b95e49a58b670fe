import Imaging
import Platform

extension Workspace {
  /// Writes a clip as MP4, in the size that the order asks for, less one px where a side is odd.
  nonisolated func exportVideo(
    _ asset: Asset, _ order: ExportOrder, to path: String
  ) throws(WorkspaceError) -> ExportedFile {
    let file = try bytes(of: asset)
    guard asset.format == .webp, AnimationHeader.announcesAnimation(file) else { throw .notAClip(id: asset.id.hex) }
    guard let program = tools.videoProgram() else { throw .noVideoEncoder }
    let place = self.file(of: asset)
    var reader: AnimationReader
    do throws(ImagingError) { reader = try AnimationReader(file) } catch { throw .unreadable(path: place, error) }
    let size = asset.size(within: order.width, order.height)
    guard let shape = VideoShape(width: size.width, height: size.height, durations: reader.header.durations) else {
      throw .badSize(width: size.width, height: size.height)
    }
    let encoder = VideoEncoder(program: program, folder: layout.house)
    let video = try encoder.encode(shape, isCancelled: { Task.isCancelled }) { () throws(WorkspaceError) in
      let frame: Raster?
      do throws(ImagingError) { frame = try reader.next()?.picture } catch { throw .unreadable(path: place, error) }
      guard let frame = try frame?.sized(size) else { return nil }
      do throws(ImagingError) { return try shape.bytes(of: frame) } catch { throw .picture(error) }
    }
    return try exported(video, .mp4, width: shape.width, height: shape.height, to: path)
  }
}
