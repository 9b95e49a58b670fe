import Glibc
import Imaging
import Platform

/// The files of a workspace, named by their content. Written once, never changed, never deleted.
struct ObjectStore: Sendable {
  let layout: WorkspaceLayout
  let onFault: FaultHook

  /// Makes sure that a file with these bytes is safely on the disk, and answers its name.
  ///
  /// Throws: `diskFull`, `folderNotWritable` and what else a disk can say; nothing half-written stays.
  func put(_ bytes: [UInt8], format: ImageFormat) throws(WorkspaceError) -> AssetID {
    let id = AssetID(Digest.sha256(of: bytes))
    let path = layout.object(id, format: format)
    if size(of: path) == bytes.count { return id }
    try Folder.make(Path.folder(of: path))
    onFault(.file(.object, nil))
    try writing(path) { () throws(PlatformError) in
      try AtomicFile.write(bytes, to: path, mode: 0o444) { onFault(.file(.object, $0)) }
    }
    return id
  }

  /// The picture in the file of an asset. Throws: `noSuchAsset` when the file is gone, `unreadable`, `cancelled`.
  func raster(
    at path: String, of id: AssetID, fitting longerSide: Int?, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Raster {
    try PictureFile.decode(try bytes(at: path, of: id), path: path, fitting: longerSide, isCancelled: isCancelled)
  }

  /// The file of an asset as a mask. Throws: as `raster`; `picture` for a picture that is no mask.
  func mask(
    at path: String, of id: AssetID, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Raster {
    let bytes = try bytes(at: path, of: id)
    do throws(ImagingError) {
      return try ImageFile.decodeCoverage(bytes, isCancelled: isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch .badParameter(let name, let detail) {
      throw .picture(.badParameter(name: name, detail: detail))
    } catch {
      throw .unreadable(path: path, error)
    }
  }

  private func bytes(at path: String, of id: AssetID) throws(WorkspaceError) -> [UInt8] {
    do throws(PlatformError) {
      return try FileReader.bytes(of: path, maxBytes: PictureFile.maxBytes)
    } catch .noSuchFile {
      throw .noSuchAsset(id: id.hex)
    } catch {
      throw WorkspaceError(error)
    }
  }

  /// Nil for a file that is not there.
  private func size(of path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }
}
