import Catalog
import Generation
import Imaging
import Testing

@testable import Providers

/// What krafd relies on, whichever model makes the picture.
@Suite struct ConformanceTests {
  static let providers = allProviders(catalog: .builtIn)

  @Test func thereIsAModelThatWorksOffline() {
    #expect(Self.providers.contains { $0.card.isOffline })
    #expect(Set(Self.providers.map(\.card.id)).count == Self.providers.count)
  }

  @Test func aModelWithoutARecordIsLeftOut() {
    let known = Set(Catalog.builtIn.ids(of: .model))

    #expect(Self.providers.allSatisfy { known.contains($0.card.id) })
  }

  @Test(arguments: providers) func theCardIsTheCatalogs(provider: any Provider) {
    #expect(Catalog.builtIn.model(named: provider.card.id)?.title == provider.card.title)
    #expect(provider.card.capabilities.contains(.generate))
  }

  @Test(arguments: providers) func anOfflineModelIsFree(provider: any Provider) async throws {
    guard provider.card.isOffline else { return }

    let made = try await provider.generate(try .small(), report: { _ in }, isCancelled: { false })

    #expect(provider.card.price.unit == .free)
    #expect([provider.card.price.lowMicros, provider.card.price.highMicros] == [0, 0])
    #expect(made.costMicros == 0)
  }

  @Test(arguments: providers) func picturesHaveTheSizeAskedFor(provider: any Provider) async throws {
    let pictures = try await provider.made(try .small())

    #expect(pictures.count == 1)
    #expect(pictures.map { [$0.image.width, $0.image.height] } == [[48, 40]])
    #expect(pictures.allSatisfy { $0.image.bytes.count == 48 * 40 * 4 })
  }

  @Test(arguments: providers) func theSameRequestGivesTheSameBytes(provider: any Provider) async throws {
    let first = try await provider.made(try .small())
    let second = try await provider.made(try .small())

    #expect(first.map(\.image.bytes) == second.map(\.image.bytes))
  }

  @Test(arguments: providers) func severalPicturesAreThoseOfTheSeedsThatFollow(provider: any Provider) async throws {
    var request = try GenerationRequest.small(seed: 100)
    request.count = 3

    let together = try await provider.made(request)
    var alone: [[UInt8]] = []
    for seed in 100...102 { alone += try await provider.made(try .small(seed: UInt64(seed))).map(\.image.bytes) }

    #expect(together.map(\.image.bytes) == alone)
    #expect(Set(alone).count == 3)
  }

  @Test(arguments: providers) func theSeedAfterTheLastIsTheFirst(provider: any Provider) async throws {
    var request = try GenerationRequest.small(seed: .max)
    request.count = 2

    let pictures = try await provider.made(request)

    #expect(pictures.map(\.image.bytes).last == (try await provider.made(try .small(seed: 0)).map(\.image.bytes).first))
  }

  @Test(arguments: providers) func aCancelledCallMakesNothing(provider: any Provider) async throws {
    let request = try GenerationRequest.small()

    await #expect(throws: GenerationError.cancelled) {
      _ = try await provider.generate(request, report: { _ in }, isCancelled: { true })
    }
  }

  @Test(arguments: providers) func aCallStopsInTheMiddleWhenItIsCancelled(provider: any Provider) async throws {
    var request = try GenerationRequest.small()
    request.count = 64
    request.samples = 64
    let reports = Reports()
    let asked = request

    await #expect(throws: GenerationError.cancelled) {
      _ = try await provider.generate(asked, report: { reports.add($0) }, isCancelled: { !reports.all.isEmpty })
    }
    #expect(try #require(reports.all.last?.fraction) < 0.5)
  }

  @Test(arguments: providers) func progressRisesToTheEndInWords(provider: any Provider) async throws {
    var request = try GenerationRequest.small()
    request.count = 3
    request.samples = 8
    let reports = Reports()

    _ = try await provider.generate(request, report: { reports.add($0) }, isCancelled: { false })

    let fractions = reports.all.compactMap(\.fraction)
    #expect(!fractions.isEmpty)
    #expect(fractions == fractions.sorted())
    #expect(fractions.allSatisfy { (0...1).contains($0) })
    #expect(reports.all.allSatisfy { $0.stage.first?.isLowercase == true && !$0.stage.contains(where: \.isNewline) })
  }
}
