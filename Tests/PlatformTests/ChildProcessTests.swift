import Glibc
import Platform
import TestSupport
import Testing

@Suite struct ChildProcessTests {
  @Test func getsExactlyItsDescriptorsArgumentsAndFolder() throws {
    let folder = try TemporaryFolder()
    let output = try Descriptor.open(folder / "out", flags: O_WRONLY | O_CREAT, mode: 0o600)
    let nothing = try Descriptor.open("/dev/null", flags: O_RDWR)
    let script = "pwd; echo \"$1\"; echo \"$COLOR\"; ls /proc/self/fd | wc -l; echo on four >&3"

    let child = try ChildProcess.start(
      .init(
        path: "/bin/sh", arguments: ["-c", script, "sh", "an argument"],
        environment: ["COLOR=red", "PATH=/usr/bin:/bin"]),
      descriptors: [nothing, output, nothing, output])

    #expect(child.wait() == .exited(0))
    let text = String(decoding: try FileReader.bytes(of: folder / "out", maxBytes: 1000), as: UTF8.self)
    // `ls` sees 0, 1, 2, 3 and the folder it lists.
    #expect(text == "/\nan argument\nred\n5\non four\n")
  }

  @Test func tellsHowItEnded() throws {
    let sleeper = try ChildProcess.start(.init(path: "/bin/sleep", arguments: ["60"], environment: []), descriptors: [])
    sleeper.send(signal: SIGTERM)

    #expect(sleeper.wait() == .killed(signal: SIGTERM))
    #expect(sleeper.wait() == nil)
  }

  @Test func aMissingProgramIsNamed() {
    #expect(throws: PlatformError.noSuchFile(path: "/no/such/program")) {
      try ChildProcess.start(.init(path: "/no/such/program", arguments: [], environment: []), descriptors: [])
    }
  }
}
