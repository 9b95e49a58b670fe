import ArgumentParser
import Daemon

/// Says what rendering a shot list would do and cost.
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what rendering a shot list would do and cost; makes nothing.")

  @Argument(help: "The shot list.", completion: .file(extensions: ["kraf"])) var file: String
  @Option(help: "Plan only this shot; may be given several times.") var shot: [String] = []
  @OptionGroup var options: TermOptions
  @Flag(help: "Print one JSON document instead of a table.") var json = false

  func run() throws { try PlanRun(file: file, shots: shot, terms: options.terms, printsJSON: json).run() }
}
