import CCURL
import CShims
import Platform

/// What the engine's thread does: starts and ends exchanges, and watches those that have gone silent. Lives on that thread.
struct HTTPLoop {
  let multi: UnsafeMutableRawPointer
  private var running: [UnsafeMutableRawPointer: HTTPExchange] = [:]
  private let clock = MonotonicClock.system

  init(multi: UnsafeMutableRawPointer) { self.multi = multi }

  /// Runs until it is told to stop; then every exchange that goes on is cancelled.
  consuming func run(_ mailbox: HTTPMailbox) {
    while true {
      for command in mailbox.take() {
        switch command {
        case .start(let transfer): start(transfer)
        case .resume(let transfer): with(transfer) { $0.goOn() }
        case .cancel(let transfer): with(transfer) { end($0, .failure(.cancelled)) }
        case .stop:
          for exchange in running.values { end(exchange, .failure(.cancelled)) }
          return
        }
      }
      var count: Int32 = 0
      curl_multi_perform(multi, &count)
      var outcome: UInt32 = 0
      while let handle = krafd_curl_ended(multi, &outcome) {
        if let exchange = running[handle] { end(exchange, exchange.outcome(CURLcode(outcome))) }
      }
      curl_multi_poll(multi, nil, 0, endSilentOnes(), nil)
    }
  }

  private mutating func start(_ transfer: HTTPTransfer) {
    guard let exchange = HTTPExchange(transfer, clock), curl_multi_add_handle(multi, exchange.handle) == CURLM_OK else {
      return transfer.end(.failure(.notSent(detail: "no memory for a connection")))
    }
    running[exchange.handle] = exchange
  }

  private func with(_ transfer: HTTPTransfer, _ body: (HTTPExchange) -> Void) {
    running.values.first { $0.transfer === transfer }.map(body)
  }

  private mutating func end(_ exchange: HTTPExchange, _ outcome: Result<Void, HTTPFailure>) {
    running[exchange.handle] = nil
    curl_multi_remove_handle(multi, exchange.handle)
    exchange.transfer.end(outcome)
  }

  /// Ends exchanges from which no byte came for too long. Answers the milliseconds until the next may have to end.
  private mutating func endSilentOnes() -> Int32 {
    var next = Duration.seconds(1)
    for exchange in Array(running.values) {
      guard let left = exchange.timeLeft(clock.now) else { continue }
      if left <= .zero {
        end(exchange, exchange.stalled)
      } else {
        next = min(next, left)
      }
    }
    return Int32(next / .milliseconds(1)) + 1
  }
}
