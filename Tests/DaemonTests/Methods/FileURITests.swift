import Testing

@testable import Daemon

/// Source: RFC 8089, “The file URI scheme”; RFC 3986, section 2.1, “Percent-Encoding”.
@Suite struct FileURITests {
  @Test(arguments: [
    ("file:///home/ann/mug.kraf", "/home/ann/mug.kraf"), ("file://localhost/mug.kraf", "/mug.kraf"),
    ("FILE:///mug.kraf", "/mug.kraf"), ("file:///a%20b.kraf", "/a b.kraf"), ("file:///a%2Fb", "/a/b"),
    ("file:///%e8%8c%b6.kraf", "/茶.kraf"), ("file:///100%25.kraf", "/100%.kraf"), ("file:///c%3A/x", "/c:/x"),
    ("file:///茶.kraf", "/茶.kraf"), ("file:///a+b.kraf", "/a+b.kraf"), ("file:///", "/"),
  ])
  func aFileOfThisMachineHasAPath(uri: String, path: String) {
    #expect(FileURI.path(of: uri) == path)
  }

  @Test(arguments: [
    "untitled:Untitled-1", "http://example.com/mug.kraf", "file://elsewhere/mug.kraf", "file://", "file:",
    "/home/ann/mug.kraf", "", "file:///a%2", "file:///a%", "file:///a%zz", "file:///a%00b", "file:///%ff%fe",
  ])
  func everythingElseHasNone(uri: String) {
    #expect(FileURI.path(of: uri) == nil)
  }
}
