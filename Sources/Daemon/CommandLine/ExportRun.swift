import RPCProtocol

/// `krafd export`: writes a product's set for channels.
public struct ExportRun: Sendable {
  public var file: String
  public var folder: String
  /// Empty takes the shot list's.
  public var channels: [String]
  /// Names of rules that may be broken.
  public var allowed: [String]
  public var printsJSON: Bool

  public init(file: String, folder: String, channels: [String], allowed: [String], printsJSON: Bool) {
    self.file = file
    self.folder = folder
    self.channels = channels
    self.allowed = allowed
    self.printsJSON = printsJSON
  }

  /// Answers the exit status: 1 when something was left out.
  public func run() throws(CommandFailure) -> Int32 {
    try WorkingFolder.make(folder)
    var link = try DaemonLink.start()
    let reply = try link.call(
      SetExport(
        path: WorkingFolder.absolute(file), channels: channels.isEmpty ? nil : channels,
        folder: WorkingFolder.absolute(folder), allow: allowed.isEmpty ? nil : allowed), about: file)
    if printsJSON { Terminal.say(reply.json.text) } else { show(reply) }
    return reply.leftOut.isEmpty ? 0 : 1
  }

  private func show(_ reply: SetExport.Reply) {
    for warning in reply.warnings { Terminal.tell("warning: \(warning)") }
    let rows = reply.pictures.map { picture in
      [
        picture.channel, picture.shot, "\(picture.width) × \(picture.height)",
        "\((picture.byteCount + 500) / 1000) KB", picture.verdict, picture.path,
      ]
    }
    Terminal.say(Table.text(["channel", "shot", "size", "bytes", "verdict", "picture"], rows))
    for picture in reply.pictures {
      for finding in picture.findings where finding.severity != .information {
        Terminal.say("\(picture.channel), \(picture.shot): \(finding.sentence) (\(finding.rule))")
      }
    }
    for one in reply.leftOut {
      for reason in one.reasons {
        Terminal.say("left out of \(one.channel): \(one.shot): \(reason.sentence) (\(reason.rule))")
      }
    }
    for gap in reply.gaps { Terminal.say("gap: \(gap)") }
    Terminal.say("\(Table.count(reply.pictures.count, "picture")) written, \(reply.leftOut.count) left out")
  }
}
