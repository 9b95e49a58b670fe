import Glibc
import Imaging
import Platform
import Synchronization

/// The files of a workspace, named by their content. Written once and never changed; one that a disk has changed is set
/// aside, and one that nothing needs any more is thrown away when a person says so.
struct ObjectStore: Sendable {
  let layout: WorkspaceLayout
  let onFault: FaultHook
  /// Whether a file had the bytes of its name, as long as nobody touched it.
  private let sound = StampedCache<Bool>()
  let fresh = FreshObjects()

  init(layout: WorkspaceLayout, onFault: @escaping FaultHook) {
    self.layout = layout
    self.onFault = onFault
  }

  /// Makes sure that a file with these bytes is safely on the disk, and answers its name.
  ///
  /// Throws: `diskFull`, `folderNotWritable` and what else a disk can say; nothing half-written stays.
  func put(_ bytes: [UInt8], format: ImageFormat) throws(WorkspaceError) -> AssetID {
    let id = AssetID(Digest.sha256(of: bytes))
    let path = layout.object(id, format: format)
    fresh.note(id)
    if size(of: path) == bytes.count, isSound(path, id) { return id }
    try Folder.make(Path.folder(of: path), depth: 1)
    onFault(.file(.object, nil))
    try writing(path) { () throws(PlatformError) in
      try AtomicFile.write(bytes, to: path, mode: 0o444) { onFault(.file(.object, $0)) }
    }
    return id
  }

  /// The picture in the file of an asset. Throws: `lostAsset` when the file is gone, `unreadable`, `cancelled`.
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

  /// The bytes of an asset's file. Throws: `lostAsset` when it is gone, `damagedAsset` when it is another now.
  func bytes(at path: String, of id: AssetID) throws(WorkspaceError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try FileReader.bytes(of: path, maxBytes: PictureFile.maxBytes)
    } catch .noSuchFile {
      throw .lostAsset(id: id.hex)
    } catch {
      throw WorkspaceError(error)
    }
    guard sound.value(of: path, { _ in AssetID(Digest.sha256(of: bytes)) == id }) ?? true else {
      setAside(path)
      throw .damagedAsset(id: id.hex)
    }
    return bytes
  }

  /// Deletes every file whose name is not among `kept`, but those of work that is not written down yet. Answers how many
  /// bytes there are less, also when `isDry` only looks.
  func sweep(keeping kept: Set<AssetID>, isDry: Bool) -> Int64 {
    var count: Int64 = 0
    for folder in PlainFolder.names(in: layout.objects) where folder.utf8.count == 2 {
      for name in PlainFolder.names(in: Path.join(layout.objects, folder)) {
        guard let id = AssetID(folder + name.prefix { $0 != "." }), !kept.contains(id) else { continue }
        let path = Path.join(Path.join(layout.objects, folder), name)
        guard let size = size(of: path) else { continue }
        if fresh.ifSettled(id, { isDry ? 0 : unlink(path) }) == 0 { count += Int64(size) }
      }
    }
    return count
  }

  /// Whether the file has the bytes of its name; one that has not is set aside.
  private func isSound(_ path: String, _ id: AssetID) -> Bool {
    let found = try? sound.value(of: path) { path throws(PlatformError) in
      AssetID(try Digest.sha256(ofFile: path, maxBytes: PictureFile.maxBytes)) == id
    }
    if found == true { return true }
    setAside(path)
    return false
  }

  /// Moves a file out of the way, where a person can look at it.
  private func setAside(_ path: String) {
    guard (try? Folder.make(layout.quarantine)) != nil else { return }
    let name = path.dropFirst(layout.house.count + 1).replacing("/", with: "-")
    rename(path, Path.join(layout.quarantine, String(name)))
  }

  /// Nil for a file that is not there.
  private func size(of path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }
}
