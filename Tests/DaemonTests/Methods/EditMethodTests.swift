import Glibc
import Imaging
import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/edit`: pictures by name and by path.
@Suite struct EditMethodTests {
  @Test func aPictureIsEditedByItsName() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let photo = try await client.request(AssetImport(path: shop.photo))

    let job = try await client.made(
      KrafEdit(asset: photo.asset, operation: "resize", parameters: ["width": 24], key: "k"))

    #expect(job.state == .done)
    #expect(job.kind == "edit")
    let output = try #require(job.outputs.first)
    #expect([output.width, output.height] == [24, 24])
    let lineage = try await client.request(AssetLineage(asset: output.asset))
    #expect(lineage.edges.map(\.operation) == ["resize"])
    #expect(lineage.ancestors == [photo])
  }

  @Test func aPictureIsEditedWhereverItLiesWithoutAWorkspace() async throws {
    let shop = try Shop()
    let client = try await shop.script()
    let photo = try shop.write(
      try FileReader.bytes(of: shop.photo, maxBytes: 1 << 20), at: shop.outside("camera/1.png"))

    let job = try await client.made(
      KrafEdit(
        path: photo, operation: "crop", parameters: ["width": 30, "height": 20], key: "k",
        output: shop.outside("camera/small.png")))

    #expect(job.state == .done)
    let bytes = try FileReader.bytes(of: shop.outside("camera/small.png"), maxBytes: 1 << 20)
    let picture = try ImageFile.decode(bytes)
    #expect([picture.width, picture.height] == [30, 20])
    #expect(access(shop.outside("camera/.kraf"), F_OK) != 0)
  }

  @Test func theSameKeyEditsOnce() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let order = KrafEdit(
      path: shop.photo, operation: "pad", parameters: ["left": 4], key: "k", workspace: shop.root)

    let first = try await client.request(order).job

    #expect(try await client.request(order).job == first)
    #expect(try await client.request(JobWait(job: first)).outputs.map(\.width) == [52])
  }

  @Test func removingTheBackgroundTellsHowSureItIs() async throws {
    let shop = try Shop()
    let client = try await shop.script()

    let job = try await client.made(KrafEdit(path: shop.photo, operation: "removeBackground", key: "k"))

    let cutout = try #require(job.outputs.first)
    #expect(try (0...1).contains(#require(cutout.confidence)))
    let picture = try ImageFile.decode(try FileReader.bytes(of: cutout.path, maxBytes: 1 << 20))
    #expect(picture.bytes[3] == 0)
    #expect(picture.bytes[(24 * 48 + 24) * 4 + 3] == 255)
  }

  @Test func everyOperationWorksWithItsDefaults() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let photo = try await client.request(AssetImport(path: shop.photo))
    let mask = try shop.write(ImageFile.encode(DrawnProduct.disc(side: 48).coverage, as: .png), to: "mask.png")

    for operation in try await client.request(CatalogOperations()).items {
      var parameters: JSONObject = [:]
      for parameter in operation.parameters where parameter.kind != .lines && parameter.kind != .region {
        parameters[parameter.name] = parameter.defaultValue ?? parameter.minimum.map { .integer(Int($0)) }
      }
      let job = try await client.made(
        KrafEdit(
          asset: photo.asset, operation: operation.name, parameters: parameters,
          maskPath: operation.mask == .none ? nil : mask, key: operation.name))
      #expect(job.state == .done, "\(operation.name): \(job.error?.message ?? "")")
    }
  }

  @Test func anUnknownOperationSaysWhereTheyAreListed() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let error = try await client.refusal(of: KrafEdit(path: shop.photo, operation: "polish", key: "k"))

    #expect(error.reason == "unknownOperation")
    #expect(error.message == "No operation is named 'polish'; kraf/catalog/operations lists those that exist")
    #expect(try await client.request(JobList()).jobs == [])
  }

  /// Parameters of `resize`, and how the sentence begins that refuses them.
  private static let misfits: [(JSONValue, String)] = [
    (["width": "wide"], "The parameter 'width' does not fit: must be a whole number"),
    (["width": 0], "The parameter 'width' does not fit: must be between 1 and 65535"),
    (["widht": 5], "The parameter 'widht' does not fit: resize has no such parameter"),
    (["width": 5, "filter": "soft"], "The parameter 'filter' does not fit: must be one of "),
    ([:], "The parameter 'width' does not fit: a width or a height is needed"),
  ]

  @Test(arguments: misfits)
  func aParameterThatDoesNotFitIsNamed(parameters: JSONValue, sentence: String) async throws {
    let shop = try Shop()
    let client = try await shop.script()

    let error = try await client.refusal(
      of: KrafEdit.method,
      ["path": shop.photo.json, "operation": "resize", "parameters": parameters, "key": "k"])

    #expect(error.reason == "badParameter")
    #expect(error.message.hasPrefix(sentence))
  }

  @Test(arguments: [["a": 1] as JSONValue, .null, ["left", "right"]])
  func aValueOfNoKnownKindCarriesItsPath(value: JSONValue) async throws {
    let shop = try Shop()
    let client = try await shop.script()

    let error = try await client.refusal(
      of: KrafEdit.method,
      ["path": shop.photo.json, "operation": "resize", "parameters": ["width": value], "key": "k"])

    #expect(error.code == -32602)
    #expect(error.data["path"] == "params.parameters.width")
    #expect(
      error.message
        == "params.parameters.width: expected a number, a text, true, false, a list of numbers or a list of such lists, "
        + "found something else")
  }

  @Test func bothSourcesOrNoneAreRefused() async throws {
    let client = try await Shop().worker()
    let asset = AssetMethodTests.unknown.json

    let both = try await client.refusal(
      of: KrafEdit.method, ["asset": asset, "path": "/a.png", "operation": "pad", "key": "k"])
    let none = try await client.refusal(of: KrafEdit.method, ["operation": "pad", "key": "k"])

    #expect(both.message == "params: expected only one of 'asset' and 'path', found both")
    #expect(none.message == "params: expected 'asset' or 'path', found neither")
  }

  @Test func aPhotoThatIsNotThereIsNamed() async throws {
    let shop = try Shop()
    let client = try await shop.script()

    let error = try await client.refusal(of: KrafEdit(path: shop.path("cup.png"), operation: "pad", key: "k"))

    #expect(error.message == "'\(shop.path("cup.png"))' does not exist; check the path")
  }

  @Test func aDamagedPhotoFailsTheJobWithItsOwnName() async throws {
    let shop = try Shop()
    let client = try await shop.script()
    let whole = try FileReader.bytes(of: shop.photo, maxBytes: 1 << 20)
    let path = try shop.write(Array(whole.prefix(whole.count / 2)), to: "half.png")

    let job = try await client.made(KrafEdit(path: path, operation: "pad", key: "k"))

    #expect(job.state == .failed)
    #expect(job.error?.reason == "unreadable")
    #expect(try #require(job.error).message.contains("half.png"))
    #expect(try #require(job.error).message.hasSuffix("; export or copy it again"))
  }
}
