import ArgumentParser
import Daemon

/// The program: arguments in, exit status out.
@main
struct Krafd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "krafd",
    abstract: "Keeps e-commerce product pictures true and useful.",
    version: KrafdVersion.current,
    subcommands: [
      Plan.self, Enhance.self, Render.self, Compare.self, Coverage.self, Export.self, Cutout.self, Ledger.self,
      Budget.self,
      Trash.self, Call.self, Sockname.self, LSP.self, Serve.self, Status.self, Stop.self, Version.self,
    ])

  /// Runs the command that the arguments name. Wrong usage ends with 2, other failures with their own status.
  static func main() {
    ProgramStart.prepare()
    do {
      if let start = PlainStart(CommandLine.arguments.dropFirst()) { return try start.run() }
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      exit(withStatus: failure.report())
    } catch {
      let isUsage = exitCode(for: error) == .validationFailure
      guard isUsage else { exit(withError: error) }
      exit(withStatus: report(usage: error))
    }
  }
}
