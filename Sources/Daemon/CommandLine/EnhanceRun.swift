import Platform
import RPCProtocol
import ShotList

/// `krafd enhance`: makes complete prompts of short wishes, and writes them down when asked.
public struct EnhanceRun: Sendable {
  /// The shot list, perhaps with `#shot` behind it.
  public var file: String
  public var dialect: String
  /// Whether the user's model helps.
  public var isAssisted: Bool
  public var writes: Bool
  public var printsJSON: Bool

  public init(file: String, dialect: String, isAssisted: Bool, writes: Bool, printsJSON: Bool) {
    self.isAssisted = isAssisted
    self.file = file
    self.dialect = dialect
    self.writes = writes
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    guard let dialect = RPCProtocol::PromptDialect(rawValue: dialect) else {
      let known = RPCProtocol::PromptDialect.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("No dialect is named '\(self.dialect)'; take one of \(known)")
    }
    let parts = file.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = WorkingFolder.absolute(parts[0])
    let text = try read(path)
    var link = try DaemonLink.start()
    let all = try link.call(ShotsAnalyse(path: path, text: text), about: file).shots
    let shots = parts.count > 1 ? [parts[1]] : all.compactMap { $0["name"]?.stringValue }
    var prompts: [(shot: String, reply: PromptEnhance.Reply)] = []
    for shot in shots {
      let request = PromptEnhance(path: path, text: text, shot: shot, dialect: dialect, assisted: isAssisted)
      let reply = try link.call(request, about: file)
      for note in reply.notes { Terminal.tell("\(shot): \(note)") }
      prompts.append((shot, reply))
    }
    if writes { try write(prompts.compactMap(\.reply.edit), into: text, at: path) }
    if printsJSON {
      let list = prompts.map { JSONValue.record(["shot": .string($0.shot), "prompt": $0.reply.json]) }
      return Terminal.say(JSONValue.array(list).text)
    }
    for (shot, reply) in prompts {
      Terminal.say((prompts.count > 1 ? "\(shot): " : "") + reply.text)
      if !reply.negative.isEmpty { Terminal.say("not: \(reply.negative)") }
    }
  }

  /// What lies on the disk: edits are made to these very bytes.
  private func read(_ path: String) throws(CommandFailure) -> String {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try FileReader.bytes(of: path, maxBytes: ShotList.maxBytes)
    } catch {
      throw CommandFailure(reason: error.sentence.reason, sentence: error.sentence.text)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .failed("'\(file)' is not UTF-8 text; a shot list is a text file")
    }
    return text
  }

  private func write(_ edits: [LSPTextEdit], into text: String, at path: String) throws(CommandFailure) {
    guard !edits.isEmpty else { return Terminal.tell("the prompts are complete; nothing was written") }
    let lines = LineIndex(Array(text.utf8))
    let changes = edits.map { edit in
      let start = lines.offset(of: TextPosition(edit.range.start), .utf16)
      return TextChange(start..<lines.offset(of: TextPosition(edit.range.end), .utf16), edit.newText)
    }
    do throws(PlatformError) {
      try AtomicFile.rewrite(changes.applied(to: text).utf8, at: path)
    } catch {
      throw CommandFailure(reason: error.sentence.reason, sentence: error.sentence.text)
    }
    Terminal.tell("\(Table.count(edits.count, "prompt")) written to \(file)")
  }
}
