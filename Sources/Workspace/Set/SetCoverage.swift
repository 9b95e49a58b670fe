import Catalog
import ShotList

/// What a product's set shows, and what it leaves open.
public struct SetCoverage: Sendable, Hashable, Codable {
  /// A buyer's question and the shots that answer it.
  public struct Question: Sendable, Hashable, Codable {
    public var role: String
    public var question: String
    /// The shots of this role.
    public var shots: [String]
    /// Whether one of them is made.
    public var isAnswered: Bool
  }

  /// A slot and the shots that go there.
  public struct Slot: Sendable, Hashable, Codable {
    public var channel: String
    public var title: String
    public var shots: [String]
    /// How many pictures there are for it, and how many it takes; nil where no rule is known.
    public var pictures: Int
    public var takes: Int?
  }

  public var questions: [Question]
  public var slots: [Slot]
  /// What is missing, a sentence each: `Nothing shows how big it is`.
  public var gaps: [String]
}

extension Workspace {
  /// What the set of a shot list shows, for the channels of its header or for others.
  ///
  /// Throws: as `plan`; `noSuchChannel`.
  public nonisolated func coverage(ofShotList path: String, channels: [String]? = nil) throws(WorkspaceError)
    -> SetCoverage
  {
    let list = try readShotList(path, text: nil)
    let outputs = try outputs(of: list)
    let slots = try self.slots(named: channels ?? list.analysis.product.channels)
    return coverage(of: outputs, in: slots, dimensions: list.analysis.product.dimensions != nil)
  }

  /// The slots of these names, each once. Throws: `noSuchChannel`.
  nonisolated func slots(named names: [String]) throws(WorkspaceError) -> [Channel] {
    var slots: [Channel] = []
    for name in names {
      let found = tools.catalog.channels(named: name)
      guard !found.isEmpty else { throw .noSuchChannel(id: name, known: tools.catalog.ids(of: .channel)) }
      for channel in found where !slots.contains(where: { $0.id == channel.id }) { slots.append(channel) }
    }
    return slots
  }

  nonisolated func coverage(of outputs: [ShotOutputs], in slots: [Channel], dimensions: Bool) -> SetCoverage {
    let questions = tools.catalog.roles.all.map { role in
      let shots = outputs.filter { $0.shot.role == role.id }
      return SetCoverage.Question(
        role: role.id, question: role.question, shots: shots.map(\.shot.name),
        isAnswered: shots.contains { $0.state != .missing })
    }
    let covered = slots.map { channel in
      let shots = outputs.filter { channel.takes($0.shot, tools.catalog) }
      return SetCoverage.Slot(
        channel: channel.id, title: channel.title, shots: shots.map(\.shot.name),
        pictures: shots.reduce(0) { $0 + $1.pictures.count }, takes: channel.count)
    }
    var gaps = questions.filter { !$0.isAnswered && tools.catalog.roles[$0.role]?.isAskedOfEveryProduct == true }.map {
      question in
      question.shots.isEmpty
        ? "No shot answers “\(question.question)”; add a '## \(question.role)'"
        : "“\(question.question)” is not answered yet; render \(question.shots.joined(separator: ", "))"
    }
    let showsScale = questions.contains { ["lifestyle", "on-model"].contains($0.role) && $0.isAnswered }
    if !showsScale {
      gaps.append("Nothing shows how big it is; a lifestyle shot with 'dimensions:' does")
    } else if !dimensions {
      gaps.append("The shots show no true size, as the header has no 'dimensions:'")
    }
    gaps += covered.filter { $0.pictures == 0 }.map { slot in
      slot.shots.isEmpty
        ? "\(slot.channel) has no shot; add one of a role that it takes, or 'channel: \(slot.channel)'"
        : "\(slot.channel) has no picture yet; render \(slot.shots.joined(separator: ", "))"
    }
    return SetCoverage(questions: questions, slots: covered, gaps: gaps)
  }
}

extension Channel {
  /// Whether a shot is for this slot: it says so, or says nothing and the slot takes its role.
  func takes(_ shot: ResolvedShot, _ catalog: Catalog) -> Bool {
    if shot.channels.source == .shot { return shot.channels.value.contains(id) }
    return catalog.roles[shot.role]?.channels.contains(id) ?? false
  }
}
