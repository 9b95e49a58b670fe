import Glibc
import Platform
import TestSupport
import Testing

@Suite struct FedProcessTests {
  private let folder: TemporaryFolder

  init() throws {
    Signals.ignoreBrokenPipes()
    folder = try TemporaryFolder()
  }

  /// `script` with the folder as its first argument; what it complains about is written to `errors`.
  private func start(_ script: String) throws -> FedProcess {
    let errors = try Descriptor.open(folder / "errors", flags: O_WRONLY | O_CREAT, mode: 0o600)
    return try FedProcess(
      .init(path: "/bin/sh", arguments: ["-c", script, "sh", folder.path], environment: ["PATH=/usr/bin:/bin"]),
      errors: errors)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try FileReader.bytes(of: folder / name, maxBytes: 1000), as: UTF8.self)
  }

  @Test func getsEveryByteAndTellsHowItEnded() throws {
    var process = try start(#"echo words >&2; wc -c > "$1/count"; exit 3"#)

    for _ in 0..<3 {
      #expect(try process.feed([UInt8](repeating: 7, count: 100_001), patience: .seconds(60), isCancelled: { false }))
    }

    #expect(try process.finish(patience: .seconds(60), isCancelled: { false }) == .exited(3))
    #expect(try text("count") == "300003\n")
    #expect(try text("errors") == "words\n")
  }

  @Test func aProgramThatWritesMuchBeforeItReadsHoldsNobodyUp() throws {
    var process = try start(#"head -c 300000 /dev/zero; wc -c > "$1/count""#)

    #expect(try process.feed([UInt8](repeating: 7, count: 200_000), patience: .seconds(60), isCancelled: { false }))

    #expect(try process.finish(patience: .seconds(60), isCancelled: { false }) == .exited(0))
    #expect(try text("count") == "200000\n")
  }

  @Test func aProgramThatEndsEarlyTakesNoMore() throws {
    var process = try start("exit 4")

    #expect(try !process.feed([UInt8](repeating: 7, count: 1 << 20), patience: .seconds(60), isCancelled: { false }))

    #expect(try process.finish(patience: .seconds(60), isCancelled: { false }) == .exited(4))
  }

  @Test func whoeverGivesUpLeavesNothingRunning() throws {
    do {
      var process = try start(#"echo $$ > "$1/new"; mv "$1/new" "$1/id"; exec sleep 600"#)
      let hasStarted = { access(folder / "id", R_OK) == 0 }
      do throws(FedProcess.Interruption) {
        _ = try process.feed([UInt8](repeating: 7, count: 1 << 20), patience: .seconds(60), isCancelled: hasStarted)
        Issue.record("a program that reads nothing took everything")
      } catch {
        #expect(error == .cancelled)
      }
    }

    let id = try #require(Int32(try text("id").dropLast()))
    #expect(kill(id, 0) == -1 && errno == ESRCH)
  }

  @Test func aProgramThatDoesNothingIsGivenUp() throws {
    var process = try start("exec sleep 600")

    do throws(FedProcess.Interruption) {
      _ = try process.finish(patience: .zero, isCancelled: { false })
      Issue.record("a program that sleeps ended")
    } catch {
      #expect(error == .silent)
    }
  }
}
