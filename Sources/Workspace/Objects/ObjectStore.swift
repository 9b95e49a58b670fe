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
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try FileReader.bytes(of: path, maxBytes: PictureFile.maxBytes)
    } catch .noSuchFile {
      throw .noSuchAsset(id: id.hex)
    } catch {
      throw WorkspaceError(error)
    }
    return try PictureFile.decode(bytes, path: path, fitting: longerSide, isCancelled: isCancelled)
  }

  /// Nil for a file that is not there.
  private func size(of path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }
}
