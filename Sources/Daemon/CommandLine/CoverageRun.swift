import RPCProtocol

/// `krafd coverage`: which buyer questions a product's set answers, and what its channels lack.
public struct CoverageRun: Sendable {
  public var file: String
  /// Empty takes the shot list's.
  public var channels: [String]
  public var printsJSON: Bool

  public init(file: String, channels: [String], printsJSON: Bool) {
    self.file = file
    self.channels = channels
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    var link = try DaemonLink.start()
    let reply = try link.call(
      SetCoverage(path: WorkingFolder.absolute(file), channels: channels.isEmpty ? nil : channels), about: file)
    if printsJSON { return Terminal.say(reply.json.text) }
    let questions = reply.questions.map { question in
      [
        question.role, question.isAnswered ? "yes" : question.shots.isEmpty ? "no shot" : "not made",
        question.shots.joined(separator: ", "), question.question,
      ]
    }
    Terminal.say(Table.text(["role", "answered", "shots", "the buyer asks"], questions))
    let slots = reply.slots.map { slot in
      [
        slot.channel, "\(slot.pictures)" + (slot.takes.map { " of \($0)" } ?? ""),
        slot.shots.joined(separator: ", "),
      ]
    }
    if !slots.isEmpty { Terminal.say("\n" + Table.text(["channel", "pictures", "shots"], slots)) }
    for gap in reply.gaps { Terminal.say("gap: \(gap)") }
  }
}
