import Foundation
import RPCProtocol
import Testing

@Suite struct ContractTests {
  private static let contracts = allContracts.flatMap(\.contracts)

  @Test func everyExampleMeansTheSameAfterARoundTrip() throws {
    for contract in Self.contracts {
      try #require(!contract.examples.isEmpty, "\(contract.method)")
      for (index, example) in contract.examples.enumerated() {
        if let request = contract as? any RPCRequest.Type {
          try check(request, example, isCanonical: index == 0)
        } else {
          #expect(example.reply == nil, "\(contract.method)")
        }
        try roundTrip(contract, example.params, isCanonical: index == 0, contract.method)
      }
    }
  }

  @Test func namesAreUniqueAndSentencesEnd() {
    let methods = Self.contracts.map { $0.method }

    #expect(Set(methods).count == methods.count)
    for contract in Self.contracts { #expect(contract.summary.hasSuffix("."), "\(contract.method)") }
  }

  @Test func everyContractInTheSourcesIsListed() throws {
    let listed = Set(Self.contracts.map { String(describing: $0) })

    let declared = SourceType.all(in: try sources()).values.filter(\.isContract).map(\.name)

    #expect(Set(declared) == listed)
  }

  @Test func theProtocolDocumentIsFresh() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/protocol.md")
    let expected = ProtocolDocument(sources: try sources()).text
    if ProcessInfo.processInfo.environment["KRAFD_UPDATE_DOCS"] == "1" {
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try expected.write(to: path, atomically: true, encoding: .utf8)
    }

    let written = try String(contentsOf: path, encoding: .utf8)

    #expect(written == expected, "Run the tests once with KRAFD_UPDATE_DOCS=1 and read what changed")
  }

  @Test func ignoresMembersThatItDoesNotKnow() throws {
    let thumbnail = try AssetThumbnail(json: [
      "px": 256, "asset": .string(String(repeating: "a", count: 64)), "colour": "red",
    ])

    #expect(thumbnail == AssetThumbnail(asset: String(repeating: "a", count: 64), px: 256))
  }

  /// Decodes, encodes and decodes again. The first example of a contract is written as krafd itself writes it.
  private func roundTrip<T: JSONConvertible & Equatable>(
    _ type: T.Type, _ text: String, isCanonical: Bool, _ method: String
  ) throws {
    let json = try JSONValue(parsing: text)
    let value = try T(json: json)

    #expect(try T(json: JSONValue(parsing: value.json.encoded())) == value, "\(method)")
    if isCanonical { #expect(value.json.text == json.text, "\(method)") }
  }

  private func check<R: RPCRequest>(_ type: R.Type, _ example: RPCExample, isCanonical: Bool) throws {
    try roundTrip(R.Reply.self, #require(example.reply), isCanonical: isCanonical, R.method)
  }

  private func sources() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/RPCProtocol")
    let paths = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try paths.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }
}
