import ArgumentParser
import Daemon

/// Removes the background of a photo.
struct Cutout: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Writes a photo without its background.")

  @Argument(help: "The photo: PNG, JPEG or WebP.", completion: .file()) var photo: String
  @Argument(help: "The PNG to write; an older file is replaced.", completion: .file()) var output: String
  @Flag(help: "Print one JSON document with the confidence.") var json = false

  func run() throws {
    try CutoutRun(photo: photo, output: output, printsJSON: json).run()
  }
}
