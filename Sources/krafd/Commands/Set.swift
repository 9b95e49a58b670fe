import ArgumentParser
import Daemon

/// Writes a product's set for channels.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a product's set for channels: fitted, named, with its origin inside.",
    discussion: "Ends with status 1 when something was left out, because it broke a rule of its channel.")

  @Argument(help: "The shot list.", completion: .file(extensions: ["kraf"])) var file: String
  @Option(help: "The folder for the pictures; it is made when missing.", completion: .directory) var out: String
  @Option(help: "Channels, parted by commas, like amazon.main,shopify; without it those of the shot list.")
  var channels: String?
  @Option(help: "A rule that may be broken, like fill.low, or all; may be given several times.")
  var allow: [String] = []
  @Flag(help: "Print one JSON document instead of a table.") var json = false

  func run() throws {
    let status = try ExportRun(
      file: file, folder: out, channels: channels.names, allowed: allow, printsJSON: json
    ).run()
    if status != 0 { throw ExitCode(status) }
  }
}

/// Says which buyer questions a product's set answers, and what its channels lack.
struct Coverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says which buyer questions a product's set answers, and what its channels lack.")

  @Argument(help: "The shot list.", completion: .file(extensions: ["kraf"])) var file: String
  @Option(help: "Channels, parted by commas; without it those of the shot list.") var channels: String?
  @Flag(help: "Print one JSON document instead of tables.") var json = false

  func run() throws { try CoverageRun(file: file, channels: channels.names, printsJSON: json).run() }
}

/// Ranks the variants of a shot.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ranks the variants of a shot, and says why; can accept one.")

  @Argument(help: "The shot list.", completion: .file(extensions: ["kraf"])) var file: String
  @Option(help: "The shot whose variants are compared.") var shot: String
  @Option(help: "Write a labelled contact sheet to this file.", completion: .file()) var sheet: String?
  @Option(help: "Accept the picture with this rank.") var accept: Int?
  @Flag(help: "Print one JSON document instead of a table.") var json = false

  func run() throws {
    try CompareRun(file: file, shot: shot, sheet: sheet, accepted: accept, printsJSON: json).run()
  }
}

extension String? {
  /// What stands between commas; empty for nothing.
  fileprivate var names: [String] {
    self?.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.map(String.init) ?? []
  }
}
