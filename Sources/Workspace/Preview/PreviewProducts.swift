import Generation
import Imaging
import Platform
import ShotList
import Synchronization

/// Products at the size of previews, kept in memory, as decoding and cutting out take longer than a preview may. A class with a
/// lock because every preview asks, from any thread.
final class PreviewProducts: Sendable {
  /// What a product in a preview is made of.
  struct Key: Hashable, Sendable {
    /// Checked, absolute.
    var path: String
    var stamp: FileStamp
    var method: CutMethod
    var isClear: Bool
    /// Of the preview, in px.
    var side: Int
  }

  /// The most bytes of pixels that are kept, beside the newest product.
  private static let capacity = 96 << 20
  private let known = Mutex<[(key: Key, product: CutPixels)]>([])

  /// The product of `key`, made by `make` if it is not known.
  func product(
    _ key: Key, orMake make: () throws(WorkspaceError) -> CutPixels
  ) throws(WorkspaceError) -> CutPixels {
    let found = known.withLock { known -> CutPixels? in
      guard let place = known.firstIndex(where: { $0.key == key }) else { return nil }
      known.append(known.remove(at: place))
      return known.last?.product
    }
    if let found { return found }
    let product = try make()
    known.withLock { known in
      known.append((key, product))
      var bytes = known.reduce(0) { $0 + $1.product.byteCount }
      while bytes > Self.capacity, known.count > 1 { bytes -= known.removeFirst().product.byteCount }
    }
    return product
  }
}

/// A product without its background, and the same with its clear parts see-through.
struct CutPixels: Sendable {
  var cutout: Raster
  var clear: Raster?

  fileprivate var byteCount: Int { cutout.bytes.count + (clear?.bytes.count ?? 0) }
}

extension Workspace {
  /// The product in a photo of at most four times `side` px, so that the product is rarely smaller than a preview shows it.
  /// Nothing is stored: a cut-out that a job made before is read, a new one is only remembered.
  ///
  /// Throws: what reading a file throws, `picture`, `cancelled`.
  nonisolated func previewProduct(
    of work: ShotWork, at path: String, side: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> CutPixels {
    let real = try layout.input(path, in: root)
    guard let stamp = FileStamp(of: real) else { throw .noSuchFile(path: path) }
    let mask = work.mask.map { (path: $0, digest: digest(ofFile: $0)) }
    let model = mask == nil ? try tools.currentModel() : nil
    if let mask, mask.digest == nil { throw .noSuchFile(path: mask.path) }
    let method = CutMethod(of: work, mask: mask?.digest, by: tools.cutter, with: model)
    let key = PreviewProducts.Key(
      path: real, stamp: stamp, method: method, isClear: work.isClear == true, side: side)
    return try previewProducts.product(key) { () throws(WorkspaceError) in
      let file = try PictureFile.read(real)
      let id = AssetID(Digest.sha256(of: file.bytes))
      var cutout = try known(id, method, isCancelled)
      if cutout == nil, let mask {
        let maskFile = try PictureFile.read(try layout.input(mask.path, in: root))
        cutout = try self.cutout(of: file, by: maskFile, crop: work.crop, isCancelled: isCancelled)
      }
      if cutout == nil, mask == nil, let crop = work.crop {
        cutout = try known(id, CutMethod(version: method.version), isCancelled)?.product(in: crop)
      }
      // The photo itself is only needed where there is no cut-out, or to find what is clear.
      if let cutout, !key.isClear {
        return try picture { () throws(ImagingError) in try CutPixels(cutout, fitting: side) }
      }
      let whole = try file.raster(isCancelled: isCancelled)
      let isCut = file.header.hasAlpha && whole.hasOwnTransparency
      func found(in raster: Raster) throws(WorkspaceError) -> Raster {
        if isCut { return raster }
        return try picture { () throws(ImagingError) in
          try tools.cutter.cut(raster, model, isCancelled) { _, _ in }.cutout
        }
      }
      var photo = whole
      if let crop = work.crop {
        photo = try whole.cropped(to: crop)
        if cutout == nil { cutout = try found(in: whole).product(in: crop) }
      }
      let product = if let cutout { cutout } else { try found(in: photo) }
      return try picture { () throws(ImagingError) in
        let isClear = key.isClear && !(isCut && work.crop == nil)
        let clear = isClear ? try CutOut.seeThrough(product, in: photo, isCancelled: isCancelled) : nil
        return try CutPixels(product, clear: clear, fitting: side)
      }
    }
  }

  /// The pixels of a cut-out that a job made before.
  private nonisolated func known(
    _ photo: AssetID, _ method: CutMethod, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Raster? {
    let known = try store.read { try $0.cutout(of: photo, parameters: try encoded(method)) }
    return try known.map { asset throws(WorkspaceError) in try raster(of: asset, isCancelled: isCancelled) }
  }

  /// Runs `body`; its error becomes the workspace's.
  private nonisolated func picture<Result>(
    _ body: () throws(ImagingError) -> Result
  ) throws(WorkspaceError) -> Result {
    do throws(ImagingError) {
      return try body()
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .picture(error)
    }
  }
}

extension CutPixels {
  /// Made smaller, as far as a picture of `side` px can show: a product rarely fills less than a quarter of its photo.
  fileprivate init(_ cutout: Raster, clear: Raster? = nil, fitting side: Int) throws(ImagingError) {
    let most = 4 * side
    func small(_ raster: Raster) throws(ImagingError) -> Raster {
      max(raster.width, raster.height) > most ? try raster.resize(within: most, most) : raster
    }
    self.cutout = try small(cutout)
    self.clear = try clear.map(small)
  }
}
