import Catalog
import Imaging
import Platform
import ShotList

extension Workspace {
  /// Writes every shot's pictures for every slot that takes them, fitted and named, with a manifest and a contact sheet;
  /// what breaks a rule of its slot is left out with the reason, unless the rule is allowed to be broken.
  ///
  /// The same pictures, shot list and order give the same files, byte for byte. Each file is written whole or not at all,
  /// and the manifest last. A picture's path is `FOLDER/SLOT/LIST-SHOT.jpg`.
  /// Throws: as `plan`; `noSuchChannel`, `noChannels`, `insideHouse`, `folderNotWritable`, `diskFull`, `cancelled`.
  public nonisolated func exportSet(_ order: SetExportOrder) async throws(WorkspaceError) -> SetManifest {
    let list = try readShotList(order.path, text: nil)
    let slots = try self.slots(named: order.channels ?? list.analysis.product.channels)
    guard !slots.isEmpty else { throw .noChannels(path: list.path) }
    return try await offload { () throws(WorkspaceError) in
      let outputs = try outputs(of: list)
      let folder = try layout.output(order.folder)
      try writing(folder) { () throws(PlatformError) in try PlainFolder.make(folder) }
      var writer = SetWriter(workspace: self, list: list, folder: folder, allowed: order.allowed)
      for channel in slots { try writer.write(outputs, for: channel) }
      return try writer.finish(
        coverage: coverage(of: outputs, in: slots, dimensions: list.analysis.product.dimensions != nil))
    }
  }
}

/// Writes a set, picture by picture, and remembers what it did.
private struct SetWriter {
  let workspace: Workspace
  let list: ReadShotList
  let folder: String
  let allowed: Set<String>
  private var manifest: SetManifest
  private var cells: [ContactSheet.Cell] = []
  /// The longer side of a picture on the contact sheet, in px.
  private static let cellSide = 480

  init(workspace: Workspace, list: ReadShotList, folder: String, allowed: Set<String>) {
    self.workspace = workspace
    self.list = list
    self.folder = folder
    self.allowed = allowed
    manifest = SetManifest(
      product: list.productName, shotList: list.path, pictures: [], leftOut: [],
      coverage: SetCoverage(questions: [], slots: [], gaps: []), warnings: [])
  }

  mutating func write(_ outputs: [ShotOutputs], for channel: Channel) throws(WorkspaceError) {
    var room = channel.count ?? .max
    for output in outputs where channel.takes(output.shot, workspace.tools.catalog) {
      note(output)
      if output.state == .missing {
        leaveOut(output.shot, channel, [.error("set.missing", "It is not made; render '\(output.shot.name)' first")])
      }
      for (place, picture) in output.pictures.enumerated() {
        guard room > 0 else {
          let most = channel.count ?? 0
          leaveOut(
            output.shot, channel, [.error("set.count.max", "\(channel.id) takes \(most), and the shots before fill it")]
          )
          continue
        }
        let name = output.pictures.count == 1 ? output.shot.name : "\(output.shot.name)-\(place + 1)"
        if try write(picture, of: output.shot, named: name, for: channel) { room -= 1 }
      }
    }
  }

  mutating func finish(coverage: SetCoverage) throws(WorkspaceError) -> SetManifest {
    manifest.coverage = coverage
    if !cells.isEmpty {
      let sheet: [UInt8]
      do throws(ImagingError) {
        let picture = try ContactSheet(
          title: "\(manifest.product): \(cells.count) pictures", cells: Array(cells.prefix(ContactSheet.maxCells))
        ).render(isCancelled: isCancelled)
        sheet = try ImageFile.encode(picture, as: .jpeg, options: .export, isCancelled: isCancelled)
      } catch .cancelled {
        throw .cancelled
      } catch {
        throw .picture(error)
      }
      try put(sheet, at: SetManifest.sheetName)
    }
    try put(Array(try readableText(manifest).utf8), at: SetManifest.manifestName)
    return manifest
  }

  private var isCancelled: @Sendable () -> Bool { { Task.isCancelled } }

