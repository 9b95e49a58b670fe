import RPCProtocol

/// `krafd compare`: ranks the variants of a shot and makes a contact sheet of them.
public struct CompareRun: Sendable {
  public var file: String
  public var shot: String
  /// Where to write the contact sheet.
  public var sheet: String?
  /// The rank of the picture to accept.
  public var accepted: Int?
  public var printsJSON: Bool

  public init(file: String, shot: String, sheet: String?, accepted: Int?, printsJSON: Bool) {
    self.file = file
    self.shot = shot
    self.sheet = sheet
    self.accepted = accepted
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    var link = try DaemonLink.start()
    let reply = try link.call(KrafCompare(path: WorkingFolder.absolute(file), shot: shot), about: file)
    if let sheet {
      _ = try link.call(AssetExport(asset: reply.sheet.asset, path: WorkingFolder.absolute(sheet)))
    }
    if let accepted {
      guard let picture = reply.pictures.first(where: { $0.rank == accepted }) else {
        throw .usage("No picture has rank \(accepted); there are \(reply.pictures.count)")
      }
      _ = try link.call(KrafAccept(asset: picture.asset.asset))
    }
    if printsJSON { return Terminal.say(reply.json.text) }
    let rows = reply.pictures.map { picture in
      [
        String(picture.rank), picture.style, picture.model, Table.money(picture.costMicros),
        Table.seconds(picture.elapsedMs), picture.verdict ?? "", picture.reasons.joined(separator: "; "),
      ]
    }
    Terminal.say(Table.text(["rank", "style", "model", "cost", "seconds", "verdict", "why"], rows))
  }
}
