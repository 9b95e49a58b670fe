import Platform
import TestSupport
import Testing

@Suite struct RotatingFileTests {
  @Test func keepsTheNewestLinesInABoundedNumberOfBoundedFiles() throws {
    let folder = try TemporaryFolder()
    let log = try RotatingFile(path: folder / "log", maxBytes: 20, files: 3)

    for number in 10..<30 { log.append("line \(number)") }

    // Two lines of eight bytes fit into twenty; the last six lines are kept.
    #expect(try folder.names() == ["log", "log.1", "log.2"])
    #expect(try text(folder / "log") == "line 28\nline 29\n")
    #expect(try text(folder / "log.1") == "line 26\nline 27\n")
    #expect(try text(folder / "log.2") == "line 24\nline 25\n")
  }

  @Test func goesOnWhereAnEarlierProcessStopped() throws {
    let folder = try TemporaryFolder()
    try RotatingFile(path: folder / "log").append("first")
    try RotatingFile(path: folder / "log").append("second")

    #expect(try text(folder / "log") == "first\nsecond\n")
    #expect(folder.mode(of: "log") == 0o600)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try FileReader.bytes(of: path, maxBytes: 1000), as: UTF8.self)
  }
}
