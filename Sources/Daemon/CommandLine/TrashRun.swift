import RPCProtocol

/// `krafd trash`: what was taken off the canvas, and throwing it away for good.
public struct TrashRun: Sendable {
  /// A file or folder of the workspace.
  public var path: String
  public var empties: Bool
  public var olderThanDays: Int
  public var isDry: Bool
  public var printsJSON: Bool

  public init(path: String, empties: Bool, olderThanDays: Int, isDry: Bool, printsJSON: Bool) {
    self.path = path
    self.empties = empties
    self.olderThanDays = olderThanDays
    self.isDry = isDry
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    var link = try DaemonLink.start()
    let workspace = try link.call(WorkspaceOpen(path: WorkingFolder.absolute(path))).workspace
    guard empties || isDry else {
      let trash = try link.call(CanvasGet(trashed: true, workspace: workspace))
      if printsJSON { return Terminal.say(trash.json.text) }
      let rows = trash.nodes.map {
        [$0.node, $0.kind.rawValue, $0.title.isEmpty ? $0.text : $0.title, $0.product ?? ""]
      }
      if !rows.isEmpty { Terminal.say(Table.text(["node", "kind", "title", "product"], rows)) }
      return Terminal.say("\(Table.count(rows.count, "node")) in the trash")
    }
    let emptied = try link.call(TrashEmpty(olderThanDays: olderThanDays, dryRun: isDry, workspace: workspace))
    if printsJSON { return Terminal.say(emptied.json.text) }
    let what = "\(Table.count(emptied.nodes, "node")), \(Table.count(emptied.pictures, "picture"))"
    Terminal.say("\(isDry ? "would throw" : "threw") away \(what), \(emptied.byteCount) bytes")
  }
}
