import ArgumentParser
import Daemon

/// Lists what every job was expected to cost and did cost.
struct Ledger: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what every job was expected to cost and did cost.")

  @Argument(help: "A file or folder of the workspace.", completion: .directory) var path = "."
  @Flag(help: "Print CSV, money in micro-dollars.") var csv = false
  @Flag(help: "Print one JSON document instead of a table.") var json = false

  func run() throws { try LedgerRun(path: path, printsCSV: csv, printsJSON: json).run() }
}

/// Shows the budgets of a workspace, after setting or lifting some.
struct Budget: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the budgets of a workspace; sets or lifts them with the options.")

  @Argument(help: "A file or folder of the workspace.", completion: .directory) var path = "."
  @Option(help: "The most that the workspace may ever spend, like '100 USD'; 'none' lifts it.") var workspace: String?
  @Option(help: "The most that it may spend in a calendar month, like '20 USD'; 'none' lifts it.") var month: String?

  func run() throws { try BudgetRun(path: path, workspaceLimit: workspace, monthLimit: month).run() }
}
