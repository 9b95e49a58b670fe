import ArgumentParser
import Daemon

/// Prints the socket's path.
struct Sockname: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the path of the daemon's socket, starting the daemon when needed.")

  @Flag(help: "Only look; fail when no daemon runs.") var noSpawn = false

  func run() throws { try DaemonRuns.sockname(mayStart: !noSpawn) }
}

/// Speaks the Language Server Protocol with an editor.
struct LSP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Speaks the Language Server Protocol with an editor.")

  @Flag(help: "Speak over standard input and output, which is also the default.") var stdio = false
  @Option(name: .customLong("clientProcessId"), help: "End when this process does.") var clientProcessID: Int32?

  func run() throws {
    try PlainStart.languageServer(parent: clientProcessID).run()
  }
}

/// Runs the daemon.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Runs the daemon for this user.")

  @Flag(help: "Stay in the foreground instead of going on in the background.") var foreground = false

  func run() throws {
    if foreground { try PlainStart.daemon.run() } else { try DaemonRuns.sockname(mayStart: true) }
  }
}

/// Prints what the daemon does.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints what the daemon does.")

  @Flag(help: "Print one JSON document.") var json = false

  func run() throws { try DaemonRuns.status(printsJSON: json) }
}

/// Ends the daemon.
struct Stop: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Ends the daemon; queued work goes on at its next start.")

  func run() throws { try DaemonRuns.stop() }
}

/// Prints the version.
struct Version: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints the version.")

  func run() throws { print(KrafdVersion.current) }
}
