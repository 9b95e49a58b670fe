import Generation
import Imaging

extension Workspace {
  /// The cut-out with its clear parts see-through, where the shot list says that the product has some; nil where they cannot
  /// be told from the rest, or the photo came with transparency of its own. Adds to the cut-out's warnings what to look at.
  ///
  /// Throws: what reading a file throws, `picture`, `cancelled`.
  nonisolated func clearParts(
    of cut: inout CutPhoto, at path: String, for work: ShotWork, in context: JobContext
  ) throws(WorkspaceError) -> Raster? {
    guard work.isClear == true, cut.asset.kind == .cutout else { return nil }
    context.report("finding the clear parts", nil)
    let photo = try PictureFile.read(try layout.input(path, in: root)).raster(isCancelled: context.isCancelled)
    let part = try work.crop.map { area throws(WorkspaceError) in try photo.cropped(to: area) } ?? photo
    let clear: Raster?
    do throws(ImagingError) {
      clear = try CutOut.seeThrough(cut.raster, in: part, isCancelled: context.isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .picture(error)
    }
    cut.warnings.append(
      clear == nil
        ? "The product's clear parts stay opaque: its photo has no plain backdrop to tell them by"
        : "What has the color of the photo's backdrop is taken for clear; check that no label became see-through")
    return clear
  }
}
