import Foundation
import TestSupport
import Testing

/// Start, second start, sudden death: what a user and a script see of the daemon's life.
@Suite(.tags(.endToEnd)) struct DaemonLifeTests {
  @Test func socknameStartsOneDaemonAndThenFindsIt() throws {
    let user = try KrafdUser()

    let first = try user.run("sockname")
    let second = try user.run("sockname")

    #expect(first.status == 0, "\(first.errors)")
    let path = first.output.trimmingCharacters(in: .newlines)
    #expect(path.hasPrefix(user.folder.path) && FileManager.default.fileExists(atPath: path))
    #expect(first.output == second.output)
  }

  @Test func lookingStartsNothing() throws {
    let user = try KrafdUser()

    let outcome = try user.run("sockname", "--no-spawn")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("No daemon is running"))
    #expect(!user.files(in: user.folder.appendingPathComponent("run").path).contains { $0.hasSuffix(".sock") })
  }

  @Test func aSecondDaemonIsToldThatOneServes() throws {
    let user = try KrafdUser()
    try user.run("sockname")

    let outcome = try user.run("serve", "--foreground")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("already serves"))
  }

  @Test func aKilledDaemonLeavesNothingInTheWay() throws {
    let user = try KrafdUser()
    let path = try user.run("sockname").output
    let status = try user.run("call", "kraf/status", "{}").json()
    let daemon = try #require(status["pid"] as? Int)
    kill(pid_t(daemon), SIGKILL)
    while kill(pid_t(daemon), 0) == 0 { usleep(10_000) }

    let again = try user.run("call", "kraf/status", "{}")

    #expect(again.status == 0, "\(again.errors)")
    #expect(try again.json()["pid"] as? Int != daemon)
    #expect(try user.run("sockname").output == path)
  }

  @Test func aNewerProgramReplacesAnIdleDaemonAndAnOlderOneDoesNot() throws {
    let user = try KrafdUser()
    let newer = user.folder.appendingPathComponent("newer").path
    try FileManager.default.copyItem(atPath: KrafdUser.binary, toPath: newer)
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: 3600)], ofItemAtPath: newer)
    func daemon(of program: String) throws -> Int {
      try #require(try user.launch(program, ["call", "kraf/status", "{}"]).json()["pid"] as? Int)
    }

    let first = try daemon(of: KrafdUser.binary)
    let second = try daemon(of: newer)

    #expect(first != second)
    #expect(try daemon(of: KrafdUser.binary) == second)
    #expect(kill(pid_t(first), 0) != 0, "the older daemon is still there")
  }

  @Test func stopEndsTheDaemonAndStatusSaysSo() throws {
    let user = try KrafdUser()
    try user.run("sockname")

    #expect(try user.run("stop").status == 0)

    #expect(try user.run("status").output.contains("No daemon is running"))
  }

  @Test func aRuntimeFolderOpenToOthersIsRefused() throws {
    let user = try KrafdUser()
    let place = user.folder.appendingPathComponent("run").path
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place)

    let outcome = try user.run("sockname")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(place) && outcome.errors.contains("chmod 700"))
  }

  @Test func callPrintsTheReplyOrTheReason() throws {
    let user = try KrafdUser()

    let good = try user.run("call", "kraf/catalog/styles", "{}")
    let bad = try user.run("call", "kraf/asset/thumbnail", #"{"asset":"\#(String(repeating: "0", count: 64))","px":0}"#)
    let unknown = try user.run("call", "kraf/paint", "{}")

    #expect(good.status == 0 && good.output.contains("pure-white"))
    #expect(bad.status == 3 && bad.errors.contains("px"))
    #expect(unknown.status == 3 && unknown.errors.contains("kraf/paint"))
  }
}
