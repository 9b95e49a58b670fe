import ArgumentParser
import Daemon

/// Sends one request to the daemon.
struct Call: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Sends one request to the daemon and prints the reply.")

  @Argument(help: "The method, such as kraf/status.") var method: String
  @Argument(help: "The parameters as JSON; - reads them from standard input.") var params = "{}"
  @Flag(help: "Also print what the daemon tells meanwhile, one message a line.") var follow = false

  func run() throws {
    try CallRun(method: method, params: params, follows: follow).run()
  }
}
