import Glibc
import Platform
import TestSupport
import Testing

@Suite struct SearchPathTests {
  /// A folder with a program, a file that may not be run, and a folder that is called like a program.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try AtomicFile.write(Array("#!/bin/sh\n".utf8), to: folder / "tool", mode: 0o755)
    try AtomicFile.write(Array("words".utf8), to: folder / "text", mode: 0o644)
    mkdir(folder / "inner", 0o755)
    return folder
  }

  @Test func theFirstFolderThatHasTheProgramCounts() throws {
    let (one, two) = (try folder(), try folder())

    #expect(SearchPath.program("tool", in: "/no/such:\(one.path):\(two.path)") == one / "tool")
    #expect(SearchPath.program("tool", in: "\(two.path)/:\(one.path)") == two / "tool")
  }

  @Test(arguments: ["text", "inner", "absent"]) func whatCannotBeRunIsNotFound(name: String) throws {
    let folder = try folder()

    #expect(SearchPath.program(name, in: folder.path) == nil)
  }

  @Test(arguments: [nil, "", ":", ".", "bin:./bin:../../bin"]) func foldersThatAreNotAbsoluteAreLeftOut(path: String?) {
    #expect(SearchPath.program("sh", in: path) == nil)
  }
}
