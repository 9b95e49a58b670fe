import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/catalog/*`: what editors build their menus from. No workspace is needed.
@Suite struct CatalogMethodTests {
  @Test(arguments: [
    CatalogRoles.method, CatalogStyles.method, CatalogChannels.method, CatalogModels.method, CatalogVocabulary.method,
  ])
  func everyListHasRecordsWithNamesOfTheirOwn(method: String) async throws {
    let client = try await Shop().script()

    let items = try CatalogReply(json: try await client.request(method, [:])).items

    #expect(!items.isEmpty)
    #expect(Set(items.map(\.id)).count == items.count)
    #expect(items.allSatisfy { !$0.id.isEmpty && !$0.title.isEmpty })
  }

  @Test func rolesAndStylesHaveSentences() async throws {
    let client = try await Shop().script()

    let items = try await client.request(CatalogRoles()).items + client.request(CatalogStyles()).items

    #expect(items.allSatisfy { !$0.summary.isEmpty && !$0.summary.contains(where: \.isNewline) })
  }

  @Test func stylesThatForbidARoleAreLeftOut() async throws {
    let client = try await Shop().script()

    let all = try await client.request(CatalogStyles()).items.map(\.id)
    let campaign = try await client.request(CatalogStyles(role: "campaign")).items.map(\.id)
    let hero = try await client.request(CatalogStyles(role: "hero")).items.map(\.id)

    #expect(all.contains("pure-white"))
    #expect(hero.contains("pure-white"))
    #expect(!campaign.contains("pure-white"))
    #expect(campaign.contains("color-block"))
    #expect(Set(campaign).isSubset(of: all))
  }

  @Test func modelsAreFilteredByWhatTheyCan() async throws {
    let client = try await Shop().script()

    let all = try await client.request(CatalogModels()).items.map(\.id)
    let makers = try await client.request(CatalogModels(capability: "generate")).items.map(\.id)

    #expect(all.contains("studio"))
    #expect(makers.contains("studio"))
    #expect(try await client.request(CatalogModels(capability: "time travel")).items == [])
  }

  @Test func operationsDescribeTheirParameters() async throws {
    let client = try await Shop().script()

    let operations = try await client.request(CatalogOperations()).items

    #expect(Set(operations.map(\.name)).isSuperset(of: ["resize", "crop", "pad", "removeBackground"]))
    let resize = try #require(operations.first { $0.name == "resize" })
    let width = try #require(resize.parameters.first { $0.name == "width" })
    #expect(width.kind == .integer)
    #expect(width.unit == "px")
    #expect(width.minimum == 1)
    let filter = try #require(resize.parameters.first { $0.name == "filter" })
    #expect(filter.kind == .choice)
    #expect(try #require(filter.choices).map(\.json).contains(try #require(filter.defaultValue)))
  }

  @Test func everyDefaultLiesInsideItsLimits() async throws {
    let client = try await Shop().script()

    for parameter in try await client.request(CatalogOperations()).items.flatMap(\.parameters) {
      guard let value = parameter.defaultValue?.doubleValue else { continue }
      #expect(value >= parameter.minimum ?? value && value <= parameter.maximum ?? value, "\(parameter.name)")
    }
  }

  @Test func aRoleOfTheWrongTypeCarriesItsPath() async throws {
    let error = try await Shop().script().refusal(of: CatalogStyles.method, ["role": 1])

    #expect(error.message == "params.role: expected text, found an integer")
  }
}
