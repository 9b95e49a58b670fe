import ArgumentParser
import Daemon

/// Lists what was taken off the canvas, or throws it away for good.
struct Trash: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what was taken off the canvas; throws it away for good with --empty.",
    discussion: """
      A picture stays while something that stays was made from it, it is accepted, a reference, or read by an open job.
      """)

  @Argument(help: "A file or folder of the workspace.", completion: .directory) var path = "."
  @Flag(help: "Throw it away for good, and every file that nothing needs.") var empty = false
  @Option(help: "Only what has lain there for so many days.") var olderThan = 0
  @Flag(help: "Only say what --empty would do.") var dryRun = false
  @Flag(help: "Print one JSON document instead of a table.") var json = false

  func run() throws {
    try TrashRun(path: path, empties: empty, olderThanDays: olderThan, isDry: dryRun, printsJSON: json).run()
  }
}
