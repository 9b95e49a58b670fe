import Platform
import TestSupport
import Testing

@testable import Daemon

@Suite struct InstanceTests {
  @Test func theEnvironmentDecidesTheFolder() throws {
    let folder = try TemporaryFolder()
    let user = CurrentProcess.userID

    #expect(Self.folder(["KRAF_RUNTIME_DIR": "/a/b", "XDG_RUNTIME_DIR": folder.path]) == "/a/b")
    #expect(Self.folder(["XDG_RUNTIME_DIR": folder.path]) == folder / "kraf")
    #expect(Self.folder(["KRAF_RUNTIME_DIR": "", "XDG_RUNTIME_DIR": ""]) == "/tmp/kraf-\(user)")
    #expect(Self.folder(["XDG_RUNTIME_DIR": "/no/such/folder"]) == "/tmp/kraf-\(user)")
    #expect(Self.folder(["USER": "somebody"]) == "/tmp/kraf-\(user)")
  }

  @Test func aFolderTooLongForASocketMovesToAShortOneOfItsOwn() throws {
    let long = "/tmp/" + String(repeating: "x", count: 115)
    let moved = try #require(Instance(folder: long))
    let other = try #require(Instance(folder: long + "y"))

    #expect(moved.socket.utf8.count <= 107)
    #expect(moved.folder == Instance(folder: long)?.folder)
    #expect(moved.folder != other.folder)
  }

  @Test(arguments: ["", "a/b", "..", "a b", String(repeating: "x", count: 33), "ü"])
  func aNameThatCouldLeaveTheFolderIsNone(name: String) {
    #expect(Instance(name: name, folder: "/tmp") == nil)
  }

  private static func folder(_ variables: [String: String]) -> String? {
    Instance.standard(variable: { variables[$0] })?.folder
  }
}
