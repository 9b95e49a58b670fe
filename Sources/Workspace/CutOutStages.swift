public import Imaging
import Platform

/// The stages of a cut-out as pictures in a folder, to see why a photo fails; no workspace is needed.
public enum CutOutStages {
  /// Writes `00-photo.png` and so on into `folder`, which is made if it is not there, and answers the paths.
  ///
  /// `model` says what is product, as in a workspace.
  /// Throws: `noSuchFile`, `unreadable`, `picture`, and what writing a file throws.
  public static func write(
    of photo: String, to folder: String, _ parameters: OperationParameters,
    model: SegmentationModelSource = { () throws(ImagingError) in nil }
  ) throws(WorkspaceError) -> [String] {
    let raster = try PictureFile.read(photo).raster()
    let stages: [CutOut.Stage]
    do throws(ImagingError) {
      var operation = try RemoveBackground(parameters)
      operation.model = try model()
      stages = try operation.explained(raster).stages
    } catch {
      throw .picture(error)
    }
    try writing(folder) { () throws(PlatformError) in try PlainFolder.make(folder) }
    var paths: [String] = []
    for (number, stage) in stages.enumerated() {
      let bytes = try PictureFile.encode(stage.picture, as: .png, options: .cache)
      let path = Path.join(folder, (number < 10 ? "0" : "") + "\(number)-\(stage.name).png")
      try writing(path) { () throws(PlatformError) in try AtomicFile.write(bytes, to: path) }
      paths.append(path)
    }
    return paths
  }
}
