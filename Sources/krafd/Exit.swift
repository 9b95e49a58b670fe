import ArgumentParser
import Glibc

extension Krafd {
  /// Ends the process.
  static func exit(withStatus status: Int32) -> Never { Glibc.exit(status) }

  /// Tells on standard error what is wrong with the arguments; answers the status for wrong usage.
  static func report(usage error: any Error) -> Int32 {
    let text = fullMessage(for: error) + "\n"
    _ = text.withCString { write(2, $0, strlen($0)) }
    return 2
  }
}
