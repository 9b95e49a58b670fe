import Catalog
import FoundationEssentials
import Generation
import Imaging
import Platform
import ShotList

extension Workspace {
  /// How many pictures may be compared at once.
  public static let comparedAtMost = 64

  /// Ranks outputs by truth, by how they fit the slots, by cost and by time, and puts them on a sheet.
  ///
  /// `channels` are the slots to measure against; nil measures none. Throws: `noSuchAsset`, `noSuchChannel`, `badCount` for
  /// none and for more than `comparedAtMost`, `notGenerated` for a picture that no shot made, `cancelled`.
  public nonisolated func compare(_ ids: [AssetID], for channels: [String]? = nil) async throws(WorkspaceError)
    -> Comparison
  {
    guard (1...Self.comparedAtMost).contains(ids.count) else { throw .badCount(most: Self.comparedAtMost) }
    let measured = try slots(named: channels ?? [])
    let (pictures, sheet) = try await offload { () throws(WorkspaceError) in
      var pictures: [ComparedPicture] = []
      for id in ids { pictures.append(try compared(id, in: measured)) }
      let ranked = pictures.ranked()
      return (ranked, try self.sheet(of: ranked))
    }
    try await commit { transaction in
      try transaction.add(sheet)
      for picture in pictures {
        try transaction.add(
          LineageEdge(source: picture.asset.id, target: sheet.id, operation: "compare", parameters: "{}", job: nil))
      }
    }
    objects.fresh.settle([sheet.id])
    return Comparison(pictures: pictures, sheet: sheet)
  }

  /// The outputs of all variants of a shot that were made last. Throws: as `plan`; `noSuchShot`.
  public nonisolated func variants(ofShot name: String, in path: String) throws(WorkspaceError) -> [AssetID] {
    let list = try readShotList(path, text: nil)
    let shots = try list.shots([name])
    let rows = try store.read { snapshot in
      try shots.flatMap { try snapshot.finished(document: list.path, shot: $0.name) }
    }
    var newest: [String: JobRow] = [:]
    for row in rows { newest[row.job.slot] = row }
    return newest.values.sorted { $0.job.slot < $1.job.slot }.flatMap(\.job.outputs)
      .filter { (try? asset($0))?.format != .webp }
  }

  /// The slots that a shot is for. Throws: as `plan`; `noSuchShot`.
  public nonisolated func channels(ofShot name: String, in path: String) throws(WorkspaceError) -> [String] {
    try readShotList(path, text: nil).shots([name]).flatMap(\.channels.value)
  }

  private nonisolated func compared(_ id: AssetID, in slots: [Channel]) throws(WorkspaceError) -> ComparedPicture {
    let asset = try asset(id)
    guard let edge = try lineage(of: id).first(where: { $0.target == id && $0.operation == "generate" }),
      let work = try? JSONDecoder().decode(ShotWork.self, from: Data(edge.parameters.utf8))
    else { throw .notGenerated(id: id.hex) }
    let job = try edge.job.map { (id) throws(WorkspaceError) in try self.job(id) }
    var findings: [String: [ChannelFinding]] = [:]
    if !slots.isEmpty {
      let raster = try raster(of: asset, isCancelled: { Task.isCancelled })
      let metadata = PictureMetadata(sourceType: try origin(of: id).sourceType, creatorTool: "krafd")
      for channel in slots {
        let rules = ChannelRules(
          channel: channel, role: tools.catalog.roles[work.role], style: tools.catalog.styles[work.style])
        findings[channel.id] = try rules.file(of: raster, metadata, isCancelled: { Task.isCancelled }).findings
      }
    }
    let share = max(1, job?.outputs.count ?? 1)
    let took = job.flatMap { job in
      job.started.flatMap { start in job.finished.map { $0.millisecondsSince1970 - start.millisecondsSince1970 } }
    }
    return ComparedPicture(
      asset: asset, rank: 0, model: work.model, style: work.style, seed: work.seed, truth: truth(of: work),
      findings: findings, costMicros: (job?.costMicros ?? 0) / Int64(share),
      elapsedMilliseconds: Int(max(took ?? 0, 0)) / share, verdict: try verdict(on: id)?.kind)
  }

  nonisolated func truth(of work: ShotWork) -> ComparedPicture.Truth {
    switch sourceType(of: work) {
    case .compositeSynthetic: .exact
    case .compositeWithTrainedAlgorithmicMedia: .composite
    default: .redrawn
    }
  }

  /// The pictures on one sheet, as an asset that is not in the database yet.
  private nonisolated func sheet(of pictures: [ComparedPicture]) throws(WorkspaceError) -> Asset {
    var cells: [ContactSheet.Cell] = []
    for picture in pictures {
      let price = Money.text(picture.costMicros)
      let lines = [
        "\(picture.rank). \(picture.style) - \(picture.model), seed \(picture.seed)",
        "cost \(price), \(picture.elapsedMilliseconds / 1000) s",
      ]
      let mark: ContactSheet.Mark =
        switch picture.verdict {
        case .accepted: .accepted
        case .rejected: .rejected
        case nil: picture.rank == 1 ? .first : .none
        }
      cells.append(
        ContactSheet.Cell(
          picture: try raster(of: picture.asset, fitting: 720), caption: lines + picture.reasons, mark: mark))
    }
    let sheet: Raster
    do throws(ImagingError) {
      sheet = try ContactSheet(title: "\(cells.count) pictures, the best first", cells: cells, cellSide: 560).render()
    } catch {
      throw .picture(error)
    }
    return try stored(sheet, kind: .output, product: pictures.first?.asset.product, isCancelled: { Task.isCancelled })
  }
}
