import Platform
import TestSupport
import Testing

/// Expected values: FIPS 180-4 examples, as published by NIST ("SHA256.pdf"), and the digest of no bytes.
@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func matchesThePublishedExamples(text: String, hex: String) {
    #expect(Digest.sha256(of: text.utf8).hex == hex)
  }

  @Test func piecesGiveTheSameDigestAsTheWhole() throws {
    let folder = try TemporaryFolder()
    let pieces: [UInt8] = [1, 2, 3]
    let bytes = pieces.flatMap { [UInt8](repeating: $0, count: 700_000) }
    try AtomicFile.write(bytes, to: folder / "file")

    #expect(try Digest.sha256(ofFile: folder / "file", maxBytes: bytes.count) == .sha256(of: bytes))
  }

  @Test func hexReadsBackAndNothingElseDoes() {
    let digest = Digest.sha256(of: [1, 2, 3])

    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: digest.hex.uppercased()) == nil)
    #expect(Digest(hex: String(digest.hex.dropLast())) == nil)
    #expect(Digest(hex: digest.hex.dropLast() + "g") == nil)
    #expect(Digest(hex: String(repeating: "é", count: 32)) == nil)
  }
}
