import Glibc
import Imaging
import Platform

extension Workspace {
  /// The sides that a thumbnail's longer side may have, in px.
  public static let thumbnailSides = 1...2048

  /// Stores a copy of a picture file that lies in the workspace, and answers it as an asset. A file with the same bytes
  /// gives the same asset, whatever kind is asked for.
  ///
  /// `path` is absolute or relative to the root. Only the header is read; pixels are when they are needed.
  /// Throws: `noSuchFile`, `outsideWorkspace`, `insideHouse`, `notAPlainFile`, `tooLarge`, `unreadable`, `diskFull`,
  /// `folderNotWritable`.
  public nonisolated func importAsset(_ path: String, kind: AssetKind = .photo) async throws(WorkspaceError) -> Asset {
    let real = try layout.input(path, in: root)
    let asset = try await offload { () throws(WorkspaceError) in
      try stored(try PictureFile.read(real), kind: kind, product: nil)
    }
    let known = try await commit { transaction in
      try transaction.add(asset)
      return try transaction.snapshot.asset(asset.id) ?? asset
    }
    objects.fresh.settle([asset.id])
    return known
  }

  /// The asset of this name. Throws: `noSuchAsset`.
  public nonisolated func asset(_ id: AssetID) throws(WorkspaceError) -> Asset {
    if let asset = try store.read({ try $0.asset(id) }) ?? previews.asset(id) { return asset }
    throw .noSuchAsset(id: id.hex)
  }

  /// The newest assets first, at most `limit`; nil means any kind, any product.
  public nonisolated func assets(
    kind: AssetKind? = nil, product: ProductID? = nil, limit: Int = 100
  ) throws(WorkspaceError) -> [Asset] {
    let limit = min(max(limit, 0), 10_000)
    if kind == .preview { return Array(previews.all.prefix(limit)) }
    return try store.read { try $0.assets(kind: kind, product: product, limit: limit) }
  }

  /// How many assets there are.
  public nonisolated func assetCount() throws(WorkspaceError) -> Int { try store.read { try $0.assetCount() } }

  /// The absolute path of an asset's file; the file never changes. Throws: `noSuchAsset`.
  public nonisolated func objectPath(of id: AssetID) throws(WorkspaceError) -> String {
    file(of: try asset(id))
  }

  /// The absolute path of an asset's file; the asset need not be in the database yet.
  nonisolated func file(of asset: Asset) -> String {
    asset.kind == .preview ? layout.preview(asset.id) : layout.object(asset.id, format: asset.format)
  }

  /// A file with the picture made small: its longer side is at most `longerSide` px. The path is the same each time; a
  /// picture that is small already is its own thumbnail.
  ///
  /// Throws: `noSuchAsset`, `badSize` outside `thumbnailSides`, `unreadable`, `diskFull`, `folderNotWritable`.
  public nonisolated func thumbnail(of id: AssetID, longerSide: Int) async throws(WorkspaceError) -> Thumbnail {
    guard Self.thumbnailSides.contains(longerSide) else { throw .badSize(width: longerSide, height: longerSide) }
    let asset = try asset(id)
    if max(asset.width, asset.height) <= longerSide {
      return Thumbnail(path: try objectPath(of: id), width: asset.width, height: asset.height, format: asset.format)
    }
    let size = asset.size(within: longerSide, longerSide)
    let thumbnail = Thumbnail(
      path: layout.thumbnail(id, longerSide: longerSide), width: size.width, height: size.height, format: .png)
    if CacheFile.exists(thumbnail.path) { return thumbnail }
    try await offload { () throws(WorkspaceError) in
      let small = try raster(of: asset, fitting: longerSide)
      try CacheFile.write(try PictureFile.encode(small, as: .png, options: .cache), to: thumbnail.path)
    }
    return thumbnail
  }

  /// Every step that led to an asset, then every step that started from it, nearest first. Throws: `noSuchAsset`.
  public nonisolated func lineage(of id: AssetID) throws(WorkspaceError) -> [LineageEdge] {
    _ = try asset(id)
    return try store.read { try $0.lineage(of: id) }
  }

  /// Puts a file into the object store and describes it; nothing is in the database yet.
  nonisolated func stored(
    _ file: PictureFile, kind: AssetKind, product: ProductID?
  ) throws(WorkspaceError) -> Asset {
    Asset(
      id: try objects.put(file.bytes, format: file.header.format), kind: kind == .preview ? .photo : kind,
      format: file.header.format, width: file.header.width, height: file.header.height, byteCount: file.bytes.count,
      created: tools.clock.now, product: product)
  }

  /// Writes a picture as PNG into the object store and describes it; nothing is in the database yet.
  nonisolated func stored(
    _ raster: Raster, kind: AssetKind, product: ProductID?, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Asset {
    let bytes = try PictureFile.encode(raster, as: .png, options: EncodeOptions(), isCancelled: isCancelled)
    return Asset(
      id: try objects.put(bytes, format: .png), kind: kind, format: .png, width: raster.width, height: raster.height,
      byteCount: bytes.count, created: tools.clock.now, product: product)
  }

  /// The pixels of any asset, also of a preview.
  nonisolated func raster(
    of asset: Asset, fitting longerSide: Int? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(WorkspaceError) -> Raster {
    try objects.raster(at: file(of: asset), of: asset.id, fitting: longerSide, isCancelled: isCancelled)
  }

  /// Any asset as a mask: its alpha where it has transparency, else its gray levels.
  nonisolated func mask(
    of asset: Asset, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Raster {
    try objects.mask(at: file(of: asset), of: asset.id, isCancelled: isCancelled)
  }
}
