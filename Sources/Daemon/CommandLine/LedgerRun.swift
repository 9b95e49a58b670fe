import RPCProtocol

/// `krafd ledger`: what every job was expected to cost and did cost.
public struct LedgerRun: Sendable {
  /// A file or folder of the workspace.
  public var path: String
  public var printsCSV: Bool
  public var printsJSON: Bool

  public init(path: String, printsCSV: Bool, printsJSON: Bool) {
    self.path = path
    self.printsCSV = printsCSV
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    var link = try DaemonLink.start()
    let workspace = try link.call(WorkspaceOpen(path: WorkingFolder.absolute(path))).workspace
    let ledger = try link.call(KrafLedger(limit: 100_000, workspace: workspace))
    if printsJSON { return Terminal.say(ledger.json.text) }
    if printsCSV { return Terminal.say(Self.csv(ledger.entries)) }
    let rows = ledger.entries.map { entry in
      [
        entry.createdAt, entry.title, entry.document ?? "", entry.model,
        Table.money(entry.estimateMicrosMin, to: entry.estimateMicrosMax),
        entry.actualMicros.map { Table.money($0) } ?? entry.state.rawValue,
      ]
    }
    Terminal.say(Table.text(["time", "job", "shot list", "model", "estimate", "paid"], rows))
    Terminal.say("\(Table.count(rows.count, "line")), \(Table.money(ledger.usedMicros)) in all")
  }

  /// One line an entry and one of names, as RFC 4180 says; money in micro-dollars.
  static func csv(_ entries: [LedgerEntry]) -> String {
    let names = [
      "number", "createdAt", "closedAt", "job", "title", "document", "shot", "model", "estimateMicrosMin",
      "estimateMicrosMax", "arithmetic", "actualMicros", "state",
    ]
    let rows = entries.map { entry in
      [
        String(entry.number), entry.createdAt, entry.closedAt ?? "", entry.job, entry.title, entry.document ?? "",
        entry.shot ?? "", entry.model, String(entry.estimateMicrosMin), String(entry.estimateMicrosMax),
        entry.arithmetic, entry.actualMicros.map(String.init) ?? "", entry.state.rawValue,
      ]
    }
    return ([names] + rows).map { $0.map(field).joined(separator: ",") }.joined(separator: "\r\n")
  }

  /// A value that a spreadsheet would take for a formula gets an apostrophe before it.
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
