import Platform

/// What commands write to: results on standard output, everything else on standard error.
enum Terminal {
  /// Writes a line of the result.
  static func say(_ line: String) { write(line + "\n", to: Descriptor.output) }

  /// Writes one line about what went wrong or goes on.
  static func tell(_ line: String) { write(line + "\n", to: Descriptor.errors) }

  /// Shows how far something is, in place of what was shown before. Only where a person looks at it.
  static func progress(_ text: String) {
    guard Descriptor.errors.isTerminal else { return }
    write("\r\u{1B}[K" + text, to: Descriptor.errors)
  }

  private static func write(_ text: String, to descriptor: Descriptor) {
    // A reader that closed its end wants no more; there is nobody left to tell.
    try? descriptor.writeAll(text.utf8, path: "terminal")
  }
}
