import Platform

/// The folder in which a command was typed. The daemon does not know it, so paths become absolute before they are sent.
enum WorkingFolder {
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : Path.join(CurrentProcess.workingFolder, path)
  }

  /// Makes a folder and those above it where they are missing. Throws: a sentence that names the folder.
  static func make(_ folder: String) throws(CommandFailure) {
    do throws(PlatformError) {
      try PlainFolder.make(absolute(folder))
    } catch {
      throw .failed("The folder '\(folder)' cannot be made: \(error.sentence.text)")
    }
  }
}