  /// Fits and writes one picture. Answers whether it was.
  private mutating func write(
    _ picture: ShotOutputs.Picture, of shot: ResolvedShot, named name: String, for channel: Channel
  ) throws(WorkspaceError) -> Bool {
    if Task.isCancelled { throw .cancelled }
    let origin = try workspace.origin(of: picture.asset.id)
    for photo in origin.signedPhotos {
      warn(
        "The photo \(photo.hex.prefix(12)) carries content credentials; pictures made from it are new files without them"
      )
    }
    let raster = try workspace.raster(of: picture.asset, isCancelled: isCancelled)
    let rules = ChannelRules(
      channel: channel, role: workspace.tools.catalog.roles[shot.role],
      style: workspace.tools.catalog.styles[origin.style])
    let metadata = PictureMetadata(
      sourceType: origin.sourceType, title: "\(manifest.product), \(shot.name)", creatorTool: "krafd")
    let (file, findings) = try rules.file(of: raster, metadata, isCancelled: isCancelled)
    let refused = findings.filter { $0.severity == .error && !allowed.contains($0.rule) && !allowed.contains("all") }
    guard let file, refused.isEmpty else {
      leaveOut(shot, channel, refused.isEmpty ? findings : refused)
      return false
    }
    let path = "\(channel.id)/\(list.stem)-\(name).\(file.format.fileExtension)"
    try put(file.bytes, at: path)
    manifest.pictures.append(
      SetManifest.Picture(
        channel: channel.id, shot: shot.name, file: path, width: file.picture.width, height: file.picture.height,
        mediaType: file.format.mediaType, byteCount: file.bytes.count, sha256: Digest.sha256(of: file.bytes).hex,
        asset: picture.asset.id.hex, model: origin.model, verdict: picture.verdict?.kind.rawValue ?? "undecided",
        sourceType: origin.sourceType.rawValue, findings: findings))
    try show(manifest.pictures[manifest.pictures.count - 1], file.picture)
    return true
  }

  private mutating func show(_ written: SetManifest.Picture, _ picture: Raster) throws(WorkspaceError) {
    let small: Raster
    do throws(ImagingError) {
      small = try picture.resize(within: Self.cellSide, Self.cellSide, isCancelled: isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .picture(error)
    }
    let size = "\(written.width) x \(written.height) px, \((written.byteCount + 500) / 1000) KB"
    let notes = written.findings.filter { $0.severity != .information }.map(\.rule)
    cells.append(
      ContactSheet.Cell(
        picture: small, caption: ["\(written.channel) - \(written.shot)", size] + notes,
        mark: written.verdict == Verdict.Kind.accepted.rawValue ? .accepted : .none))
  }

  private mutating func note(_ output: ShotOutputs) {
    if output.state == .stale {
      warn("'\(output.shot.name)' was made from other inputs than now; 'krafd plan' says which")
    }
  }

  private mutating func warn(_ sentence: String) {
    if !manifest.warnings.contains(sentence) { manifest.warnings.append(sentence) }
  }

  private mutating func leaveOut(_ shot: ResolvedShot, _ channel: Channel, _ reasons: [ChannelFinding]) {
    manifest.leftOut.append(SetManifest.LeftOut(channel: channel.id, shot: shot.name, reasons: reasons))
  }

  private func put(_ bytes: [UInt8], at name: String) throws(WorkspaceError) {
    let path = Path.join(folder, name)
    try writing(path) { () throws(PlatformError) in
      try PlainFolder.make(Path.folder(of: path))
      try AtomicFile.write(bytes, to: path) { workspace.tools.onFault(.file(.export, $0)) }
    }
  }
}

extension ReadShotList {
  /// The product's title, or the file's name.
  fileprivate var productName: String { analysis.product.name.isEmpty ? stem : analysis.product.name }

  /// The file's name without its suffix.
  fileprivate var stem: String {
    let name = Path.name(of: path)
    return name.hasSuffix(".kraf") ? String(name.dropLast(5)) : name
  }
}
