import Catalog
import Generation
import Imaging
import Synchronization

/// A provider that draws one gray, the seed's lowest byte, and does on the way what a test wants.
final class FlatProvider: Provider {
  let card: ModelCard
  let version = "flat 1"
  private let requests = Mutex<[GenerationRequest]>([])
  private let failures: Mutex<[GenerationError]>
  private let gate: Gate?

  /// `gate` holds each call until it opens. `failures` are thrown one a call before pictures come.
  init(
    _ id: String = "studio", price: Price.Unit = .free, isOffline: Bool = true, failures: [GenerationError] = [],
    gate: Gate? = nil
  ) {
    guard var card = Catalog.builtIn.models["studio"] else { fatalError("the catalogue has no studio") }
    card.id = id
    card.isOffline = isOffline
    card.price.unit = price
    card.price.lowMicros = price == .free ? 0 : 1000
    card.price.highMicros = price == .free ? 0 : 2000
    self.card = card
    self.failures = Mutex(failures)
    self.gate = gate
  }

  /// What it was asked, in order.
  var asked: [GenerationRequest] { requests.withLock { $0 } }

  func generate(
    _ request: GenerationRequest, report: @escaping @Sendable (GenerationProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures {
    requests.withLock { $0.append(request) }
    report(GenerationProgress(stage: "drawing", fraction: 0.5, preview: flat(4, 4, 9)))
    report(GenerationProgress(stage: "drawing more", fraction: 0.3))
    if let gate, await gate.pass(isCancelled) == false { throw .cancelled }
    if let failure = failures.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { throw failure }
    return GeneratedPictures(
      (0..<request.count).map { place in
        GeneratedPicture(
          image: flat(request.width, request.height, UInt8(truncatingIfNeeded: request.seed &+ UInt64(place))),
          warnings: ["flat"])
      }, costMicros: card.price.unit == .free ? 0 : 1500)
  }
}

/// Holds whoever passes until it is opened, and tells who waits that someone is there.
final class Gate: Sendable {
  private let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
  private let (openings, opening) = AsyncStream.makeStream(of: Void.self)

  /// Waits until someone stands at the gate.
  func someoneArrived() async { for await _ in arrivals { return } }

  /// Lets the next one pass, and all after it.
  func open() { opening.finish() }

  /// Waits for the gate to open. False when `isCancelled`, or the task, ended the wait.
  func pass(_ isCancelled: @Sendable () -> Bool) async -> Bool {
    arrival.yield()
    for await _ in openings {}
    return !Task.isCancelled && !isCancelled()
  }
}

/// Counts from any thread.
final class Counter: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .relaxed) }

  func count() { number.add(1, ordering: .relaxed) }
}
