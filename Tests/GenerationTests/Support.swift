import Catalog
import Generation
import Imaging
import Synchronization
import Testing

/// A card with the values that a test is about.
func card(
  _ id: String = "tester", price: Price.Unit = .free, micros: Int = 0, megapixels: Double = 4, references: Int = 1,
  takes: [Input] = [.seed], sunset: String? = nil, replacement: String? = nil, risk: IdentityRisk = .none,
  status: Lifecycle.Status = .current, capabilities: [Capability] = [.generate]
) throws -> ModelCard {
  var card = try #require(Catalog.builtIn.models["studio"])
  card.id = id
  card.capabilities = capabilities
  card.price.unit = price
  card.price.lowMicros = micros
  card.price.highMicros = micros * 2
  card.maxMegapixels = megapixels
  card.maxReferences = references
  card.takes = takes
  card.lifecycle.status = status
  card.lifecycle.sunset = sunset.flatMap { Day($0) }
  card.lifecycle.replacement = replacement
  card.identityRisk = risk
  return card
}

/// A request for 2 × 2 px.
func request() throws -> GenerationRequest {
  GenerationRequest(
    role: try #require(Catalog.builtIn.roles["hero"]), style: try #require(Catalog.builtIn.styles["pure-white"]),
    prompt: "", width: 2, height: 2, seed: 1)
}

/// A provider that fails as told, then answers one picture.
final class ScriptedProvider: Provider {
  let card: ModelCard
  let version = "scripted 1"
  private let failures: Mutex<[GenerationError]>
  private let calls = Atomic(0)

  init(_ failures: [GenerationError]) throws {
    card = try GenerationTests.card()
    self.failures = Mutex(failures)
  }

  /// How often it was asked.
  var callCount: Int { calls.load(ordering: .relaxed) }

  func generate(
    _ request: GenerationRequest, report: @escaping @Sendable (GenerationProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures {
    calls.add(1, ordering: .relaxed)
    if let failure = failures.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { throw failure }
    return GeneratedPictures([GeneratedPicture(image: Raster(width: 1, height: 1, format: .srgba))])
  }
}

/// A clock that never waits and remembers what it was asked to wait.
final class RecordingClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let slept = Mutex<[Duration]>([])

  var sleeps: [Duration] { slept.withLock { $0 } }
  var now: Instant { Instant(offset: sleeps.reduce(.zero, +)) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let pause = now.duration(to: deadline)
    slept.withLock { $0.append(pause) }
    try Task.checkCancellation()
  }
}
