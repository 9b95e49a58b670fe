import Platform

/// Which build of krafd a process runs: the version, and when the program's file was written, in seconds since 1970.
///
/// As text `0.1.0+1763908800`.
struct ProgramBuild: Comparable, Sendable {
  private let version: [Int]
  private let written: Int

  /// This process's.
  static let own = ProgramBuild("\(KrafdVersion.current)+\(CurrentProcess.programTime() ?? 0)") ?? ProgramBuild()

  private init() { (version, written) = ([], 0) }

  /// Nil for a text of another form.
  init?(_ text: String) {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let written = Int(parts[1]) else { return nil }
    version = numbers.compactMap(\.self)
    guard version.count == numbers.count else { return nil }
    self.written = written
  }

  var text: String { version.map(String.init).joined(separator: ".") + "+\(written)" }

  static func < (left: ProgramBuild, right: ProgramBuild) -> Bool {
    if left.version != right.version { return left.version.lexicographicallyPrecedes(right.version) }
    return left.written < right.written
  }
}
